import type { Token } from '@dragoman/nlp';

/**
 * What a lexicon by lemmas has for a token: under its lemma, for verbs else under the words its past form may come from
 * ('toppled' from 'topple', 'grilled' from 'grill'), since rare verbs are lemmatised less surely than they are tagged.
 */
export function entriesFor<T>(lexicon: ReadonlyMap<string, T>, token: Token): T | undefined {
  const lemma = token.lemma.toLowerCase();
  const found = lexicon.get(lemma);
  if (found !== undefined || token.upos !== 'VERB') return found;
  const stem = /^(.+)(?:ed|ing)$/.exec(token.lower)?.[1];
  if (stem === undefined) return undefined;
  return lexicon.get(`${stem}e`) ?? lexicon.get(stem) ?? lexicon.get(stem.replace(/(.)\1$/, '$1'));
}
