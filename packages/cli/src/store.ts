import { existsSync } from 'node:fs';
import { createLogger, folderBlobStore, PipelineError, systemClock } from '@dragoman/core';
import type { GraphStore } from '@dragoman/graph';
import type { Pipeline } from '@dragoman/pipeline';
import type { Config } from '@dragoman/schemas';
import { deadLetterFolder } from './dead-letters.ts';

/** What `--store` is, for `--help`; user and password come from the environment. */
export const storeHelp = 'the graph: a file (embedded) or a bolt:// or neo4j:// address';

export interface StoreOptions {
  readonly store?: string;
}

/** What the command line states of the configuration. */
export function statedStore(options: StoreOptions): Partial<Config> {
  return options.store === undefined ? {} : { store: options.store };
}

/**
 * Opens the configured store and closes it after the work.
 * @throws PipelineError STORE_UNAVAILABLE where it is a file that is not there, unless it `mayBegin` with this work
 */
export async function withStore<T>(
  config: Config,
  work: (store: GraphStore) => Promise<T>,
  mayBegin = false,
): Promise<T> {
  const { openConfiguredStore } = await import('@dragoman/graph');
  if (!mayBegin) await assertThere(config);
  const store = await openConfiguredStore(config);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A mistyped name must not look like an empty graph. */
export async function assertThere({ store }: Config): Promise<void> {
  const { isStoreAddress } = await import('@dragoman/graph');
  if (isStoreAddress(store) || existsSync(store)) return;
  const message = `there is no graph at ${store}; \`dragoman ingest\` makes one`;
  throw new PipelineError({ code: 'STORE_UNAVAILABLE', message });
}

/** The same with the pipeline on top. */
export function withPipeline<T>(
  config: Config,
  work: (pipeline: Pipeline) => Promise<T>,
  mayBegin = false,
): Promise<T> {
  const onStore = async (store: GraphStore): Promise<T> => {
    const { folderDeadLetters, productionPipeline } = await import('@dragoman/pipeline');
    const pipeline = productionPipeline({
      store,
      clock: systemClock,
      logger: createLogger('silent'),
      maxDocumentBytes: config.maxDocumentBytes,
      blobs: folderBlobStore(config.blobs),
      deadLetters: folderDeadLetters(deadLetterFolder(config)),
    });
    return work(pipeline);
  };
  return withStore(config, onStore, mayBegin);
}
