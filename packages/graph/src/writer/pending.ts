import { textOf } from '../rows.ts';
import type { GraphStore, Statement, Transaction } from '../store.ts';

/** Evidence that was written and waits to be resolved: canonical JSON of one version of one article. */
export interface Pending {
  readonly id: string;
  readonly article: string;
  readonly body: string;
  /** Whether it was read from the current version of the article, so that it replaces whatever the graph holds. */
  readonly settled: boolean;
}

/** Puts evidence where the next resolution finds it; putting it there twice is putting it once. */
export async function writePending(store: GraphStore, rows: readonly Pending[]): Promise<void> {
  if (rows.length > 0) await store.write([pendingRows(rows)]);
}

/** The same within a transaction. */
export async function putPending(transaction: Transaction, rows: readonly Pending[]): Promise<void> {
  if (rows.length > 0) await transaction.runAll([pendingRows(rows)]);
}

function pendingRows(rows: readonly Pending[]): Statement {
  const cypher = 'UNWIND $rows AS row MERGE (p:Pending {id: row.id}) SET p = row';
  return { cypher, params: { rows: rows.map((row) => ({ ...row })) } };
}

/** The evidence of the first few articles, in order of their ids, that wait; all versions of each. */
export async function readPending(transaction: Transaction, articles: number): Promise<Pending[]> {
  const first = await transaction.run(
    'MATCH (p:Pending) RETURN DISTINCT p.article AS article ORDER BY article LIMIT $articles',
    { articles },
  );
  const ids = first.map((row) => textOf(row['article']));
  if (ids.length === 0) return [];
  const cypher =
    'UNWIND $ids AS article MATCH (p:Pending {article: article}) RETURN p.id AS id, p.article AS article, p.body AS body, coalesce(p.settled, false) AS settled';
  const rows = await transaction.run(cypher, { ids });
  return rows.map((row) => ({
    id: textOf(row['id']),
    article: textOf(row['article']),
    body: textOf(row['body']),
    settled: row['settled'] === true,
  }));
}

export async function removePending(transaction: Transaction, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return;
  await transaction.run('UNWIND $ids AS article MATCH (p:Pending {article: article}) DELETE p', {
    ids: [...articles],
  });
}

/** Holds off every other resolution until this transaction ends. */
export async function lockResolution(transaction: Transaction): Promise<void> {
  await transaction.run("MERGE (l:Lock {id: 'resolution'}) SET l.taken = coalesce(l.taken, 0) + 1");
}
