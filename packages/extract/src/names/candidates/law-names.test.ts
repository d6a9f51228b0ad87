import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../testing/named-entities.ts';

describe('names of laws and what acronyms stand for', () => {
  it('are no bodies, however their names end or are joined', () => {
    expect(groupsOf('The court cited the Nordic Convention on Human Rights at length.')).toEqual([]);
    expect(
      groupsOf('The Coastal Growth and Opportunity Act (CGOA) was passed. The CGOA ends in May.'),
    ).toEqual([]);
  });

  it('are no bodies where a post or a thing is explained', () => {
    expect(groupsOf('The Chief Medical Officer (CMO) was late. The CMO told reporters to wait.')).toEqual([]);
    expect(groupsOf('The consumer price index (CPI) rose. The CPI fell in May.')).toEqual([]);
  });

  it('are bodies where a body is explained', () => {
    expect(groupsOf('The Office of the Deputy Prime Minister (ODPM) spoke. ODPM aides met.')).toEqual([
      'Office of the Deputy Prime Minister',
    ]);
  });
});
