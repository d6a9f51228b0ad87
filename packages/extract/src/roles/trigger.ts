import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';

/**
 * What a lexicon by lemmas has for a token: under its lemma, for verbs else under the words its past form may come from
 * ('toppled' from 'topple', 'grilled' from 'grill'), since rare verbs are lemmatised less surely than they are tagged.
 */
export function entriesFor<T>(lexicon: ReadonlyMap<string, T>, token: Token): T | undefined {
  const lemma = token.lemma.toLowerCase();
  const found = lexicon.get(lemma);
  if (found !== undefined || token.upos !== 'VERB') return found;
  if (lexicon.has(token.lower)) return lexicon.get(token.lower);
  const ending = token.lower.endsWith('ed') ? 2 : token.lower.endsWith('ing') ? 3 : 0;
  const stem = ending === 0 ? '' : token.lower.slice(0, -ending);
  if (stem === '') return undefined;
  return lexicon.get(`${stem}e`) ?? lexicon.get(stem) ?? lexicon.get(stem.replace(/(.)\1$/, '$1'));
}

/** 'Fighting raged', 'Shelling by Russia': a gerund tagged as a verb that holds a noun's place and has no object of its own. */
export function isNominalGerund(document: AnnotatedDocument, token: Token): boolean {
  if (token.upos !== 'VERB' || token.xpos !== 'VBG') return false;
  return (
    /^(?:nsubj|obj|obl|nmod)(?::pass)?$/.test(token.deprel) && child(document, token.i, 'obj') === undefined
  );
}
