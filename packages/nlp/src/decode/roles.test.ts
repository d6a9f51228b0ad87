import { expect, test } from 'vitest';
import { decodeRoles } from './roles.ts';

test('a core role goes to the word that is surest of it, the other takes its next best', () => {
  const scores = Float32Array.from([0, 3, 2, 0, 5, 1, 9, 0, 0]);
  expect([...decodeRoles(scores, 3, { count: 3, stride: 3 }, [1])]).toEqual([2, 1, 0]);
});

test('adjunct roles may be held by several words', () => {
  const scores = Float32Array.from([0, 3, 0, 5]);
  expect([...decodeRoles(scores, 2, { count: 2, stride: 2 }, [])]).toEqual([1, 1]);
});
