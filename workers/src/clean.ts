import { clean, type CleanOptions } from '@dragoman/clean';
import { putJson, type BlobStore } from '@dragoman/core';
import { enqueue, type Handler, type Queues } from '@dragoman/queue';
import type { RawDocument } from '@dragoman/schemas';

export interface CleanParts {
  readonly queues: Queues;
  readonly blobs: BlobStore;
  readonly options: CleanOptions;
}

/** Cleans a document to an article, keeps it as a blob and hands it on to extraction. */
export function cleanHandler(parts: CleanParts): Handler<'clean'> {
  return async (job) => {
    const { blob, ...rest } = job;
    const { charset, ...known } = rest;
    const bytes = await parts.blobs.get(blob);
    const document: RawDocument = {
      ...known,
      ...(charset === undefined ? {} : { charset }),
      hash: blob,
      bytes,
    };
    const result = clean(document, parts.options);
    if (result.kind === 'rejected') throw result.error;
    const article = await putJson(parts.blobs, result.article);
    await enqueue(parts.queues, 'extract', { article, articleId: result.article.id });
  };
}
