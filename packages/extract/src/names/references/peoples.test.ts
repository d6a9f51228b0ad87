import { describe, expect, it } from 'vitest';
import { entitiesOf, groupsOf as groups, named } from '../../testing/named-entities.ts';

describe('the names of peoples', () => {
  it('are groups where elders, herders or warriors of theirs act', () => {
    expect(groups('Elders of the Dinka Malual and the Rizeigat gathered in Gok Machar.')).toEqual([
      'Dinka Malual',
      'Rizeigat',
    ]);
    expect(groups('Many Murle warriors came to Bor. The Murle denied it.')).toEqual(['Murle']);
  });

  it('leave a place of the name a place', () => {
    const entities = entitiesOf(
      'The elders of the Turkana and the Jie met in Lodwar. He lives in Turkana county.',
    );
    expect(named(entities, 'group')).toEqual(['Turkana', 'Jie']);
    expect(named(entities, 'place')).toContain('Turkana County');
  });

  it('are none where a place has herders', () => {
    expect(groups('Texas herders met in Austin.')).not.toContain('Texas');
  });
});
