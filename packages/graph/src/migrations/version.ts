import { PipelineError } from '@dragoman/core';
import { numberOf } from '../rows.ts';
import type { GraphStore } from '../store.ts';
import { schemaVersions } from './schema.ts';

/** The label of the node that holds the schema's version; no part of the graph that people see. */
export const schemaLabel = 'Schema';

/**
 * The version that a store is at; 0 where it is new.
 * @throws PipelineError STORE_UNAVAILABLE for a store that a later release has written to
 */
export async function readSchemaVersion(store: GraphStore): Promise<number> {
  const rows = await store.read(`MATCH (s:${schemaLabel} {id: 'schema'}) RETURN s.version AS version`);
  const version = numberOf(rows[0]?.['version']);
  const newest = schemaVersions().at(-1)?.version ?? 0;
  if (version <= newest) return version;
  const message = `the graph was written by a later release: its schema is ${version}, this one knows ${newest}`;
  throw new PipelineError({ code: 'STORE_UNAVAILABLE', message });
}

export async function writeSchemaVersion(store: GraphStore, version: number): Promise<void> {
  const cypher = `MERGE (s:${schemaLabel} {id: 'schema'}) SET s.version = $version`;
  await store.write([{ cypher, params: { version } }]);
}
