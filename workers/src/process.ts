import {
  createLogger,
  folderBlobStore,
  PipelineError,
  systemClock,
  type BlobStore,
  type Logger,
} from '@dragoman/core';
import type { GraphStore } from '@dragoman/graph';
import { productionExtractor, productionPipeline } from '@dragoman/pipeline';
import { consume, type ConsumeOptions, type Queues } from '@dragoman/queue';
import type { Config, Stage } from '@dragoman/schemas';
import { cleanHandler } from './clean.ts';
import { collectHandler } from './collect.ts';
import { extractHandler } from './extract.ts';
import { writeHandler } from './write.ts';

/** Something that runs and can be closed: a BullMQ worker with what it alone needs. */
export interface RunningStage {
  /** Finishes the jobs at hand. */
  close(): Promise<void>;
}

export interface StageParts {
  readonly config: Config;
  readonly queues: Queues;
  readonly logger: Logger;
  readonly consume: ConsumeOptions;
  /** The graph, which the stages of a process share; absent where none of them writes and another process may hold it. */
  readonly store?: GraphStore;
}

/** Starts the worker of a stage, with the parts that its handler needs. */
export async function startStage(stage: Stage, parts: StageParts): Promise<RunningStage> {
  const { config, queues, store } = parts;
  const blobs = folderBlobStore(config.blobs);
  switch (stage) {
    case 'collect': {
      const allowPrivate = new Set(config.allowPrivate.split(',').map((entry) => entry.trim()));
      const fetch = { timeoutMs: config.fetchTimeoutMs, maxBytes: config.maxDocumentBytes, allowPrivate };
      return consume(stage, collectHandler({ queues, blobs, fetch, clock: systemClock }), parts.consume);
    }
    case 'clean': {
      const options = { limits: { maxBytes: config.maxDocumentBytes } };
      return consume(stage, cleanHandler({ queues, blobs, options }), parts.consume);
    }
    case 'extract': {
      const reading = { queues, blobs, extractor: productionExtractor() };
      const handler = extractHandler({ ...reading, ...(store === undefined ? {} : { store }) });
      return consume(stage, handler, parts.consume);
    }
    case 'write':
      return startWriter(parts, blobs);
  }
}

/** The writer finishes first what a crash left behind. */
async function startWriter(parts: StageParts, blobs: BlobStore): Promise<RunningStage> {
  const { store, config } = parts;
  if (store === undefined) throw new PipelineError({ code: 'USAGE', message: 'the writer needs the graph' });
  const { maxDocumentBytes } = config;
  const logger = createLogger('silent');
  const pipeline = productionPipeline({ store, clock: systemClock, logger, maxDocumentBytes, blobs });
  await pipeline.resolvePending();
  return consume('write', writeHandler({ blobs, pipeline }), parts.consume);
}
