import { nodeLabelSchema, type NodeLabel } from '@dragoman/schemas';
import { readSchemaVersion } from './migrations/version.ts';
import { numberOf, textOf, textOrNull } from './rows.ts';
import type { GraphStore } from './store.ts';

/** What a graph holds. */
export interface GraphStatus {
  readonly kind: GraphStore['kind'];
  readonly schemaVersion: number;
  /** Nodes by their most particular label: a meeting is not counted as an event. */
  readonly nodes: Readonly<Record<NodeLabel, number>>;
  readonly links: number;
  /** Outlets with how many articles of each, most first. */
  readonly sources: readonly { name: string; articles: number }[];
  /** When the last article came in (ISO 8601); null in an empty graph. */
  readonly lastIngestedAt: string | null;
  /** Articles that wait to be read, or whose evidence waits to be resolved. */
  readonly pending: number;
}

/** Counts what a graph holds. */
export async function graphStatus(store: GraphStore): Promise<GraphStatus> {
  const counts = new Map<NodeLabel, number>();
  for (const label of nodeLabelSchema.options) {
    const except = label === 'Event' ? 'WHERE NOT n:Meeting' : '';
    counts.set(label, await count(store, `MATCH (n:${label}) ${except} RETURN count(n) AS count`));
  }
  return {
    kind: store.kind,
    schemaVersion: await readSchemaVersion(store),
    nodes: Object.fromEntries(counts) as Record<NodeLabel, number>,
    links: await count(store, 'MATCH ()-[r]->() RETURN count(r) AS count'),
    sources: await sources(store),
    lastIngestedAt: await lastIngestion(store),
    pending:
      (await count(store, 'MATCH (p:Pending) RETURN count(DISTINCT p.article) AS count')) +
      (await count(store, 'MATCH (u:Unread) RETURN count(u) AS count')),
  };
}

async function count(store: GraphStore, cypher: string): Promise<number> {
  const [row] = await store.read(cypher);
  return numberOf(row?.['count']);
}

async function sources(store: GraphStore): Promise<{ name: string; articles: number }[]> {
  const cypher = `MATCH (s:Source)
    RETURN coalesce(s.name, s.id) AS name, COUNT { (s)<-[:PUBLISHED_BY]-(:Article) } AS articles
    ORDER BY articles DESC, name`;
  const rows = await store.read(cypher);
  return rows.map((row) => ({ name: textOf(row['name']), articles: numberOf(row['articles']) }));
}

async function lastIngestion(store: GraphStore): Promise<string | null> {
  const [row] = await store.read('MATCH (a:Article) RETURN max(a.ingestedAt) AS last');
  return textOrNull(row?.['last']);
}
