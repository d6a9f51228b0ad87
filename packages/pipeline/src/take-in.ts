import { lockResolution, putItems } from '@dragoman/graph';
import type { Article, Extraction, Item } from '@dragoman/schemas';
import { resolvePending } from './evidence.ts';
import { originalOf } from './learning/originals.ts';
import { recordOriginals, type Novelty } from './learning/record.ts';
import { readingKey, readWaiting, settleOrMark } from './learning/settle.ts';
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
 * Takes articles into the store and the graph: records their originals, hands on what was read as it is to be read, reads the rest
 * anew, and resolves it. What broke off is finished by whoever comes next.
 * @param inputs book-keeping of the documents they came from, by which the same documents are known again
 * @returns what became of each, in order
 */
export async function takeIn(
  parts: PipelineParts,
  read: readonly Read[],
  inputs: readonly Item[] = [],
): Promise<readonly Novelty[]> {
  if (read.length === 0) return [];
  const originals = read.map(({ article }) => originalOf(article));
  const readings = new Map(
    read.map(({ article, extraction, textHash }): [string, Extraction] => [
      readingKey({ ...originalOf(article), textHash: textHash ?? article.textHash }),
      extraction,
    ]),
  );
  const { novelties } = await parts.store.transact(async (transaction) => {
    await lockResolution(transaction);
    await putItems(transaction, inputs);
    const recorded = await recordOriginals(transaction, originals, parts.extractor.version);
    const arrived = new Set(originals.map(({ id }) => id));
    await settleOrMark(transaction, recorded.toRead, arrived, readings, parts.duplicates);
    return recorded;
  });
  await finish(parts);
  return novelties;
}

/** Reads and resolves all that waits for it. */
export async function finish(parts: PipelineParts): Promise<void> {
  await readWaiting(parts);
  await resolvePending(parts.store, parts.duplicates.same, parts.clock);
}
