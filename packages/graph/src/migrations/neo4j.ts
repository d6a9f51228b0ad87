import { numberOf } from '../rows.ts';
import type { GraphStore, Transaction } from '../store.ts';
import { schemaName, schemaVersions, type SchemaVersion } from './schema.ts';
import { readSchemaVersion, schemaLabel } from './version.ts';

/**
 * Brings Neo4j's constraints and indexes to the newest version. Whoever comes first locks the version's node; others
 * wait at it, and find the work done. Statements that change the schema run in transactions of their own beside it.
 * @param run runs one statement in a transaction of its own
 */
export async function migrateNeo4j(
  store: GraphStore,
  run: (statement: string) => Promise<unknown>,
): Promise<void> {
  const newest = schemaVersions().at(-1)?.version ?? 0;
  if ((await readSchemaVersion(store)) >= newest) return;
  await run(`CREATE CONSTRAINT schema_id_unique IF NOT EXISTS FOR (n:${schemaLabel}) REQUIRE n.id IS UNIQUE`);
  await store.transact(async (transaction) => {
    const current = await lockVersion(transaction);
    for (const version of schemaVersions()) {
      if (version.version <= current) continue;
      for (const statement of neo4jStatements(version)) await run(statement);
    }
    const cypher = `MATCH (s:${schemaLabel} {id: 'schema'}) SET s.version = $newest`;
    await transaction.run(cypher, { newest });
  });
  await run('CALL db.awaitIndexes(300)');
}

/** Writes to the version's node, so that its lock is held to the transaction's end. */
async function lockVersion(transaction: Transaction): Promise<number> {
  const cypher = `MERGE (s:${schemaLabel} {id: 'schema'}) SET s.version = coalesce(s.version, 0) RETURN s.version AS version`;
  const [row] = await transaction.run(cypher);
  return numberOf(row?.['version']);
}

function neo4jStatements({ unique, index, fulltext, data }: SchemaVersion): string[] {
  const constraints = unique.map((on) => {
    const name = schemaName('unique', on);
    return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${on.label}) REQUIRE n.${on.property} IS UNIQUE`;
  });
  const indexes = index.map((on) => {
    const name = schemaName('index', on);
    return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${on.label}) ON (n.${on.property})`;
  });
  const texts = fulltext.map(({ name, labels, properties }) => {
    const on = properties.map((property) => `n.${property}`).join(', ');
    return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${labels.join('|')}) ON EACH [${on}]`;
  });
  return [...constraints, ...indexes, ...texts, ...data];
}
