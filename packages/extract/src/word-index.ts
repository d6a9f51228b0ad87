import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { groupedBy } from './collections.ts';

const indexes = new WeakMap<AnnotatedDocument, ReadonlyMap<string, readonly Token[]>>();

/** The tokens of a document by their lower-cased word, in text order. Made once for each document. */
function wordIndex(document: AnnotatedDocument): ReadonlyMap<string, readonly Token[]> {
  let index = indexes.get(document);
  if (index === undefined) indexes.set(document, (index = groupedBy(document.tokens, ({ lower }) => lower)));
  return index;
}

/** The tokens that are one of some lower-cased words, in text order: for rules that a word opens, which most articles do not have. */
export function occurrencesOf(document: AnnotatedDocument, words: Iterable<string>): readonly Token[] {
  const index = wordIndex(document);
  const found: Token[] = [];
  let kinds = 0;
  for (const word of words) {
    const tokens = index.get(word);
    if (tokens === undefined) continue;
    kinds++;
    found.push(...tokens);
  }
  return kinds > 1 ? found.toSorted((a, b) => a.i - b.i) : found;
}
