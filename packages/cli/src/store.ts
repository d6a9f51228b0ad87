import { createLogger, folderBlobStore, systemClock } from '@dragoman/core';
import type { GraphStore } from '@dragoman/graph';
import type { Pipeline } from '@dragoman/pipeline';
import type { Config } from '@dragoman/schemas';
import { deadLetterFolder } from './dead-letters.ts';

/** Adds `--store` to what a command takes; the password comes from the environment. */
export const storeHelp = 'the graph: a file (embedded) or a bolt:// or neo4j:// address';

export interface StoreOptions {
  readonly store?: string;
}

export function statedStore(options: StoreOptions): Partial<Config> {
  return options.store === undefined ? {} : { store: options.store };
}

/** Opens the configured store and closes it after the work. */
export async function withStore<T>(config: Config, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const { openConfiguredStore } = await import('@dragoman/graph');
  const store = await openConfiguredStore(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The same with the pipeline on top. */
export function withPipeline<T>(
  config: Config,
  work: (pipeline: Pipeline, store: GraphStore) => Promise<T>,
): Promise<T> {
  return withStore(config, async (store) => {
    const { folderDeadLetters, productionPipeline } = await import('@dragoman/pipeline');
    const pipeline = productionPipeline({
      store,
      clock: systemClock,
      logger: createLogger('silent'),
      maxDocumentBytes: config.maxDocumentBytes,
      blobs: folderBlobStore(config.blobs),
      deadLetters: folderDeadLetters(deadLetterFolder(config)),
    });
    return work(pipeline, store);
  });
}
