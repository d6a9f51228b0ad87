import { expect, test } from 'vitest';
import { averageScores, compareSegments, compareTexts, linesMissingFrom, summedScores } from './metrics.ts';

test('equal texts have all their runs of words in common, others share what they share', () => {
  expect(averageScores([compareTexts('one two three four five', 'one two three four five')]).f1).toBe(1);
  const { tp, fp, fn } = compareTexts('a b c d e', 'a b c d x');
  expect([tp, fp, fn]).toEqual([1 / 3, 1 / 3, 1 / 3]);
});

test('a text with nothing found has no precision and a recall of nothing', () => {
  expect(averageScores([compareTexts('one two three four', '')])).toEqual({ precision: 0, recall: 0, f1: 0 });
});

test('shorter texts than a run are compared as a whole', () => {
  expect(compareTexts('one two', 'one two').tp).toBe(1);
});

test('segments are found whatever the white space', () => {
  const counts = compareSegments({ with: ['one  two', 'three'], without: ['four'] }, 'one\ntwo four');
  expect(counts).toEqual({ tp: 1, fp: 1, fn: 1 });
  expect(summedScores([counts])).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
});

test('lines that another text lacks are told from those it has in another form', () => {
  const text = 'The council voted on Tuesday to widen the quay.\nSubscribe now';
  expect(
    linesMissingFrom(text, 'Yesterday the council voted on Tuesday to widen the quay, it said.'),
  ).toEqual(['Subscribe now']);
});
