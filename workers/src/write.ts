import { getJson, type BlobStore } from '@dragoman/core';
import type { Pipeline } from '@dragoman/pipeline';
import type { Handler } from '@dragoman/queue';
import { articleSchema, extractionSchema } from '@dragoman/schemas';

export interface WriteParts {
  readonly blobs: BlobStore;
  readonly pipeline: Pipeline;
}

/** Records what an article says and resolves what it touches. */
export function writeHandler(parts: WriteParts): Handler<'write'> {
  return async (job) => {
    const article = articleSchema.parse(await getJson(parts.blobs, job.article));
    const extraction = extractionSchema.parse(await getJson(parts.blobs, job.extraction));
    const { textHash = article.textHash } = job;
    await parts.pipeline.write([{ article, extraction, textHash }]);
  };
}
