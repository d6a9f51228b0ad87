import type { AnnotatedDocument } from '@dragoman/nlp';
import type { NameSpan } from '../spans.ts';

/** Does an apposition tell that a name is a place's: 'Munhava, a poor quarter of Beira'? */
export function isDescribedPlace({ tokens }: AnnotatedDocument, { last }: NameSpan): boolean {
  if (tokens[last + 1]?.text !== ',' || tokens[last + 2]?.upos !== 'DET') return false;
  let at = last + 3;
  while (
    at < last + 7 &&
    /^(ADJ|NOUN)$/.test(tokens[at]?.upos ?? '') &&
    !settlement.test(tokens[at]?.lower ?? '')
  )
    at++;
  return (
    settlement.test(tokens[at]?.lower ?? '') &&
    /^(of|in|on|near|where|that|about|outside|,)$/.test(tokens[at + 1]?.lower ?? '')
  );
}

const settlement =
  /^(city|town|capital|village|suburb|district|quarter|hamlet|port|resort|settlement|island|neighbou?rhood|township|commune|municipality|province|region|county|slum|favela|barrio|borough|oasis|valley)$/;
