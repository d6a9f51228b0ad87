import { expect, it } from 'vitest';
import { groupsOf as groups, placesOf as places } from '../testing/named-entities.ts';

it('leaves a land out that only tells where somebody is from', () => {
  expect(groups('A Finnish lady carried the note.')).toEqual([]);
  expect(groups('He spoke of African-American voters.')).toEqual([]);
  expect(places('The French plane-maker won.')).toEqual(['France']);
  expect(groups('French soldiers won.')).toContain('France');
});

it('takes the land that goods and people come from for a place', () => {
  expect(places('Steel from Belgium fell in price.')).toEqual(['Belgium']);
  expect(groups('Pressure from Belgium grew.')).toEqual(['Belgium']);
});

it('takes parliaments, cabinets and congresses with a capital for bodies', () => {
  expect(groups('Peter Reith told Parliament yesterday that it was lawful.')).toEqual(['Parliament']);
  expect(groups('He said so in Parliament.')).toEqual(['Parliament']);
  expect(groups('Sapotille and his Front for Order left.')).toEqual(['Front for Order']);
});
