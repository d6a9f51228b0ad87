import { expect, it } from 'vitest';
import { groupsOf as groups } from '../../testing/named-entities.ts';

it('takes people by whose they are for a body, with a number or in uniform', () => {
  expect(groups('Seven Guyanese rangers were freed on Monday.')).toContain('Guyanese rangers');
  expect(groups('Sixty African Union observers will watch the line.')).toContain('African Union observers');
  expect(groups('Azerbaijani policemen have been stopping lorries.')).toContain('Azerbaijani policemen');
  expect(groups('Two policemen and seven rangers were freed.')).toEqual([]);
  expect(groups('French workers like Guyanese rum.')).not.toContain('French workers');
  expect(groups('In 2019 Syrian engineers fled.')).not.toContain('2019 Syrian engineers');
});
