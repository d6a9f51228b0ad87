import { describe, expect, it } from 'vitest';
import { entitiesOf, groupsOf, peopleOf } from '../testing/named-entities.ts';

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

  it('is known by letters before somebody', () => {
    const text = 'The French head of aerospace group EADB Pierre Mondon left. Mr Mondon was tired.';
    expect(groupsOf(text)).toEqual(['France', 'EADB']);
    expect(peopleOf(text)).toEqual(['Pierre Mondon']);
  });

  it('is not what a title begins with', () => {
    expect(groupsOf('Shadow Constitutional Affairs Secretary Oliver Hale accused the government.')).toEqual(
      [],
    );
  });
});
