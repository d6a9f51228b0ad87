import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '@dragoman/schemas';
import { isStoreAddress, openStore } from './open.ts';
import type { GraphStore } from './store.ts';

/**
 * Opens the store that the configuration names; the folder of an embedded store is made where it is not there.
 * @throws PipelineError STORE_UNAVAILABLE, STORE_LOCKED
 */
export function openConfiguredStore(config: Config): Promise<GraphStore> {
  const { store, neo4jUser: user, neo4jDatabase: database, neo4jPassword: password } = config;
  if (!isStoreAddress(store)) mkdirSync(dirname(store), { recursive: true });
  return openStore(store, { user, database, ...(password === undefined ? {} : { password }) });
}
