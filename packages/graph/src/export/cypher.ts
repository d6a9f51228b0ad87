import { labelsOf } from '@dragoman/schemas';
import type { GraphStore } from '../store.ts';
import type { GraphValue } from '../values.ts';
import {
  labelsIn,
  linkRecords,
  nodeRecords,
  type ExportScope,
  type LinkRecord,
  type NodeRecord,
  type PropertyEntries,
} from './records.ts';
import { isPoint } from './values.ts';

const batchSize = 500;

/** Cypher statements that build the graph in an empty Neo4j: `cypher-shell < graph.cypher`. */
export async function* exportCypher(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  for (const label of labelsIn(scope)) {
    yield `CREATE CONSTRAINT ${label.toLowerCase()}_id_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  }
  for await (const batch of batches(nodeRecords(store, scope), (node) => node.label))
    yield nodeStatement(batch);
  for await (const batch of batches(linkRecords(store, scope), linkKind)) yield linkStatement(batch);
}

function linkKind({ from, type, to }: LinkRecord): string {
  return `${from.label} ${type} ${to.label}`;
}

/** Records of one kind together, in groups that one statement can hold. */
async function* batches<T>(
  records: AsyncIterable<T>,
  kindOf: (record: T) => string,
): AsyncGenerator<[T, ...T[]]> {
  const waiting = new Map<string, [T, ...T[]]>();
  for await (const record of records) {
    const kind = kindOf(record);
    const batch = waiting.get(kind);
    if (batch === undefined) waiting.set(kind, [record]);
    else if (batch.push(record) >= batchSize) {
      waiting.delete(kind);
      yield batch;
    }
  }
  yield* waiting.values();
}

function nodeStatement(batch: readonly [NodeRecord, ...NodeRecord[]]): string {
  const { label } = batch[0];
  const others = labelsOf[label].filter((other) => other !== label).map((other) => `n:${other}, `);
  const rows = batch.map(
    ({ id, properties }) => `{id: ${literal(id)}, properties: ${mapLiteral(properties)}}`,
  );
  const merge = `MERGE (n:${label} {id: row.id}) SET ${others.join('')}n += row.properties`;
  return `UNWIND [\n${rows.join(',\n')}\n] AS row ${merge};\n`;
}

function linkStatement(batch: readonly [LinkRecord, ...LinkRecord[]]): string {
  const { type, from, to } = batch[0];
  const rows = batch.map((link) => {
    const ends = `from: ${literal(link.from.id)}, to: ${literal(link.to.id)}`;
    return `{${ends}, properties: ${mapLiteral(link.properties)}}`;
  });
  const match = `MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to})`;
  const create = `CREATE (a)-[r:${quotedName(type)}]->(b) SET r = row.properties`;
  return `UNWIND [\n${rows.join(',\n')}\n] AS row ${match} ${create};\n`;
}

function mapLiteral(properties: PropertyEntries): string {
  return `{${properties.map(([name, value]) => `${quotedName(name)}: ${literal(value)}`).join(', ')}}`;
}

function quotedName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

function literal(value: GraphValue): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isPoint(value)) return `point({latitude: ${value.latitude}, longitude: ${value.longitude}})`;
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  return mapLiteral(Object.entries(value));
}

function isList(value: object): value is readonly GraphValue[] {
  return Array.isArray(value);
}

function stringLiteral(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
