import { expect, it } from 'vitest';
import { placesOf as places } from '../../testing/named-entities.ts';

it('takes unknown words for places by how they stand', () => {
  expect(places('The police broke up a sit-in in Redeyef with tear gas.')).toEqual(['Redeyef']);
  expect(places('Jobs were promised to graduates from the mining towns of Redeyef and Metlaoui.')).toEqual([
    'Redeyef',
    'Metlaoui',
  ]);
  expect(places('The gas company pleads vandalism near Escravos.')).toEqual(['Escravos']);
});

it('takes no title, thing or part of a name for one', () => {
  expect(places('They spoke in Parliament and in English.')).toEqual([]);
  expect(places('Girmay Tesfatsion declined, because, in Tesfatsion’s words, a gift is a gift.')).toEqual([]);
});

it('takes a word in small letters behind a name for what stands there, whatever its tag', () => {
  expect(places('Talks over the Nam Phaeng dam went on.')).toEqual(['Nam Phaeng dam']);
  expect(places('The drums were sunk in the Marianas trench.')).toEqual(['Marianas trench']);
});

it('joins another name of a place to it, and keeps the Arabic article', () => {
  expect(places('The Rukban camp, also known as the Berm, is dry. People left the Berm.')).toEqual([
    'Rukban',
  ]);
  expect(places('Troops stay at the al-Tanf base.')).toEqual(['al-Tanf base']);
});
