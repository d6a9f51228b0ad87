import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../coreference/coreference.ts';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor();

/** The relations of a text as 'TYPE from -> to'. */
function relationsOf(text: string): string[] {
  const { entities, relations } = extractor.extract(contextOf(annotate(text)).article);
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id;
  return relations.map(({ type, from, to }) => `${type} ${name(from)} -> ${name(to)}`);
}

describe('where something lies and where a body sits', () => {
  it.each([
    ['Based in Vilnius, Noortec Shipping owns ships.', 'BASED_IN Noortec Shipping -> Vilnius'],
    ['Noortec Shipping runs its business from Vilnius.', 'BASED_IN Noortec Shipping -> Vilnius'],
    ['A fire broke out in Sarona, in the north of Dubai.', 'PART_OF Sarona -> Dubai'],
    ['A fire broke out in the Trabzon district of Oderfeld.', 'PART_OF Oderfeld -> Trabzon'],
    ['He lives in the Shinjuku ward of Tokyo.', 'PART_OF Shinjuku -> Tokyo'],
  ])('%s', (sentence, expected) => {
    expect(relationsOf(sentence)).toEqual([expected]);
  });
});

it('reads an amount right behind the body that is given it', () => {
  expect(relationsOf('Adaeze Okafor gave the Free Coast Party $20,000 in March.')).toEqual([
    'FUNDS Adaeze Okafor -> Free Coast Party',
  ]);
});
