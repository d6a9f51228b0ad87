import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../testing/named-entities.ts';

describe('names behind titles', () => {
  it('may be trades behind a form of address', () => {
    expect(peopleOf('Critics of Lord Forester disagreed. Ms Tailor did not.')).toEqual([
      'Forester',
      'Tailor',
    ]);
    expect(peopleOf('Madam Speaker was late, and Lord Mayor too.')).toEqual([]);
  });

  it('keep letters behind them', () => {
    expect(peopleOf('The finance minister, Tom McCall MSP, said there would be cuts.')).toEqual([
      'Tom McCall MSP',
    ]);
  });
});
