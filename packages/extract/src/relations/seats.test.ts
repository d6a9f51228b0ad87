import { describe, expect, it } from 'vitest';
import { relationsOf } from '../testing/relations-of.ts';

describe('where something lies and where a body sits', () => {
  it.each([
    ['Based in Vilnius, Noortec Shipping owns ships.', 'BASED_IN Noortec Shipping -> Vilnius'],
    ['Noortec Shipping runs its business from Vilnius.', 'BASED_IN Noortec Shipping -> Vilnius'],
    ['A fire broke out in Sarona, in the north of Dubai.', 'PART_OF Sarona -> Dubai'],
    ['A fire broke out in the Trabzon district of Oderfeld.', 'PART_OF Oderfeld -> Trabzon'],
    ['He lives in the Shinjuku ward of Tokyo.', 'PART_OF Shinjuku -> Tokyo'],
    ['US shipping giant Noortec Lines has sold its ports.', 'BASED_IN Noortec Lines -> United States'],
    [
      'Fires reached the southern Sydney suburbs of Oderfeld and Marrin.',
      'PART_OF Oderfeld -> southern Sydney',
    ],
  ])('%s', (sentence, expected) => {
    expect(relationsOf(sentence)).toEqual([expected]);
  });
});

it('reads an amount right behind the body that is given it', () => {
  expect(relationsOf('Adaeze Okafor gave the Free Coast Party $20,000 in March.')).toEqual([
    'FUNDS Adaeze Okafor -> Free Coast Party',
  ]);
});

it('takes a part of a company for no weapons, and seats that are won for no office taken over', () => {
  expect(relationsOf('Volkswagen has sold its insurance arm to Microsoft.')).not.toContain(
    'ARMS Volkswagen -> Microsoft',
  );
  expect(relationsOf('The Greens will take three seats from the Labour Party.')).toEqual([]);
});

it('takes neither a flight nor a player for a seat', () => {
  expect(relationsOf('Lufthansa operates four flights a week from Vilnius to Riga.')).toEqual([]);
  expect(relationsOf('England batsman Ilir Doda left.')).toEqual([]);
});

describe('what only sounds like money, arms or a stance', () => {
  it.each([
    'The bowler paid off for Volkswagen.',
    'Ilir Doda won $150,000 in damages from Volkswagen.',
    'Ilir Doda bankrolled opponents of Karin Holm.',
    'The soldiers handed over fighters to Norway.',
    'Volkswagen plans to buy Microsoft.',
    "Halifax is Norway's biggest mortgage lender.",
    'Pro-Iraq war lawmakers of the Labour Party left.',
  ])('%s', (sentence) => {
    expect(relationsOf(sentence).filter((each) => /^(FUNDS|ARMS|OWNS|ALLIED_WITH)/.test(each))).toEqual([]);
  });

  it('reads what is owned once it has been bought', () => {
    expect(relationsOf('Volkswagen bought Microsoft in May.')).toContain('OWNS Volkswagen -> Microsoft');
  });
});
