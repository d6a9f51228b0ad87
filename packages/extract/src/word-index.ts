import type { AnnotatedDocument, Token, Upos } from '@dragoman/nlp';
import { groupedBy, onceEach } from './collections.ts';

/** The tokens of a document by their lower-cased word and by their part of speech, each group in text order. */
const byWord = onceEach(({ tokens }: AnnotatedDocument) => groupedBy(tokens, ({ lower }) => lower));
const byTag = onceEach(({ tokens }: AnnotatedDocument) => groupedBy(tokens, ({ upos }) => upos));
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
