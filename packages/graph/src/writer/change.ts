import {
  labelsOf,
  type GraphChange,
  type LinkRow,
  type NodeKey,
  type NodeLabel,
  type NodeRow,
  type Point,
} from '@dragoman/schemas';
import type { Transaction } from '../store.ts';
import type { ParameterValue } from '../values.ts';
import { putItems, removeItems } from './items.ts';

/** How many rows go into one statement. */
const batch = 2_000;

/**
 * Writes one step's change: what it replaces goes first, then nodes, then links, then the nodes that are no more.
 * @param now when articles that are new to the graph are said to have come in (ISO 8601)
 */
export async function writeChange(transaction: Transaction, change: GraphChange, now: string): Promise<void> {
  await removeItems(transaction, change.items.remove);
  await putItems(transaction, change.items.put);
  await clearReplaced(transaction, change);
  await removeLinks(transaction, change.removedLinks);
  await putNodes(transaction, change.nodes, now);
  await putLinks(transaction, change.links);
  await removeNodes(transaction, change.removedNodes);
}

async function clearReplaced(
  transaction: Transaction,
  { articles, entities, events, links }: GraphChange,
): Promise<void> {
  const decisions = [
    ...new Set(links.filter(({ from }) => from.label === 'Decision').map(({ from }) => from.id)),
  ];
  const statements: [readonly string[], string][] = [
    [articles, 'MATCH (:Article {id: id})<-[:IN]-(c:Claim) DETACH DELETE c'],
    [articles, 'MATCH (:Article {id: id})-[r]->() DELETE r'],
    [events, 'MATCH (:Event {id: id})<-[:SUPPORTS]-(:Claim)-[r:CONFLICTS_WITH]->() DELETE r'],
    [events, 'MATCH (:Event {id: id})<-[:SUPPORTS]-(:Claim)<-[r:CONFLICTS_WITH]-() DELETE r'],
    [events, 'MATCH (:Event {id: id})<-[r:PARTICIPATED_IN]-() DELETE r'],
    [events, 'MATCH (:Event {id: id})-[r:LOCATED_IN]->() DELETE r'],
    [decisions, 'MATCH (:Decision {id: id})-[r]->() DELETE r'],
    ...['Person', 'Group', 'Place'].flatMap((label): [readonly string[], string][] => {
      const ids = entities.filter((id) => id.startsWith(label.toLowerCase()));
      return [
        [ids, `MATCH (:${label} {id: id})<-[:MERGED]-(d:Decision) DETACH DELETE d`],
        [ids, `MATCH (:${label} {id: id})<-[:SPLIT]-(d:Decision) DETACH DELETE d`],
      ];
    }),
  ];
  for (const [ids, cypher] of statements) {
    if (ids.length > 0) await transaction.run(`UNWIND $ids AS id ${cypher}`, { ids: [...ids] });
  }
}

async function putNodes(transaction: Transaction, nodes: readonly NodeRow[], now: string): Promise<void> {
  for (const [label, rows] of grouped(nodes, ({ label }) => label)) {
    const extra = labelsOf[label].filter((other) => other !== label);
    const labels = extra.length === 0 ? '' : ` SET n:${extra.join(':')}`;
    const kept = label === 'Article' ? ' SET n.ingestedAt = at' : '';
    const before = label === 'Article' ? ' WITH n, row, coalesce(n.ingestedAt, $now) AS at' : '';
    const cypher = `UNWIND $rows AS row MERGE (n:${label} {id: row.id})${before} SET n = row.properties${kept}${labels}`;
    await inBatches(rows.map(nodeParameters), (some) => transaction.run(cypher, { rows: some, now }));
    await putLocations(transaction, label, rows);
  }
}

/** A point is written by its function: a map of parameters is no property. */
async function putLocations(
  transaction: Transaction,
  label: NodeLabel,
  nodes: readonly NodeRow[],
): Promise<void> {
  const rows = nodes.flatMap(({ id, properties }) => {
    const points = Object.entries(properties).filter((entry): entry is [string, Point] => isPoint(entry[1]));
    return points.map(([, { latitude, longitude }]) => ({ id, latitude, longitude }));
  });
  const cypher = `UNWIND $rows AS row MATCH (n:${label} {id: row.id})
    SET n.location = point({latitude: row.latitude, longitude: row.longitude})`;
  await inBatches(rows, (some) => transaction.run(cypher, { rows: some }));
}

function nodeParameters({ id, properties }: NodeRow): ParameterValue {
  const plain = Object.entries(properties).filter(([, value]) => !isPoint(value));
  return { id, properties: { ...(Object.fromEntries(plain) as Record<string, ParameterValue>), id } };
}

function isPoint(value: unknown): value is Point {
  return typeof value === 'object' && value !== null && 'latitude' in value;
}

async function putLinks(transaction: Transaction, links: readonly LinkRow[]): Promise<void> {
  for (const [, rows] of grouped(links, kindOfLink)) {
    const [first] = rows;
    if (first === undefined) continue;
    const cypher = `UNWIND $rows AS row MATCH (a:${first.from.label} {id: row.from}) MATCH (b:${first.to.label} {id: row.to})
      CREATE (a)-[r:${first.type}]->(b) SET r = row.properties`;
    await inBatches(rows.map(linkParameters), (some) => transaction.run(cypher, { rows: some }));
  }
}

function linkParameters({ from, to, key, properties }: LinkRow): ParameterValue {
  const own = keyShown(properties) || key === '' ? {} : { key };
  return {
    from: from.id,
    to: to.id,
    properties: { ...(properties as Record<string, ParameterValue>), ...own },
  };
}

/** Roles and slots are the keys of their links already. */
function keyShown(properties: LinkRow['properties']): boolean {
  return 'role' in properties || 'slot' in properties;
}

async function removeLinks(
  transaction: Transaction,
  links: readonly Omit<LinkRow, 'properties'>[],
): Promise<void> {
  for (const [, rows] of grouped(links, kindOfLink)) {
    const [first] = rows;
    if (first === undefined) continue;
    const cypher = `UNWIND $rows AS row MATCH ${pathOf(first)} WHERE coalesce(r.key, '') = row.key DELETE r`;
    const parameters = rows.map(({ from, to, key }) => ({ from: from.id, to: to.id, key }));
    await inBatches(parameters, (some) => transaction.run(cypher, { rows: some }));
  }
}

/** Walked from the end that has few links: people rather than the states and bodies that they stand by. */
function pathOf({ type, from, to }: Omit<LinkRow, 'properties'>): string {
  const start = `(a:${from.label} {id: row.from})`;
  const end = `(b:${to.label} {id: row.to})`;
  return from.label === 'Person' ? `${start}-[r:${type}]->${end}` : `${end}<-[r:${type}]-${start}`;
}

async function removeNodes(transaction: Transaction, nodes: readonly NodeKey[]): Promise<void> {
  for (const [label, rows] of grouped(nodes, ({ label }) => label)) {
    await transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, {
      ids: rows.map(({ id }) => id),
    });
  }
}

function kindOfLink({ type, from, to }: Omit<LinkRow, 'properties'>): string {
  return `${from.label} ${type} ${to.label}`;
}

function grouped<T, K extends string>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

async function inBatches(
  rows: readonly ParameterValue[],
  run: (some: ParameterValue[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await run(rows.slice(at, at + batch));
}
