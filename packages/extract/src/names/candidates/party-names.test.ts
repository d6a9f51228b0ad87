import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../testing/named-entities.ts';

describe('names of parties', () => {
  it('are those of a land of which the article names a city or body', () => {
    const text = 'Neither the Conservatives nor Labour spoke of Kenya in London on Monday.';
    expect(groupsOf(text)).toEqual(expect.arrayContaining(['Conservative Party', 'Labour Party']));
    const oslo = 'In Norway, the Conservatives lost. In Oslo, a Labour councillor smiled.';
    expect(groupsOf(oslo)).toContain('Conservatives');
  });

  it('are not the Democrats of America where a word before tells other ones', () => {
    expect(groupsOf('A Liberal Democrat councillor spoke in London, and the Lib Dem leader too.')).toEqual([
      'Liberal Democrats',
    ]);
    expect(groupsOf('In Austria a Social Democrat minister resigned. The Social Democrats wept.')).toEqual([
      'Social Democrat',
    ]);
  });

  it('are told by their adjective', () => {
    const text = 'Tory leader Ann Reed was angry. But a Conservative spokeswoman in London denied it.';
    expect(groupsOf(text)).toEqual(['Conservative Party']);
  });

  it('have the initials that the article gives them', () => {
    const text = 'The Borland National Party split on Monday. Two BNP leaders left for Leeds.';
    expect(groupsOf(text)).toContain('Borland National Party');
    expect(groupsOf(text)).not.toContain('Bangladesh Nationalist Party');
  });
});
