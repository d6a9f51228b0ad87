import { describe, expect, it } from 'vitest';
import { entitiesOf, groupsOf, named } from '../testing/named-entities.ts';

describe('capitals', () => {
  it('stand for the state that the article names, or against another', () => {
    expect(groupsOf('Kenyan ministers were angry. Nairobi has called off the talks.')).toEqual(['Kenya']);
    expect(groupsOf('Manila lodged a protest with Beijing.')).toEqual(['Philippines', 'China']);
  });

  it('are towns where nothing tells of the state', () => {
    expect(groupsOf('Nairobi has been fighting floods since Monday.')).toEqual([]);
    expect(groupsOf('The Kenyan left for Nairobi. The mayor was proud of Nairobi’s airport.')).not.toContain(
      'Nairobi',
    );
  });

  it('are towns in a row that tells of a noun', () => {
    const text =
      'The French firm owns the Lisbon, Amsterdam and Vienna exchanges, a Dutch paper in Austria said of Portugal.';
    expect(named(entitiesOf(text), 'place')).toEqual(
      expect.arrayContaining(['Lisbon', 'Amsterdam', 'Vienna']),
    );
  });

  it('are not meant where the article names the land of a region called so', () => {
    const text = 'In Australia, a storm hit Victoria on Monday.';
    expect(named(entitiesOf(text), 'place')).toEqual(['Australia', 'Victoria']);
    expect(groupsOf('Australia is hot. Victoria’s power supply is under threat.')).toEqual(['Australia']);
  });
});

describe('territories of other states', () => {
  it('are places unless they do what governments do', () => {
    expect(groupsOf('Investors were told of Hong Kong dollars and of the Macau summit.')).toEqual([]);
    expect(groupsOf('Greenland rejected the offer. Denmark held talks with Gibraltar.')).toEqual([
      'Greenland',
      'Denmark',
      'Gibraltar',
    ]);
  });
});
