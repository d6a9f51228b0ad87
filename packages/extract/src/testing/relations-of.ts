import { annotate } from '@dragoman/nlp';
import { contextOf } from '../coreference/coreference.ts';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor();

/** The relations of a text as 'TYPE from -> to', with 'not' before what is denied. */
export function relationsOf(text: string): string[] {
  const { entities, relations } = extractor.extract(contextOf(annotate(text)).article);
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id;
  return relations.map(
    ({ type, from, to, polarity }) =>
      `${polarity === 'denied' ? 'not ' : ''}${type} ${name(from)} -> ${name(to)}`,
  );
}
