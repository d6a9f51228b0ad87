import { PipelineError, type Clock } from '@dragoman/core';
import {
  lockResolution,
  putItems,
  removeItems,
  StoredItems,
  writeChange,
  type GraphStore,
  type Transaction,
} from '@dragoman/graph';
import { readRuling, resolveStep, rulingItem, rulingOf, type Ruling, type SameText } from '@dragoman/resolve';
import type { Item } from '@dragoman/schemas';
import { textOf } from './rows.ts';

/** Two nodes that may be one: rules kept them apart, and nobody has decided. */
export interface Candidate {
  readonly decision: string;
  readonly left: { readonly id: string; readonly name: string };
  readonly right: { readonly id: string; readonly name: string };
  /** What spoke for and against it. */
  readonly reason: string;
  readonly weight: number;
}

/** The review queue: doubtful pairs first, then refused ones; of each the most alike first. */
export async function candidates(store: GraphStore, limit = 100): Promise<Candidate[]> {
  const rows = await store.read(
    `MATCH (d:Decision)-[:SPLIT]->(a) MATCH (d)-[:SPLIT]->(b)
     WHERE d.by = 'rule' AND d.kind IN ['candidate', 'refusal'] AND a.id < b.id
     AND NOT EXISTS { (a)<-[:SPLIT]-(r:Decision)-[:SPLIT]->(b) WHERE r.by <> 'rule' }
     RETURN d.id AS decision, d.reason AS reason, coalesce(d.weight, 0.0) AS weight, d.kind AS kind,
       a.id AS leftId, a.name AS leftName, b.id AS rightId, b.name AS rightName
     ORDER BY kind, weight DESC, leftId, rightId LIMIT $limit`,
    { limit },
  );
  return rows.map((row) => ({
    decision: textOf(row['decision']),
    left: { id: textOf(row['leftId']), name: textOf(row['leftName']) },
    right: { id: textOf(row['rightId']), name: textOf(row['rightName']) },
    reason: textOf(row['reason']),
    weight: Number(row['weight']),
  }));
}

export interface Word {
  readonly kind: Ruling['kind'];
  readonly by: string;
  readonly reason?: string;
}

/**
 * Records what a person says about two nodes, and recomputes what depends on it. It is kept by the signatures of both, so that it
 * holds when the articles are read again. Returns the ruling's id, by which it can be undone.
 * @throws PipelineError NOT_FOUND where a node has no signatures
 */
export function decide(
  store: GraphStore,
  left: string,
  right: string,
  word: Word,
  sameText: SameText,
  clock: Clock,
): Promise<string> {
  return store.transact(async (transaction) => {
    await lockResolution(transaction);
    const index = new StoredItems(transaction);
    const signatures = await index.byCluster('signature', [left, right]);
    const sideOf = (node: string): Item[] => signatures.filter(({ cluster }) => cluster === node);
    for (const node of [left, right]) {
      if (sideOf(node).length === 0)
        throw new PipelineError({ code: 'NOT_FOUND', message: `no node ${node}` });
    }
    return record(transaction, index, word, [sideOf(left), sideOf(right)], sameText, clock().toISOString());
  });
}

/**
 * Parts one node by hand: the signatures that bear the name from all others. Kept and undone as `decide` is.
 * @throws PipelineError NOT_FOUND where the node has no signatures of that name, or no others
 */
export function split(
  store: GraphStore,
  node: string,
  name: string,
  word: Omit<Word, 'kind'>,
  sameText: SameText,
  clock: Clock,
): Promise<string> {
  return store.transact(async (transaction) => {
    await lockResolution(transaction);
    const index = new StoredItems(transaction);
    const signatures = await index.byCluster('signature', [node]);
    const named = signatures.filter(({ body }) => (JSON.parse(body) as { name: string }).name === name);
    const others = signatures.filter((item) => !named.includes(item));
    if (named.length === 0 || others.length === 0) {
      throw new PipelineError({ code: 'NOT_FOUND', message: `${node} has no part that is called ${name}` });
    }
    return record(
      transaction,
      index,
      { ...word, kind: 'different' },
      [named, others],
      sameText,
      clock().toISOString(),
    );
  });
}

async function record(
  transaction: Transaction,
  index: StoredItems,
  word: Word,
  [left, right]: readonly [readonly Item[], readonly Item[]],
  sameText: SameText,
  at: string,
): Promise<string> {
  const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);
  const ruling = rulingOf({
    kind: word.kind,
    left: ids(left),
    right: ids(right),
    by: word.by,
    at,
    reason: word.reason ?? '',
  });
  await putItems(transaction, [rulingItem(ruling)]);
  await recompute(transaction, index, [...left, ...right], sameText, at);
  return ruling.id;
}

/**
 * Takes a ruling back: the graph is then what it would have been without it.
 * @throws PipelineError NOT_FOUND
 */
export function undo(store: GraphStore, ruling: string, sameText: SameText, clock: Clock): Promise<void> {
  return store.transact(async (transaction) => {
    await lockResolution(transaction);
    const index = new StoredItems(transaction);
    const [item] = await index.byId('ruling', [ruling]);
    if (item === undefined) throw new PipelineError({ code: 'NOT_FOUND', message: `no ruling ${ruling}` });
    const { left, right } = readRuling(item);
    const signatures = await index.byId('signature', [...left, ...right]);
    await removeItems(transaction, [item]);
    await transaction.run('MATCH (d:Decision {id: $id}) DETACH DELETE d', { id: ruling });
    await recompute(transaction, index, signatures, sameText, clock().toISOString());
  });
}

async function recompute(
  transaction: Transaction,
  index: StoredItems,
  signatures: readonly Item[],
  sameText: SameText,
  now: string,
): Promise<void> {
  const { change } = await resolveStep(
    index,
    [],
    sameText,
    signatures.map(({ id }) => id),
  );
  await writeChange(transaction, change, now);
}
