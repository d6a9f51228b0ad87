import { getJson, putJson, type BlobStore } from '@dragoman/core';
import type { Extractor } from '@dragoman/extract';
import { enqueue, type Handler, type Queues } from '@dragoman/queue';
import { articleSchema } from '@dragoman/schemas';

export interface ExtractParts {
  readonly queues: Queues;
  readonly blobs: BlobStore;
  readonly extractor: Extractor;
}

/** Reads an article, keeps what it says as a blob and hands both on to the writer. */
export function extractHandler(parts: ExtractParts): Handler<'extract'> {
  return async (job) => {
    const article = articleSchema.parse(await getJson(parts.blobs, job.article));
    const extraction = await putJson(parts.blobs, parts.extractor.extract(article));
    await enqueue(parts.queues, 'write', { article: job.article, extraction, articleId: job.articleId });
  };
}
