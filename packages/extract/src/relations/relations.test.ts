import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../coreference/coreference.ts';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor();

/** The relations of a text as 'TYPE from -> to polarity amount'. */
function relationsOf(text: string): string[] {
  const { entities, relations } = extractor.extract(contextOf(annotate(text)).article);
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id;
  return relations.map(
    ({ type, from, to, polarity, amount }) =>
      `${type} ${name(from)} -> ${name(to)} ${polarity}${amount === null ? '' : ` ${amount}`}`,
  );
}

describe('relations', () => {
  it('reads who pays whom how much', () => {
    expect(relationsOf('Iran provides Hezbollah $700 million annually.')).toEqual([
      'FUNDS Iran -> Hezbollah asserted $700 million annually',
    ]);
    expect(relationsOf('Norway gave 11 million kroner to the World Food Programme.')).toEqual([
      'FUNDS Norway -> World Food Programme asserted 11 million kroner',
    ]);
  });

  it('keeps a denial as a denial', () => {
    expect(relationsOf('Ethiopia denies giving weapons to the Houthis.')).toEqual([
      'ARMS Ethiopia -> Houthis denied',
    ]);
    expect(relationsOf('Iran is arming the Houthis, Israel said. Iran denied this.')).toEqual(
      expect.arrayContaining(['ARMS Iran -> Houthis asserted', 'ARMS Iran -> Houthis denied']),
    );
  });

  it('makes the accused the one who does it', () => {
    expect(relationsOf('Israel accused Iran of arming Hezbollah.')).toEqual([
      'ARMS Iran -> Hezbollah asserted',
    ]);
  });

  it('reads relatives from a possessive and a name', () => {
    expect(relationsOf("Kim Jong Un spoke. Kim's sister, Kim Yo Jong, left.")).toContain(
      'FAMILY_OF Kim Yo Jong -> Kim Jong Un asserted',
    );
  });
});
