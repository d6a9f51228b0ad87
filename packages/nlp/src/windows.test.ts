import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPoints } from './windows.ts';

test('a long sentence is cut after a sign of division', () => {
  const words = [...Array<string>(7).fill('a'), ';', ...Array<string>(6).fill('b')];
  expect(cutPoints(words, 0, words.length, 10)).toEqual([
    [0, 8],
    [8, 14],
  ]);
});

test('pieces cover all words in order and are never too long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ',', '.', '--'), { maxLength: 200 }),
      fc.integer({ min: 2, max: 20 }),
      (words, limit) => {
        let at = 0;
        for (const [start, end] of cutPoints(words, 0, words.length, limit)) {
          expect(start).toBe(at);
          expect(end - start).toBeLessThanOrEqual(limit);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(words.length);
      },
    ),
  );
});
