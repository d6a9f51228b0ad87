import {
  markUnread,
  putItems,
  removeItems,
  removeUnread,
  StoredItems,
  type Transaction,
} from '@dragoman/graph';
import type { Evidence } from '@dragoman/resolve';
import { countChanges, type ArticleChange } from './counting.ts';
import { originalItem, readOriginal, replaces, type Original } from './originals.ts';

/** What became of an article that came in. */
export type Novelty = 'new' | 'changed' | 'unchanged';

/**
 * Takes originals into the store, within a transaction that holds the lock: keeps the current version of each, counts its lines at
 * its source, and marks what is to be read: these articles, and those that hold a line which is boilerplate now and was not, or the
 * other way round.
 * @param extractorVersion articles that another extractor read are marked although they are the same
 * @returns what became of each, in order
 */
export async function recordOriginals(
  transaction: Transaction,
  originals: readonly Original[],
  extractorVersion: string,
): Promise<Novelty[]> {
  const items = new StoredItems(transaction);
  const ids = [...new Set(originals.map(({ id }) => id))];
  const stored = new Map((await items.byId('original', ids)).map((item) => [item.id, readOriginal(item)]));
  const current = new Map(stored);
  const novelties = originals.map((original): Novelty => {
    const known = current.get(original.id);
    if (known !== undefined && !replaces(original, known)) return 'unchanged';
    current.set(original.id, original);
    return known === undefined ? 'new' : 'changed';
  });
  const changes = [...current].flatMap(([id, after]): ArticleChange[] => {
    const before = stored.get(id) ?? null;
    return before === after ? [] : [{ before, after }];
  });
  const same = ids.filter((id) => current.get(id) === stored.get(id));
  const stale = new Set(await readByOthers(items, same, extractorVersion));
  await applyChanges(transaction, changes);
  await markUnread(transaction, [...stale]);
  return novelties.map((novelty, at) =>
    novelty === 'unchanged' && stale.has(originals[at]?.id ?? '') ? 'changed' : novelty,
  );
}

/** Takes an article's original out, as if it had never come. */
export async function forgetOriginal(transaction: Transaction, article: string): Promise<void> {
  const [item] = await new StoredItems(transaction).byId('original', [article]);
  if (item !== undefined) await applyChanges(transaction, [{ before: readOriginal(item), after: null }]);
  await removeUnread(transaction, [article]);
}

async function applyChanges(transaction: Transaction, changes: readonly ArticleChange[]): Promise<void> {
  if (changes.length === 0) return;
  const here = changes.flatMap(({ after }) => after ?? []);
  const gone = changes.flatMap(({ before, after }) => (after === null ? (before ?? []) : []));
  await putItems(transaction, here.map(originalItem));
  await removeItems(
    transaction,
    gone.map(({ id }) => ({ level: 'original', id })),
  );
  const turned = await countChanges(transaction, changes);
  const holders = await new StoredItems(transaction).idsByBlock('original', turned);
  await markUnread(transaction, [...here.map(({ id }) => id), ...holders]);
}

/** Of articles that stay as they are, those whose evidence another extractor read, or nobody yet. */
async function readByOthers(
  items: StoredItems,
  articles: readonly string[],
  extractorVersion: string,
): Promise<string[]> {
  const evidence = await items.byId('evidence', articles);
  const read = new Set(
    evidence
      .filter(({ body }) => (JSON.parse(body) as Evidence).extraction.extractorVersion === extractorVersion)
      .map(({ id }) => id),
  );
  return articles.filter((id) => !read.has(id));
}
