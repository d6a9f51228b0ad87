import { describe, expect, it } from 'vitest';
import { entitiesOf, groupsOf, named } from '../../testing/named-entities.ts';

describe('names of works', () => {
  it('are no bodies and no places', () => {
    expect(groupsOf('He told the Wide Horizon programme that the cards were late.')).toEqual([]);
    expect(groupsOf('The documentary Slow River was shown in May.')).toEqual([]);
    const book = entitiesOf('In his new book, Lawless Shore, the professor tells another story.');
    expect([...named(book, 'place'), ...named(book, 'group')]).toEqual([]);
  });

  it('are not the people who made them', () => {
    expect(named(entitiesOf('The book Anna Reed wrote was late.'), 'person')).toEqual(['Anna Reed']);
  });
});
