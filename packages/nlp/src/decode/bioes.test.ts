import { expect, test } from 'vitest';
import { bioOfSpans, spansOfBioes } from './bioes.ts';

test('BIOES tags become spans', () => {
  expect(spansOfBioes(['B-PER', 'I-PER', 'E-PER', 'O', 'S-LOC', 'S-LOC'])).toEqual([
    { kind: 'PER', start: 0, end: 3 },
    { kind: 'LOC', start: 4, end: 5 },
    { kind: 'LOC', start: 5, end: 6 },
  ]);
});

test('a span left open is closed where it stops', () => {
  expect(spansOfBioes(['B-ORG', 'O', 'B-PER', 'I-PER'])).toEqual([
    { kind: 'ORG', start: 0, end: 1 },
    { kind: 'PER', start: 2, end: 4 },
  ]);
});

test('neighbouring spans stay apart in BIO', () => {
  expect(
    bioOfSpans(
      [
        { kind: 'LOC', start: 0, end: 1 },
        { kind: 'LOC', start: 1, end: 3 },
      ],
      4,
    ),
  ).toEqual(['B-LOC', 'B-LOC', 'I-LOC', 'O']);
});
