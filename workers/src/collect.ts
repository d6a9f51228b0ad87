import { extname } from 'node:path';
import { PipelineError, type BlobStore, type Clock, type Logger } from '@dragoman/core';
import { enqueue, enqueueDocument, type Handler, type Queues } from '@dragoman/queue';
import type { CollectJob, Stated } from '@dragoman/schemas';
import {
  readFeedItems,
  readInputs,
  readUrl,
  readUrlList,
  type FeedItem,
  type FetchOptions,
} from '@dragoman/sources';

export interface CollectParts {
  readonly queues: Queues;
  readonly blobs: BlobStore;
  readonly fetch: FetchOptions;
  readonly clock: Clock;
}

/** Reads what a schedule names; every document found becomes a clean job, every address of a feed or list a job of its own. */
export function collectHandler(parts: CollectParts): Handler<'collect'> {
  return async (job, logger) => {
    switch (job.kind) {
      case 'folder':
        return collectFiles(parts, job, logger);
      case 'list':
        if (extname(job.location) !== '.txt') return collectFiles(parts, job, logger);
        return enqueueUrls(parts, job, await readUrlList(job.location), logger);
      case 'feed':
        return enqueueUrls(parts, job, await readFeedItems(job.location, parts.fetch), logger);
      case 'url':
        await collectUrl(parts, job);
    }
  };
}

async function collectFiles(parts: CollectParts, job: CollectJob, logger: Logger): Promise<void> {
  let found = 0;
  for await (const input of readInputs([job.location], {
    maxBytes: parts.fetch.maxBytes,
    stated: statedOf(job),
  })) {
    if (input.kind === 'rejected') {
      if (input.input === job.location) throw input.error;
      logger.warn({ input: input.input, code: input.error.code }, 'input set aside');
      continue;
    }
    await enqueueDocument(parts.queues, parts.blobs, input.document);
    found += 1;
  }
  logger.info({ found }, 'collected');
}

async function enqueueUrls(
  parts: CollectParts,
  job: CollectJob,
  items: readonly FeedItem[],
  logger: Logger,
): Promise<void> {
  for (const { url, published } of items) {
    const { source } = job;
    await enqueue(parts.queues, 'collect', {
      kind: 'url',
      location: url,
      ...(source === undefined ? {} : { source }),
      ...(published === undefined ? {} : { published }),
    });
  }
  logger.info({ found: items.length }, 'collected');
}

async function collectUrl(parts: CollectParts, job: CollectJob): Promise<void> {
  const document = await readUrl(job.location, { ...parts.fetch, clock: parts.clock, stated: statedOf(job) });
  if (document.bytes.length === 0)
    throw new PipelineError({ code: 'INPUT_EMPTY', message: `${job.location} gave nothing` });
  await enqueueDocument(parts.queues, parts.blobs, document);
}

function statedOf({ source, published }: CollectJob): Stated {
  return { ...(source === undefined ? {} : { source }), ...(published === undefined ? {} : { published }) };
}
