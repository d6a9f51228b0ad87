import { expect, test } from 'vitest';
import { bodyOf } from './bodies.ts';

test.each([
  ['Iranian Foreign Ministry', 'foreign ministry', 'state:IR'],
  ["Oman's Ministry of Foreign Affairs", 'foreign ministry', 'state:OM'],
  ['Ministry of Defence of Ukraine', 'defense ministry', 'state:UA'],
  ['Ministry of Agriculture', 'agriculture ministry', undefined],
  ['South Korean parliament', 'parliament', 'state:KR'],
  ['U.S. Army', 'army', 'state:US'],
  ['Supreme Court of India', 'supreme court', 'state:IN'],
])('%s is a %s', (name, body, country) => {
  const found = bodyOf(name);
  expect(found?.body).toBe(body);
  expect(found?.country).toBe(country);
});

test('a person or a place is no body', () => {
  expect(bodyOf('Abbas Araghchi')).toBeUndefined();
  expect(bodyOf('Iran')).toBeUndefined();
  expect(bodyOf('')).toBeUndefined();
});
