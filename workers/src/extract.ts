import { getJson, putJson, type BlobStore } from '@dragoman/core';
import type { Extractor } from '@dragoman/extract';
import type { GraphStore } from '@dragoman/graph';
import { withoutLearned } from '@dragoman/pipeline';
import { enqueue, type Handler, type Queues } from '@dragoman/queue';
import { articleSchema } from '@dragoman/schemas';

export interface ExtractParts {
  readonly queues: Queues;
  readonly blobs: BlobStore;
  readonly extractor: Extractor;
  /** Knows what is boilerplate at the article's source; where the worker cannot reach it, the writer reads again what it has to. */
  readonly store?: GraphStore;
}

/** Reads an article, keeps what it says as a blob and hands both on to the writer. */
export function extractHandler(parts: ExtractParts): Handler<'extract'> {
  return async (job) => {
    const article = articleSchema.parse(await getJson(parts.blobs, job.article));
    const [toRead = article] = parts.store === undefined ? [] : await withoutLearned(parts.store, [article]);
    const extraction = await putJson(parts.blobs, parts.extractor.extract(toRead));
    const { article: blob, articleId } = job;
    const { textHash } = toRead;
    await enqueue(parts.queues, 'write', { article: blob, extraction, articleId, textHash });
  };
}
