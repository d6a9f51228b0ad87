import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PipelineError } from '@dragoman/core';
import type { Config } from '@dragoman/schemas';
import { isStoreAddress, openStore } from './open.ts';
import type { GraphStore } from './store.ts';

/**
 * Opens the store that the configuration names; the folder of an embedded store is made where it is not there.
 * @throws PipelineError STORE_UNAVAILABLE, STORE_LOCKED
 */
export async function openConfiguredStore(config: Config): Promise<GraphStore> {
  const { store, neo4jUser: user, neo4jDatabase: database, neo4jPassword: password } = config;
  if (!isStoreAddress(store)) makeFolder(dirname(store));
  return openStore(store, { user, database, ...(password === undefined ? {} : { password }) });
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `the folder ${path} cannot be made: ${why}`;
    throw new PipelineError({ code: 'STORE_UNAVAILABLE', message, cause });
  }
}
