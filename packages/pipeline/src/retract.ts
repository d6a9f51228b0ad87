import { PipelineError, type Clock } from '@dragoman/core';
import {
  lockResolution,
  removeItems,
  removePending,
  StoredItems,
  writeChange,
  type GraphStore,
  type Transaction,
} from '@dragoman/graph';
import { resolveStep, type Evidence, type SameText } from '@dragoman/resolve';
import type { GraphChange, NodeLabel, NodeRow } from '@dragoman/schemas';
import { forgetOriginal } from './learning/record.ts';
import { retractionKey } from './retraction-key.ts';
import { textOf } from './rows.ts';

/** What went with an article. */
export interface Removal {
  readonly article: string;
  readonly url: string | null;
  readonly title: string | null;
  /** People, groups, places, meetings and events that it alone told of. */
  readonly nodes: readonly { readonly label: NodeLabel; readonly id: string; readonly name: string }[];
  /** Its claims. */
  readonly claims: number;
  /** Lasting links that it alone supported, and links that lost support and stand. */
  readonly linksRemoved: number;
  readonly linksWeakened: number;
}

export interface RetractOptions {
  readonly reason: string;
  readonly by: string;
  /** Leave not even the record that it was removed. */
  readonly purge?: boolean;
}

/**
 * Takes an article out, with all that it alone supported, in one transaction; what remains is as if it had never been read, but for
 * a Decision that says it was removed, and why, once articles that were cleaned otherwise because of it are read again
 * (`readWaiting`).
 * @param which the article's URL or id
 * @throws PipelineError NOT_FOUND
 */
export function retract(
  store: GraphStore,
  which: string,
  options: RetractOptions,
  sameText: SameText,
  clock: Clock,
): Promise<Removal> {
  return store.transact((transaction) => retractIn(transaction, which, options, sameText, clock));
}

async function retractIn(
  transaction: Transaction,
  which: string,
  options: RetractOptions,
  sameText: SameText,
  clock: Clock,
): Promise<Removal> {
  await lockResolution(transaction);
  const article = await find(transaction, which);
  const now = clock().toISOString();
  const index = new StoredItems(transaction);
  const [stored] = await index.byId('evidence', [article]);
  const { change } = await resolveStep(index, [{ article, evidence: null }], sameText);
  await forgetOriginal(transaction, article);
  const removal = await describe(
    transaction,
    article,
    change,
    stored === undefined ? null : (JSON.parse(stored.body) as Evidence),
  );
  const record = options.purge === true ? [] : [retraction(removal, options, now)];
  await writeChange(transaction, { ...change, nodes: [...change.nodes, ...record] }, now);
  const inputs = await index.byOwner('input', [article]);
  await removeItems(transaction, inputs);
  await removePending(transaction, [article]);
  if (options.purge === true)
    await transaction.run('MATCH (d:Decision {id: $id}) DETACH DELETE d', { id: retractionKey(article).id });
  return removal;
}

async function find(transaction: Transaction, which: string): Promise<string> {
  const rows = await transaction.run(
    'MATCH (a:Article) WHERE a.id = $which OR a.url = $which RETURN a.id AS id ORDER BY id LIMIT 1',
    { which },
  );
  const id = rows[0]?.['id'];
  if (typeof id === 'string') return id;
  throw new PipelineError({ code: 'NOT_FOUND', message: `no article ${which}` });
}

async function describe(
  transaction: Transaction,
  article: string,
  change: GraphChange,
  evidence: Evidence | null,
): Promise<Removal> {
  const gone = change.removedNodes.filter(({ label }) => told.has(label));
  const names = await namesOf(
    transaction,
    gone.map(({ id }) => id),
  );
  const standing = new Set(change.links.map(linkKey));
  const touched = change.removedLinks.map(linkKey);
  const { entities: _entities, ...items } = evidence?.extraction ?? { entities: [] };
  return {
    article,
    url: evidence?.article.url ?? null,
    title: evidence?.article.title ?? null,
    nodes: gone.map(({ label, id }) => ({ label, id, name: names.get(id) ?? id })),
    claims: Object.values(items).reduce(
      (sum: number, list) => sum + (Array.isArray(list) ? list.length : 0),
      0,
    ),
    linksRemoved: touched.filter((key) => !standing.has(key)).length,
    linksWeakened: touched.filter((key) => standing.has(key)).length,
  };
}

const told = new Set<NodeLabel>(['Person', 'Group', 'Place', 'Meeting', 'Event']);

function linkKey({
  type,
  from,
  to,
  key,
}: {
  type: string;
  from: { id: string };
  to: { id: string };
  key: string;
}): string {
  return `${type} ${from.id} ${to.id} ${key}`;
}

async function namesOf(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const label of ['Actor', 'Place', 'Event']) {
    const rows = await transaction.run(
      `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, coalesce(n.name, n.title, id) AS name`,
      { ids: [...ids] },
    );
    for (const row of rows) names.set(textOf(row['id']), textOf(row['name']));
  }
  return names;
}

function retraction(removal: Removal, { reason, by }: RetractOptions, now: string): NodeRow {
  const { url, article } = removal;
  return {
    ...retractionKey(article),
    properties: { kind: 'retraction', reason, by, article, decidedAt: now, ...(url === null ? {} : { url }) },
  };
}
