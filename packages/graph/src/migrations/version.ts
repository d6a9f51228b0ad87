import { numberOf } from '../rows.ts';
import type { GraphStore } from '../store.ts';

/** The label of the node that holds the schema's version; no part of the graph that people see. */
export const schemaLabel = 'Schema';

/** The version that a store is at; 0 where it is new. */
export async function readSchemaVersion(store: GraphStore): Promise<number> {
  const rows = await store.read(`MATCH (s:${schemaLabel} {id: 'schema'}) RETURN s.version AS version`);
  return numberOf(rows[0]?.['version']);
}

export async function writeSchemaVersion(store: GraphStore, version: number): Promise<void> {
  const cypher = `MERGE (s:${schemaLabel} {id: 'schema'}) SET s.version = $version`;
  await store.write([{ cypher, params: { version } }]);
}
