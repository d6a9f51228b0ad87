import {
  counted,
  emptyCount,
  needsRecount,
  standingOf,
  type LineCount,
  type SiteLines,
  type Standing,
} from '@dragoman/clean';
import { canonicalJson } from '@dragoman/core';
import { putItems, removeItems, StoredItems, type Transaction } from '@dragoman/graph';
import type { Item } from '@dragoman/schemas';
import { readOriginal, siteLinesOf, type Original } from './originals.ts';

/** An article that came, went, or came in another version. */
export interface ArticleChange {
  readonly before: Original | null;
  readonly after: Original | null;
}

/** One article's lines, to be added to the counts or taken from them. */
interface Delta {
  readonly change: 'added' | 'taken';
  readonly article: SiteLines;
}

/**
 * Brings the counts of lines up to date with articles whose originals were just written or removed. What it costs depends on these
 * articles' lines alone.
 * @returns the keys of the lines that are boilerplate now and were not, or the other way round
 */
export async function countChanges(
  transaction: Transaction,
  changes: readonly ArticleChange[],
): Promise<string[]> {
  const deltas = changes.flatMap(({ before, after }) => [
    ...deltaOf('added', after),
    ...deltaOf('taken', before),
  ]);
  const items = new StoredItems(transaction);
  await countArticles(transaction, items, deltas);
  const keys = [...new Set(deltas.flatMap(({ article }) => article.lines.map(({ key }) => key)))];
  const stored = new Map((await items.byId('line', keys)).map((item) => [item.id, item]));
  const counts = new Map([...stored].map(([key, item]) => [key, JSON.parse(item.body) as LineCount]));
  for (const { change, article } of deltas) {
    for (const line of article.lines) {
      const count = counts.get(line.key) ?? emptyCount(article.source, line);
      counts.set(line.key, counted(count, change, article, line));
    }
  }
  for (const [key, count] of counts)
    if (needsRecount(count)) counts.set(key, await recounted(items, key, count));
  const lines = [...counts].map(([key, count]) => lineItem(key, count));
  const here = lines.filter(({ id }) => (counts.get(id)?.articles ?? 0) > 0);
  const gone = lines.filter((item) => !here.includes(item));
  await putItems(transaction, here);
  await removeItems(transaction, gone);
  const standing = new Map(here.map(({ id, note }) => [id, note]));
  return keys.filter((key) => (standing.get(key) ?? '') !== (stored.get(key)?.note ?? ''));
}

function deltaOf(change: Delta['change'], original: Original | null): Delta[] {
  const article = original === null ? null : siteLinesOf(original);
  return article === null ? [] : [{ change, article }];
}

/** The standing of a line is its note, so that it can be had without the count. */
function lineItem(key: string, count: LineCount): Item {
  const note: Standing | '' = standingOf(count) ?? '';
  const body = canonicalJson(count);
  return { level: 'line', id: key, owner: count.source, cluster: '', note, blocks: [], body };
}

/** A count that lost most of the articles it told apart, made again from all that have the line. */
async function recounted(
  items: StoredItems,
  key: string,
  { source, text, shape }: LineCount,
): Promise<LineCount> {
  let count = emptyCount(source, { text, shape });
  for (const item of await items.byBlock('original', [key])) {
    const article = siteLinesOf(readOriginal(item));
    const line = article?.lines.find((one) => one.key === key);
    if (article !== null && line !== undefined) count = counted(count, 'added', article, line);
  }
  return count;
}

/** How many articles each source has: what the counts of its lines are held against, in words. */
async function countArticles(
  transaction: Transaction,
  items: StoredItems,
  deltas: readonly Delta[],
): Promise<void> {
  const sources = [...new Set(deltas.map(({ article }) => article.source))];
  const stored = new Map((await items.byId('site', sources)).map((item) => [item.id, articlesOf(item)]));
  for (const { change, article } of deltas) {
    stored.set(article.source, (stored.get(article.source) ?? 0) + (change === 'added' ? 1 : -1));
  }
  const sites = sources.map((source) => siteItem(source, stored.get(source) ?? 0));
  await putItems(
    transaction,
    sites.filter((site) => articlesOf(site) > 0),
  );
  await removeItems(
    transaction,
    sites.filter((site) => articlesOf(site) <= 0),
  );
}

/** How many articles of a source are in the store. */
export const articlesOf = ({ body }: Item): number => (JSON.parse(body) as { articles: number }).articles;

function siteItem(source: string, articles: number): Item {
  const body = canonicalJson({ articles });
  return { level: 'site', id: source, owner: '', cluster: '', note: '', blocks: [], body };
}
