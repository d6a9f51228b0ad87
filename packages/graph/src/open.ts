import { EmbeddedStore } from './embedded/store.ts';
import type { Credentials, GraphStore } from './store.ts';

/** Whether a store is an address of Neo4j; else it is a file of the embedded store. */
export function isStoreAddress(where: string): boolean {
  return /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//.test(where);
}

/**
 * Opens a store, and brings its constraints and indexes to the newest version.
 * @param where a file (embedded store; made where it is not there), or a bolt:// or neo4j:// address
 * @param credentials for Neo4j: user, password and database
 * @throws PipelineError STORE_UNAVAILABLE, STORE_LOCKED
 */
export async function openStore(where: string, credentials: Credentials = {}): Promise<GraphStore> {
  const store = isStoreAddress(where) ? await openNeo4j(where, credentials) : EmbeddedStore.open(where);
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Loads the driver only where somebody wants it: it takes longer to load than all else of a graph in a file. */
async function openNeo4j(address: string, credentials: Credentials): Promise<GraphStore> {
  const { Neo4jStore } = await import('./neo4j/store.ts');
  return Neo4jStore.open(address, credentials);
}
