import { expect, test } from 'vitest';
import { memoised } from './memo.ts';

test('each text is computed once while it is remembered', () => {
  const computed: string[] = [];
  const length = memoised((text) => {
    computed.push(text);
    return text.length;
  });
  expect([length('one'), length('three'), length('one')]).toEqual([3, 5, 3]);
  expect(computed).toEqual(['one', 'three']);
});

test('no more answers are held than the limit, and the answers stay right', () => {
  let calls = 0;
  const upper = memoised((text) => {
    calls++;
    return text.toUpperCase();
  }, 2);
  expect(['a', 'b', 'c', 'a'].map(upper)).toEqual(['A', 'B', 'C', 'A']);
  expect(calls).toBe(4);
});
