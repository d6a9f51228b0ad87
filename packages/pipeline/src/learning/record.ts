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

/** What became of originals, in order, and which articles are to be read because of them. */
export interface Recorded {
  readonly novelties: readonly Novelty[];
  readonly toRead: readonly string[];
}

/**
 * Takes originals into the store, within a transaction that holds the lock: keeps the current version of each and counts its lines
 * at its source. To be read are these articles, and those that hold a line which is boilerplate now and was not, or the other way
 * round.
 * @param extractorVersion articles that another extractor read are to be read although they are the same
 */
export async function recordOriginals(
  transaction: Transaction,
  originals: readonly Original[],
  extractorVersion: string,
): Promise<Recorded> {
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
  const turned = await applyChanges(transaction, changes);
  return {
    novelties: novelties.map((novelty, at) =>
      novelty === 'unchanged' && stale.has(originals[at]?.id ?? '') ? 'changed' : novelty,
    ),
    toRead: [...new Set([...stale, ...changes.flatMap(({ after }) => after?.id ?? []), ...turned])],
  };
}

/** Takes an article's original out, as if it had never come; marks the articles that are to be read because of it. */
export async function forgetOriginal(transaction: Transaction, article: string): Promise<void> {
  const [item] = await new StoredItems(transaction).byId('original', [article]);
  if (item !== undefined) {
    const turned = await applyChanges(transaction, [{ before: readOriginal(item), after: null }]);
    await markUnread(transaction, turned);
  }
  await removeUnread(transaction, [article]);
}

/** Returns the articles that hold a line which turned. */
async function applyChanges(transaction: Transaction, changes: readonly ArticleChange[]): Promise<string[]> {
  if (changes.length === 0) return [];
  const here = changes.flatMap(({ after }) => after ?? []);
  const gone = changes.flatMap(({ before, after }) => (after === null ? (before ?? []) : []));
  await putItems(transaction, here.map(originalItem));
  await removeItems(
    transaction,
    gone.map(({ id }) => ({ level: 'original', id })),
  );
  const turned = await countChanges(transaction, changes);
  return new StoredItems(transaction).idsByBlock('original', turned);
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
