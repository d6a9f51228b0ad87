import { createLogger, folderBlobStore, systemClock } from '@dragoman/core';
import type { GraphStore } from '@dragoman/graph';
import type { Pipeline } from '@dragoman/pipeline';
import type { Config } from '@dragoman/schemas';
import { dirname } from 'node:path';
import { mkdirSync } from 'node:fs';
import { deadLetterFolder } from './dead-letters.ts';

/** Adds `--store` to what a command takes; the password comes from the environment. */
export const storeHelp = 'the graph: a file (embedded) or a bolt:// or neo4j:// address';

export interface StoreOptions {
  readonly store?: string;
}

export function statedStore(options: StoreOptions): Partial<Config> {
  return options.store === undefined ? {} : { store: options.store };
}

/** Opens the configured store, brings its schema up to date, and closes it after the work. */
export async function withStore<T>(config: Config, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const { openStore } = await import('@dragoman/graph');
  if (!isAddress(config.store)) mkdirSync(dirname(config.store), { recursive: true });
  const store = await openStore(config.store, credentialsOf(config));
  try {
    await store.migrate();
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

const isAddress = (store: string): boolean => /^(?:bolt|neo4j)(?:\+s(?:sc)?)?:\/\//.test(store);

function credentialsOf({ neo4jUser, neo4jPassword, neo4jDatabase }: Config) {
  return {
    user: neo4jUser,
    database: neo4jDatabase,
    ...(neo4jPassword === undefined ? {} : { password: neo4jPassword }),
  };
}
