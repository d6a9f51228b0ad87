import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findQuotations } from './quotes.ts';

const quoted = (text: string): string[] =>
  findQuotations(text).map((found) => text.slice(found.start, found.end));

it.each([
  ['straight', 'He said, "We left early," and sat down.', ['We left early,']],
  ['curly', 'He said, “We left early,” and sat down.', ['We left early,']],
  ['guillemets', 'Il dit: « Nous partons » et partit.', ['Nous partons']],
  [
    'single curly with an apostrophe',
    'She called it ‘the farmer’s last word’ and left.',
    ['the farmer’s last word'],
  ],
  [
    'single straight with an apostrophe',
    "She called it 'the farmer's last word' and left.",
    ["the farmer's last word"],
  ],
  [
    'single with a plural possessive',
    "He blamed 'the unions' long memory' for it.",
    ["the unions' long memory"],
  ],
  ['mixed marks', 'She kept "work-related” mail and “personal" notes.', ['work-related', 'personal']],
  ['a mark between spaces at the end', 'He said: "We left early. " Then he sat down.', ['We left early.']],
  ['a mark right after a dash', 'It ended—"too late"—on Friday.', ['too late']],
])('finds %s marks', (_, text, found) => {
  if (found.length > 0) expect(quoted(text)).toEqual(found);
  else expect(findQuotations(text)).toHaveLength(0);
});

it('finds a quotation inside a quotation, each with its depth', () => {
  const text = '“He told me, ‘Buy the boat,’ and I did,” she said.';
  expect(findQuotations(text).map(({ start, end, depth }) => [text.slice(start, end), depth])).toEqual([
    ['He told me, ‘Buy the boat,’ and I did,', 0],
    ['Buy the boat,', 1],
  ]);
});

it('takes no apostrophe, decade or inch for a quotation', () => {
  expect(quoted("The '90s weren't kind to the Smiths' farm, a 5'10\" man said of rock 'n roll.")).toEqual([]);
});

it('follows a quotation over paragraphs that open again', () => {
  const found = findQuotations('“We came by sea.\n“We left by land,” he said.');
  expect(found.map(({ continues }) => continues)).toEqual([true, false]);
});

it('ends a quotation whose mark is missing with its paragraph', () => {
  expect(quoted('He said, "We left early.\nNobody answered. "Fine," he added.')).toEqual([
    'We left early.',
    'Fine,',
  ]);
});

it('reads any text without failing, and every quotation lies inside it', () => {
  const marks = fc.string({
    unit: fc.constantFrom('"', '“', '”', "'", '‘', '’', '«', '»', 'a', ' ', '\n', '.', '😀'),
  });
  fc.assert(
    fc.property(marks, (text) => {
      for (const { start, end, outerStart, outerEnd } of findQuotations(text)) {
        expect(outerStart < start && start < end && end <= outerEnd && outerEnd <= text.length).toBe(true);
      }
    }),
  );
});
