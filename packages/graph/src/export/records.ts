import { compareText } from '@dragoman/core';
import { nodeLabelSchema, volatileProperties, type NodeLabel } from '@dragoman/schemas';
import { textOf, textsOf } from '../rows.ts';
import type { GraphStore } from '../store.ts';
import type { GraphValue, Row } from '../values.ts';

/** A node as exports have it: its most particular label, its id, and all properties that are not the store's own. */
export interface NodeRecord {
  readonly label: NodeLabel;
  readonly id: string;
  /** Sorted by name; without `id`. */
  readonly properties: PropertyEntries;
}
export interface LinkRecord {
  readonly type: string;
  readonly from: End;
  readonly to: End;
  readonly properties: PropertyEntries;
}
export interface End {
  readonly label: NodeLabel;
  readonly id: string;
}
export type PropertyEntries = readonly (readonly [name: string, value: GraphValue])[];

/** What of the graph is exported: all, or only actors, places, events and the links between them. */
export type ExportScope = 'all' | 'world';

/** How many nodes are read at once. */
const pageSize = 1_000;

const worldLabels: readonly NodeLabel[] = ['Person', 'Group', 'Place', 'Event', 'Meeting'];
const particular = nodeLabelSchema.options.toSorted();
const volatile: ReadonlySet<string> = new Set(volatileProperties);

export function labelsIn(scope: ExportScope): readonly NodeLabel[] {
  return particular.filter((label) => scope === 'all' || worldLabels.includes(label));
}

/** All nodes in canonical order: by label, then by id. */
export async function* nodeRecords(store: GraphStore, scope: ExportScope): AsyncGenerator<NodeRecord> {
  for (const label of labelsIn(scope)) {
    for await (const ids of pagesOfIds(store, label)) {
      const cypher = `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, properties(n) AS properties ORDER BY id`;
      for (const row of await store.read(cypher, { ids })) {
        yield { label, id: textOf(row['id']), properties: entriesOf(row['properties']) };
      }
    }
  }
}

/** All links in canonical order: by their start, then by type, end and properties. Both ends are in the scope. */
export async function* linkRecords(store: GraphStore, scope: ExportScope): AsyncGenerator<LinkRecord> {
  const labels = labelsIn(scope);
  for (const label of labels) {
    for await (const ids of pagesOfIds(store, label)) {
      const cypher = `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->(m)
        RETURN id, type(r) AS type, properties(r) AS properties, labels(m) AS labels, m.id AS to ORDER BY id`;
      const links = (await store.read(cypher, { ids })).flatMap((row) => linkFrom(label, row, labels));
      yield* links.toSorted(compareLinks);
    }
  }
}

/** Ids of all nodes with a label, sorted; an event that is a meeting counts as a meeting only. */
async function* pagesOfIds(store: GraphStore, label: NodeLabel): AsyncGenerator<string[]> {
  const except = label === 'Event' ? 'WHERE NOT n:Meeting' : '';
  const rows = await store.read(`MATCH (n:${label}) ${except} RETURN n.id AS id ORDER BY id`);
  const ids = rows.map((row) => textOf(row['id']));
  for (let at = 0; at < ids.length; at += pageSize) yield ids.slice(at, at + pageSize);
}

function linkFrom(label: NodeLabel, row: Row, labels: readonly NodeLabel[]): LinkRecord[] {
  const to = particularLabel(row['labels']);
  if (to === undefined || !labels.includes(to)) return [];
  return [
    {
      type: textOf(row['type']),
      from: { label, id: textOf(row['id']) },
      to: { label: to, id: textOf(row['to']) },
      properties: entriesOf(row['properties']),
    },
  ];
}

function particularLabel(labels: GraphValue | undefined): NodeLabel | undefined {
  const carried = textsOf(labels);
  if (carried.includes('Meeting')) return 'Meeting';
  return particular.find((label) => carried.includes(label));
}

function entriesOf(properties: GraphValue | undefined): PropertyEntries {
  if (properties === null || typeof properties !== 'object' || Array.isArray(properties)) return [];
  const entries = Object.entries(properties).filter(([name]) => name !== 'id' && !volatile.has(name));
  return entries.toSorted(([a], [b]) => compareText(a, b));
}

function compareLinks(a: LinkRecord, b: LinkRecord): number {
  return (
    compareText(a.from.id, b.from.id) ||
    compareText(a.type, b.type) ||
    compareText(a.to.label, b.to.label) ||
    compareText(a.to.id, b.to.id) ||
    compareText(JSON.stringify(a.properties), JSON.stringify(b.properties))
  );
}
