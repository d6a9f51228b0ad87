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

describe('relations of people', () => {
  it('reads whose relative stands beside a name with a pronoun or with no owner', () => {
    const before = 'Cemal Yilmaz was taken to a hospital on Tuesday. ';
    expect(relationsOf(`${before}Karin Holm, his wife, said he was well.`)).toEqual([
      'FAMILY_OF Karin Holm -> Cemal Yilmaz',
    ]);
    expect(relationsOf(`${before}The wife, Karin Holm, said he was well.`)).toEqual([
      'FAMILY_OF Karin Holm -> Cemal Yilmaz',
    ]);
  });

  it('reads who are family to each other', () => {
    expect(relationsOf('Karin Holm and Piotr Zalewski were married in 1990.')).toEqual([
      'FAMILY_OF Karin Holm -> Piotr Zalewski',
    ]);
    expect(relationsOf('Karin Holm and Piotr Zalewski have two children.')).toEqual([
      'FAMILY_OF Karin Holm -> Piotr Zalewski',
    ]);
    expect(relationsOf('Karin Holm and Piotr Zalewski are married to doctors.')).toEqual([]);
  });

  it('reads whom a list behind a verb counts to a party, and behind a noun for people to a body', () => {
    expect(relationsOf('Republican candidates include Karin Holm and Piotr Zalewski.')).toEqual([
      'MEMBER_OF Karin Holm -> Republican Party',
      'MEMBER_OF Piotr Zalewski -> Republican Party',
    ]);
    expect(relationsOf('Amnesty International officials such as Karin Holm objected.')).toEqual([
      'MEMBER_OF Karin Holm -> Amnesty International',
    ]);
  });
});
