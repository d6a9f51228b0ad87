import { expect, test } from 'vitest';
import { type CachedWord, WordCache } from './word-cache.ts';

const words = (count: number): CachedWord[] => Array.from({ length: count }, () => ({ row: -1 }));

test('a word keeps its row until others need it, the word that got its row first loses it first', () => {
  const cache = new WordCache(1, 3);
  const [a, b, c, d] = words(4) as [CachedWord, CachedWord, CachedWord, CachedWord];
  cache.beginBatch();
  for (const word of [a, b, c]) {
    expect(cache.has(word)).toBe(false);
    cache.give(word);
  }
  expect([a.row, b.row, c.row]).toEqual([1, 2, 3]);
  cache.beginBatch();
  expect(cache.has(b)).toBe(true);
  cache.give(d);
  expect([a.row, b.row, c.row, d.row]).toEqual([-1, 2, 3, 1]);
});

test('no row is taken from a word of the same batch', () => {
  const cache = new WordCache(1, 3);
  const [a, b, c, d, e] = words(5) as [CachedWord, CachedWord, CachedWord, CachedWord, CachedWord];
  cache.beginBatch();
  for (const word of [a, b, c]) cache.give(word);
  cache.beginBatch();
  expect(cache.has(a)).toBe(true);
  cache.give(d);
  cache.give(e);
  expect([a.row, b.row, c.row]).toEqual([1, -1, -1]);
});
