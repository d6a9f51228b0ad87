import { describe, expect, it } from 'vitest';
import type { Article } from '@dragoman/schemas';
import { contextOf } from '../coreference/coreference.ts';
import { annotate } from '@dragoman/nlp';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor();

/** The positions of a text as 'person | title | group | status'. */
function positionsOf(text: string): string[] {
  const article: Article = { ...contextOf(annotate(text)).article, published: '2025-06-11' };
  const { entities, positions } = extractor.extract(article);
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? '–';
  return positions.map(({ person, title, group, status }) =>
    [name(person), title, name(group), status].join(' | '),
  );
}

describe('positions', () => {
  it('reads a title before a name, with the state or body it is of', () => {
    expect(positionsOf('French President Emmanuel Macron met FBI director James Comey.')).toEqual([
      'Emmanuel Macron | President | France | current',
      'James Comey | director | FBI | current',
    ]);
  });

  it('reads appositions before and after a name', () => {
    expect(
      positionsOf(
        "Kenya's foreign minister, Musalia Mudavadi, met Volker Turk, the former head of the African Union.",
      ),
    ).toEqual([
      'Musalia Mudavadi | foreign minister | Kenya | current',
      'Volker Turk | former head | African Union | former',
    ]);
  });

  it('reads who leads, was named, or is called something', () => {
    expect(
      positionsOf(
        'Maria Silva was named foreign minister of Brazil. The Greenpeace campaign is led by John Smith, an analyst at the World Bank.',
      ),
    ).toEqual(
      expect.arrayContaining([
        'Maria Silva | foreign minister | Brazil | current',
        'John Smith | analyst | World Bank | current',
      ]),
    );
  });
});
