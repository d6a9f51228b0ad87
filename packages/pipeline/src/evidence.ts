import { canonicalJson, sha256, type Clock } from '@dragoman/core';
import {
  lockResolution,
  readPending,
  removePending,
  StoredItems,
  writeChange,
  writePending,
  type GraphStore,
  type Pending,
  type Transaction,
} from '@dragoman/graph';
import { compareVersions, resolveStep, type Evidence, type SameText } from '@dragoman/resolve';
import type { GraphChange } from '@dragoman/schemas';
import { retractionKey } from './retraction-key.ts';

/** How many articles one transaction resolves. */
const articlesAtOnce = 24;

/**
 * Records what articles say, durably, to be resolved by this or any other process. Recording it again changes nothing. For evidence
 * that was made elsewhere; articles that are cleaned here come by `readWaiting`, which takes out what is learned of their sources.
 */
export async function writeEvidence(store: GraphStore, evidence: readonly Evidence[]): Promise<void> {
  const rows = evidence.map((one): Pending => {
    const body = canonicalJson(one);
    return { id: sha256(body), article: one.article.id, body, settled: false };
  });
  await writePending(store, rows);
}

/**
 * Resolves all evidence that waits, a few articles a transaction. After a crash it finds what was left and finishes it; when
 * several processes call it at once they take turns.
 */
export async function resolvePending(store: GraphStore, sameText: SameText, clock: Clock): Promise<void> {
  for (;;) {
    const done = await store.transact((transaction) => resolveSome(transaction, sameText, clock));
    if (done === 0) return;
  }
}

async function resolveSome(transaction: Transaction, sameText: SameText, clock: Clock): Promise<number> {
  await lockResolution(transaction);
  const pending = await readPending(transaction, articlesAtOnce);
  const articles = [...new Set(pending.map(({ article }) => article))];
  if (articles.length === 0) return 0;
  const index = new StoredItems(transaction);
  const stored = new Map((await index.byId('evidence', articles)).map((item) => [item.id, item.body]));
  const incoming = articles.flatMap((article) => {
    const rows = pending.filter((row) => row.article === article);
    const bodies = rows.map(({ body }) => body);
    const settled = rows.find((row) => row.settled);
    const current =
      settled === undefined
        ? currentVersion([...bodies, ...[stored.get(article) ?? []].flat()].toSorted(), stored.get(article))
        : settled.body;
    return current === stored.get(article) || current === undefined
      ? []
      : [{ article, evidence: JSON.parse(current) as Evidence }];
  });
  if (incoming.length > 0) {
    const step = await resolveStep(index, incoming, sameText);
    await writeChange(transaction, withoutRetractions(step.change, articles), clock().toISOString());
  }
  await removePending(transaction, articles);
  return articles.length;
}

/** An article that is back is no longer retracted. */
function withoutRetractions(change: GraphChange, articles: readonly string[]): GraphChange {
  return { ...change, removedNodes: [...change.removedNodes, ...articles.map(retractionKey)] };
}

/**
 * The current one of several bodies of one article's evidence: the newest version; of one version the one that another cleaner or
 * extractor read last, else the last in order, so that it does not matter which came first.
 */
function currentVersion(bodies: readonly string[], stored: string | undefined): string | undefined {
  let best: { body: string; evidence: Evidence } | undefined;
  for (const body of new Set(bodies)) {
    const evidence = JSON.parse(body) as Evidence;
    if (best === undefined || prefers({ body, evidence }, best, stored)) best = { body, evidence };
  }
  return best?.body;
}

interface Version {
  readonly body: string;
  readonly evidence: Evidence;
}

function prefers(candidate: Version, best: Version, stored: string | undefined): boolean {
  const order = compareVersions(candidate.evidence.article, best.evidence.article);
  if (order !== 0) return order > 0;
  if (readers(candidate.evidence) !== readers(best.evidence) && stored !== undefined)
    return best.body === stored;
  return candidate.body > best.body;
}

function readers({ article, extraction }: Evidence): string {
  return `${article.cleanerVersion} ${extraction.extractorVersion}`;
}
