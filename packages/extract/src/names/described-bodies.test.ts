import { describe, expect, it } from 'vitest';
import { entitiesOf, groupsOf } from '../testing/named-entities.ts';

const kindOf = (text: string, name: string): string | undefined =>
  entitiesOf(text).find((entity) => entity.name === name)?.groupKind ?? undefined;

describe('what a body is, beside its name', () => {
  it('is no second body', () => {
    expect(groupsOf('The Danish market regulator Finanstorv fined the bank.')).toEqual([
      'Denmark',
      'Finanstorv',
    ]);
    expect(
      groupsOf('It was fined by the US financial watchdog, the Harbour and Exchange Commission.'),
    ).toEqual(['United States', 'Harbour and Exchange Commission']);
    expect(groupsOf('Eurosceptic party Tavoja has suspended a candidate.')).toEqual(['Tavoja']);
    expect(groupsOf('The Syrian foreign ministry, the Red Crescent and Russia agreed.')).toContain(
      'Syrian foreign ministry',
    );
  });

  it('tells its kind', () => {
    expect(kindOf('It bought a stake in software firm Tavo on Monday.', 'Tavo')).toBe('company');
    expect(kindOf('Eurosceptic party Tavoja has suspended a candidate.', 'Tavoja')).toBe('party');
    expect(kindOf('Merchants Trust Bank said no. Merchants Trust is small.', 'Merchants Trust Bank')).toBe(
      'company',
    );
  });
});
