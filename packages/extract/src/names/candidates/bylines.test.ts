import { expect, it } from 'vitest';
import { entitiesOf, named, peopleOf as people } from '../../testing/named-entities.ts';

it('takes nobody for an entity whom only the byline names', () => {
  expect(
    people('Rasmus Vestergaard in Chiang Mai | Wednesday, 13 May 2026\nThe minister met Somchai Prasert.'),
  ).toEqual(['Somchai Prasert']);
  expect(people('Judge brokers deal\nSalwa Ben Khedher, MNW\nMounir Gharsalli was freed on Monday.')).toEqual(
    ['Mounir Gharsalli'],
  );
  expect(people('By Aaron Humes: The director, Carissa Etienne, warned of it.')).toEqual(['Carissa Etienne']);
  expect(people('Mounir Gharsalli, the secretary, was freed.\nHe went home.')).toEqual(['Mounir Gharsalli']);
});

it('takes ships, codes of traders and words of two alphabets for no names', () => {
  expect(people('The Chungmugong Yi Sun-shin was pulled off escort duty.')).toEqual([]);
  expect(people('U.S. crude CLc1 rose and Brent LCOc1 fell.')).toEqual([]);
  expect(named(entitiesOf('Shares on the index .DJI gained.'), 'place')).toEqual([]);
});

it('takes names joined by a hyphen or with a particle whole', () => {
  expect(people("President Valéry Giscard d'Estaing spoke.")).toEqual(["Valéry Giscard d'Estaing"]);
  expect(named(entitiesOf('He checked out of his hotel in Font-Romeu last Thursday.'), 'place')).toEqual([
    'Font-Romeu',
  ]);
});
