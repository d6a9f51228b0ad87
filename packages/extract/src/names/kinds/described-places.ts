import type { AnnotatedDocument } from '@dragoman/nlp';
import type { NameSpan } from '../spans.ts';

/** Does an apposition tell that a name is a place's: 'Munhava, a poor quarter of Beira'? `nouns` are those for places. */
export function isDescribedPlace(
  { tokens }: AnnotatedDocument,
  { last }: NameSpan,
  nouns: ReadonlySet<string>,
): boolean {
  if (tokens[last + 1]?.text !== ',' || tokens[last + 2]?.upos !== 'DET') return false;
  const isNoun = (token: number): boolean => nouns.has(tokens[token]?.lower ?? '');
  let at = last + 3;
  while (at < last + 7 && /^(ADJ|NOUN)$/.test(tokens[at]?.upos ?? '') && !isNoun(at)) at++;
  return isNoun(at) && /^(of|in|on|near|where|that|about|outside|,)$/.test(tokens[at + 1]?.lower ?? '');
}
