import { annotate } from '@dragoman/nlp';
import { expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor({ annotate });

/** For each event of a text its type and whom the article attributes it to. */
function attributed(text: string) {
  const { events, entities } = extractor.extract({ ...plainArticle(text), id: 'a', published: '2024-05-17' });
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  return events.map(({ type, attributedTo }) => [
    type,
    attributedTo === null ? null : nameOf.get(attributedTo),
  ]);
}

it('attributes what somebody is accused of to the accuser, and the accusation to the article', () => {
  const events = attributed('Ukraine accused Russia of shelling Kharkiv.');
  expect(events).toContainEqual(['ACCUSE', null]);
  expect(events).toContainEqual(['ASSAULT', 'Ukraine']);
});

it('attributes what a paper says to whoever is behind it', () => {
  const text =
    'The Israeli assault on Rafah killed 20 people, according to an investigation by Amnesty International.';
  expect(attributed(text)).toContainEqual(['ASSAULT', 'Amnesty International']);
});

it('attributes nothing that the article tells in its own words', () => {
  expect(attributed('Russian troops shelled Kharkiv on Monday.')).toEqual([['ASSAULT', null]]);
});

it('tells itself what somebody does by saying it', () => {
  const events = attributed('“You should resign at once,” Lucia Ferreira told Rui Tavares on Monday.');
  expect(events.length).toBeGreaterThan(0);
  expect(events.every(([, source]) => source === null)).toBe(true);
});

it('attributes to nobody what somebody means to do and what a clause tells by the way', () => {
  const { relations, entities } = extractor.extract({
    ...plainArticle(
      'Chile said that the drivers were paid by Altiplano Metals, a mining company in Potosi, which owns Oruro Freight.',
    ),
    id: 'a',
  });
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const sources = relations
    .filter(({ to }) => nameOf.get(to) !== 'Altiplano Metals')
    .map(({ attributedTo }) => attributedTo);
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.every((source) => source === null)).toBe(true);
});

it('attributes what a paper said to who issued it before', () => {
  const text =
    'Ukraine published a statement on Monday. Rain fell in Kyiv. Russian troops had shelled Kharkiv, the statement said.';
  expect(attributed(text)).toContainEqual(['ASSAULT', 'Ukraine']);
});
