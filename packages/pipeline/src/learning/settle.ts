import { canonicalJson, sha256 } from '@dragoman/core';
import {
  lockResolution,
  markUnread,
  putPending,
  readUnread,
  removePending,
  removeUnread,
  StoredItems,
  stillUnread,
  type GraphStore,
  type Pending,
  type Reader,
  type Transaction,
} from '@dragoman/graph';
import { evidenceOf, type Evidence } from '@dragoman/resolve';
import type { Article, Extraction } from '@dragoman/schemas';
import type { PipelineParts } from '../parts.ts';
import { unreadableArticle } from '../unreadable.ts';
import { articleFrom, readOriginal, type Original } from './originals.ts';
import { Verdicts } from './verdicts.ts';

/** How many articles one round reads. */
const articlesAtOnce = 24;

/** What is needed to read articles again. */
export type ReadingParts = Pick<PipelineParts, 'store' | 'extractor' | 'duplicates' | 'logger'>;

/** What was read already, by `readingKey`: it is used where that text is the one to be read. */
export type Readings = ReadonlyMap<string, Extraction>;

/** Names what was read: the article in one version, with the text as far as nothing was taken out. */
export function readingKey({ text: _text, ...article }: Original): string {
  return sha256(canonicalJson(article));
}

/**
 * Reads all articles that wait for it, a few at a time: each as its original is without what is boilerplate at its source now.
 * Reading takes no lock; what was read counts only if it is still what is to be read when it is written. After a crash the marks
 * are still there, and whoever comes next goes on.
 */
export async function readWaiting(parts: ReadingParts): Promise<void> {
  for (;;) {
    const waiting = await waitingIn(parts.store);
    if (waiting.articles.length === 0) return;
    const evidence = waiting.toRead.map(({ original, stored }) => readAnew(parts, original, stored));
    await parts.store.transact((transaction) => settle(transaction, waiting.articles, evidence));
  }
}

interface Waiting {
  /** Ids of all that wait, those that are gone among them. */
  readonly articles: readonly string[];
  readonly toRead: readonly { readonly original: Original; readonly stored: Evidence | null }[];
}

async function waitingIn(store: GraphStore): Promise<Waiting> {
  const reading: Reader = { run: (cypher, params) => store.read(cypher, params) };
  const articles = await readUnread(reading, articlesAtOnce);
  const toRead = await textsToRead(reading, articles);
  const stored = await new StoredItems(reading).byId('evidence', articles);
  const evidence = new Map(stored.map(({ id, body }) => [id, JSON.parse(body) as Evidence]));
  return {
    articles,
    toRead: toRead.map((original) => ({ original, stored: evidence.get(original.id) ?? null })),
  };
}

/** The articles as they are to be read now. */
async function textsToRead(transaction: Reader, articles: readonly string[]): Promise<Original[]> {
  const originals = (await new StoredItems(transaction).byId('original', articles)).map(readOriginal);
  const verdicts = await Verdicts.load(transaction, originals);
  return originals.map((original) => verdicts.toRead(original));
}

function readAnew(parts: ReadingParts, original: Original, stored: Evidence | null): Evidence {
  const { extractor, duplicates } = parts;
  const sameReader = stored?.extraction.extractorVersion === extractor.version;
  if (stored !== null && sameReader && canonicalJson(stored.article) === canonicalJson(original))
    return stored;
  const article = articleFrom(original);
  return evidenceOf(article, extracted(parts, article), duplicates.fingerprint(article.text));
}

/** It was read once, else it would have been set aside; where it cannot be read without what recurs, it is like one in a foreign language. */
function extracted({ extractor, logger }: ReadingParts, article: Article): Extraction {
  try {
    return extractor.extract(article);
  } catch (thrown) {
    const { code } = unreadableArticle(thrown);
    logger.warn({ stage: 'ingest', code, article: article.id }, 'article cannot be read again');
    return unread(article.id, extractor.version);
  }
}

function unread(articleId: string, extractorVersion: string): Extraction {
  const nothing = { entities: [], positions: [], relations: [], meetings: [], events: [], statements: [] };
  return { articleId, extractorVersion, read: false, ...nothing };
}

/**
 * Hands on to resolution what was read already, of articles that are to be read; marks the others.
 * @param transaction one that holds the lock
 * @param arrived those of which something was read
 */
export async function settleOrMark(
  transaction: Transaction,
  articles: readonly string[],
  arrived: ReadonlySet<string>,
  readings: Readings,
  duplicates: PipelineParts['duplicates'],
): Promise<void> {
  const own = articles.filter((article) => arrived.has(article));
  const read = (await textsToRead(transaction, own)).flatMap((original): Evidence[] => {
    const extraction = readings.get(readingKey(original));
    return extraction === undefined
      ? []
      : [evidenceOf(articleFrom(original), extraction, duplicates.fingerprint(original.text))];
  });
  const done = await handOn(transaction, read);
  await markUnread(
    transaction,
    articles.filter((article) => !done.has(article)),
  );
}

/** Hands evidence on to resolution where it is of what is to be read; what has changed in between keeps its mark. */
async function settle(
  transaction: Transaction,
  articles: readonly string[],
  evidence: readonly Evidence[],
): Promise<void> {
  await lockResolution(transaction);
  const waiting = await stillUnread(transaction, articles);
  const toRead = new Map(
    (await textsToRead(transaction, waiting)).map((one) => [one.id, canonicalJson(one)]),
  );
  const right = evidence.filter(({ article }) => toRead.get(article.id) === canonicalJson(article));
  const done = await handOn(transaction, right);
  await removeUnread(transaction, [...done, ...waiting.filter((id) => !toRead.has(id))]);
}

/** Writes evidence that replaces whatever else waits of its articles. */
async function handOn(transaction: Transaction, evidence: readonly Evidence[]): Promise<Set<string>> {
  const rows = evidence.map((one): Pending => {
    const body = canonicalJson(one);
    return { id: sha256(body), article: one.article.id, body, settled: true };
  });
  const articles = rows.map(({ article }) => article);
  await removePending(transaction, articles);
  await putPending(transaction, rows);
  return new Set(articles);
}
