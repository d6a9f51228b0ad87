import type { GraphStore } from '../store.ts';
import { schemaName, schemaVersions, type SchemaVersion } from './schema.ts';
import { readSchemaVersion, writeSchemaVersion } from './version.ts';

/**
 * Brings the embedded store's constraints and indexes to the newest version. A constraint makes no index there,
 * and a MERGE without one reads every node: so each unique property gets both. Full-text indexes it does not know.
 * @param run runs one statement outside a transaction
 */
export async function migrateEmbedded(
  store: GraphStore,
  run: (statement: string) => Promise<unknown>,
): Promise<void> {
  const current = await readSchemaVersion(store);
  for (const version of schemaVersions()) {
    if (version.version <= current) continue;
    for (const statement of embeddedStatements(version)) await run(statement);
    await writeSchemaVersion(store, version.version);
  }
}

function embeddedStatements({ unique, index, data }: SchemaVersion): string[] {
  const constraints = unique.map((on) => {
    const name = schemaName('unique', on);
    return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${on.label}) REQUIRE n.${on.property} IS UNIQUE`;
  });
  const indexes = [...unique, ...index].map((on) => {
    const name = schemaName('index', on);
    return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${on.label}) ON (n.${on.property})`;
  });
  return [...constraints, ...indexes, ...data];
}
