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
