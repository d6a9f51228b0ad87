import {
  labelsOf,
  type GraphChange,
  type LinkRow,
  type NodeKey,
  type NodeLabel,
  type NodeRow,
  type Point,
} from '@dragoman/schemas';
import type { Statement, Transaction } from '../store.ts';
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
  await transaction.runAll([
    ...clearReplaced(change),
    ...removeLinks(change.removedLinks),
    ...putNodes(change.nodes, now),
    ...putLinks(change.links),
    ...removeNodes(change.removedNodes),
  ]);
}

function clearReplaced({ articles, entities, events, links }: GraphChange): Statement[] {
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
  return statements
    .filter(([ids]) => ids.length > 0)
    .map(([ids, cypher]) => ({ cypher: `UNWIND $ids AS id ${cypher}`, params: { ids: [...ids] } }));
}

function putNodes(nodes: readonly NodeRow[], now: string): Statement[] {
  return [...grouped(nodes, ({ label }) => label)].flatMap(([label, rows]) => {
    const extra = labelsOf[label].filter((other) => other !== label);
    const labels = extra.length === 0 ? '' : ` SET n:${extra.join(':')}`;
    const kept = label === 'Article' ? ' SET n.ingestedAt = at' : '';
    const before = label === 'Article' ? ' WITH n, row, coalesce(n.ingestedAt, $now) AS at' : '';
    const cypher = `UNWIND $rows AS row MERGE (n:${label} {id: row.id})${before} SET n = row.properties${kept}${labels}`;
    return [...inBatches(cypher, rows.map(nodeParameters), { now }), ...putLocations(label, rows)];
  });
}

/** A point is written by its function: a map of parameters is no property. */
function putLocations(label: NodeLabel, nodes: readonly NodeRow[]): Statement[] {
  const rows = nodes.flatMap(({ id, properties }) => {
    const points = Object.entries(properties).filter((entry): entry is [string, Point] => isPoint(entry[1]));
    return points.map(([, { latitude, longitude }]) => ({ id, latitude, longitude }));
  });
  const cypher = `UNWIND $rows AS row MATCH (n:${label} {id: row.id})
    SET n.location = point({latitude: row.latitude, longitude: row.longitude})`;
  return inBatches(cypher, rows);
}

function nodeParameters({ id, properties }: NodeRow): ParameterValue {
  const plain = Object.entries(properties).filter(([, value]) => !isPoint(value));
  return { id, properties: { ...(Object.fromEntries(plain) as Record<string, ParameterValue>), id } };
}

function isPoint(value: unknown): value is Point {
  return typeof value === 'object' && value !== null && 'latitude' in value;
}

function putLinks(links: readonly LinkRow[]): Statement[] {
  return [...grouped(links, kindOfLink).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const cypher = `UNWIND $rows AS row MATCH (a:${first.from.label} {id: row.from}) MATCH (b:${first.to.label} {id: row.to})
      CREATE (a)-[r:${first.type}]->(b) SET r = row.properties`;
    return inBatches(cypher, rows.map(linkParameters));
  });
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

function removeLinks(links: readonly Omit<LinkRow, 'properties'>[]): Statement[] {
  return [...grouped(links, kindOfLink).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const cypher = `UNWIND $rows AS row MATCH ${pathOf(first)} WHERE coalesce(r.key, '') = row.key DELETE r`;
    const parameters = rows.map(({ from, to, key }) => ({ from: from.id, to: to.id, key }));
    return inBatches(cypher, parameters);
  });
}

/** Walked from the end that has few links: claims and people rather than the events, states and bodies that they stand by. */
function pathOf({ type, from, to }: Omit<LinkRow, 'properties'>): string {
  const start = `(a:${from.label} {id: row.from})`;
  const end = `(b:${to.label} {id: row.to})`;
  const fromStart = from.label === 'Person' || from.label === 'Claim';
  return fromStart ? `${start}-[r:${type}]->${end}` : `${end}<-[r:${type}]-${start}`;
}

function removeNodes(nodes: readonly NodeKey[]): Statement[] {
  return [...grouped(nodes, ({ label }) => label)].map(([label, rows]) => ({
    cypher: `UNWIND $ids AS id MATCH (n:${label} {id: id}) DETACH DELETE n`,
    params: { ids: rows.map(({ id }) => id) },
  }));
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

function inBatches(
  cypher: string,
  rows: readonly ParameterValue[],
  params: Record<string, ParameterValue> = {},
): Statement[] {
  return Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) => ({
    cypher,
    params: { ...params, rows: rows.slice(at * batch, (at + 1) * batch) },
  }));
}
