import { lockResolution, putItems } from '@dragoman/graph';
import type { Article, Extraction, Item } from '@dragoman/schemas';
import { resolvePending } from './evidence.ts';
import { originalOf } from './learning/originals.ts';
import { recordOriginals, type Novelty } from './learning/record.ts';
import { readingKey, readWaiting, type Readings } from './learning/settle.ts';
import type { PipelineParts } from './parts.ts';

/** An article that was cleaned, and what its text says, as far as lines known as boilerplate were taken out before. */
export interface Read {
  /** As `clean` made it. */
  readonly article: Article;
  readonly extraction: Extraction;
  /** The hash of the text that was read; the article's own where it is absent. */
  readonly textHash?: string;
}

/**
 * Takes articles into the store and the graph: records their originals, reads what is to be read otherwise than it was, and resolves
 * it. What broke off is finished by whoever comes next.
 * @param inputs book-keeping of the documents they came from, by which the same documents are known again
 * @returns what became of each, in order
 */
export async function takeIn(
  parts: PipelineParts,
  read: readonly Read[],
  inputs: readonly Item[] = [],
): Promise<Novelty[]> {
  if (read.length === 0) return [];
  const originals = read.map(({ article }) => originalOf(article));
  const novelties = await parts.store.transact(async (transaction) => {
    await lockResolution(transaction);
    await putItems(transaction, inputs);
    return recordOriginals(transaction, originals, parts.extractor.version);
  });
  const readings = read.map(({ article, extraction, textHash }): [string, Extraction] => [
    readingKey({ ...originalOf(article), textHash: textHash ?? article.textHash }),
    extraction,
  ]);
  await finish(parts, new Map(readings));
  return novelties;
}

/** Reads and resolves all that waits for it. */
export async function finish(parts: PipelineParts, readings?: Readings): Promise<void> {
  await readWaiting(parts, readings);
  await resolvePending(parts.store, parts.duplicates.same, parts.clock);
}
