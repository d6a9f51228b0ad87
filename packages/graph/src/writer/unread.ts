import { textOf } from '../rows.ts';
import type { Reader, Transaction } from '../store.ts';

/** Marks articles of which another text may have to be read than the one that the graph holds; twice is once. */
export async function markUnread(transaction: Transaction, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return;
  await transaction.run('UNWIND $ids AS id MERGE (:Unread {id: id})', { ids: [...new Set(articles)] });
}

/** The first few articles, in order of their ids, that wait to be read. */
export async function readUnread(reader: Reader, articles: number): Promise<string[]> {
  const rows = await reader.run('MATCH (u:Unread) RETURN u.id AS id ORDER BY id LIMIT $articles', {
    articles,
  });
  return rows.map((row) => textOf(row['id']));
}

/** Those of the articles that wait to be read. */
export async function stillUnread(reader: Reader, articles: readonly string[]): Promise<string[]> {
  if (articles.length === 0) return [];
  const rows = await reader.run('UNWIND $ids AS id MATCH (u:Unread {id: id}) RETURN u.id AS id', {
    ids: [...articles],
  });
  return rows.map((row) => textOf(row['id']));
}

export async function removeUnread(transaction: Transaction, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return;
  await transaction.run('UNWIND $ids AS id MATCH (u:Unread {id: id}) DELETE u', { ids: [...articles] });
}
