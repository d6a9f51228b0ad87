import type { AnnotatedDocument, Token, Upos } from '@dragoman/nlp';
import { groupedBy } from './collections.ts';

/** A grouping of the tokens of a document, each group in text order; made once for each document. */
function tokenIndex<K>(
  keyOf: (token: Token) => K,
): (document: AnnotatedDocument) => ReadonlyMap<K, readonly Token[]> {
  const indexes = new WeakMap<AnnotatedDocument, ReadonlyMap<K, readonly Token[]>>();
  return (document) => {
    let index = indexes.get(document);
    if (index === undefined) indexes.set(document, (index = groupedBy(document.tokens, keyOf)));
    return index;
  };
}

const byWord = tokenIndex(({ lower }) => lower);
const byTag = tokenIndex(({ upos }) => upos);
const none: readonly Token[] = [];

/** The tokens of a part of speech, in text order: for rules that ask nothing of any other. */
export function tokensTagged(document: AnnotatedDocument, upos: Upos): readonly Token[] {
  return byTag(document).get(upos) ?? none;
}

/** The tokens that are one of some lower-cased words, in text order: for rules that a word opens, which most articles do not have. */
export function occurrencesOf(document: AnnotatedDocument, words: Iterable<string>): readonly Token[] {
  const index = byWord(document);
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
