import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceStarts } from './sentences.ts';
import { tokenise } from './tokenise.ts';

function sentences(text: string): string[] {
  const bounds = tokenise(text);
  const starts = sentenceStarts(text, bounds);
  return starts.map((start, k) =>
    text.slice(bounds.starts[start], bounds.ends[(starts[k + 1] ?? bounds.starts.length) - 1]),
  );
}

test.each([
  [
    'titles, initials and abbreviations',
    'Mr. J. Smith of the U.S. Army met Gen. Ali. They spoke at 5 p.m. on Tuesday.',
    ['Mr. J. Smith of the U.S. Army met Gen. Ali.', 'They spoke at 5 p.m. on Tuesday.'],
  ],
  [
    'a sentence that ends with an abbreviation',
    'He moved to the U.S. The talks went on.',
    ['He moved to the U.S.', 'The talks went on.'],
  ],
  [
    'a quotation behind a full stop in a text of several lines',
    'The two met. “It went well,” he said of the “Big” Jones.\nNobody came.',
    ['The two met.', '“It went well,” he said of the “Big” Jones.', 'Nobody came.'],
  ],
  [
    'quotations',
    '“We will go,” he said. “Why not?” she asked.',
    ['“We will go,” he said.', '“Why not?” she asked.'],
  ],
  [
    'a line break inside of a sentence',
    'The minister said on\nTuesday that talks would\ncontinue. He left.',
    ['The minister said on\nTuesday that talks would\ncontinue.', 'He left.'],
  ],
  [
    'a headline without a full stop',
    'Talks end without deal\nThe two sides met in Doha.',
    ['Talks end without deal', 'The two sides met in Doha.'],
  ],
  [
    'a dateline',
    'CUENCA, Ecuador, March 4 – The ministers met.\nMOSCOW (Reuters) - Russia agreed.\nBoth — Iran too — left.',
    [
      'CUENCA, Ecuador, March 4 –',
      'The ministers met.',
      'MOSCOW (Reuters) -',
      'Russia agreed.',
      'Both — Iran too — left.',
    ],
  ],
  ['paragraphs', 'First one.\n\nSecond one.', ['First one.', 'Second one.']],
])('%s', (_, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('starts are increasing token indices, the first token first', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem({ mode: 'sentences', maxCount: 8 })),
      (text) => {
        const bounds = tokenise(text);
        const starts = sentenceStarts(text, bounds);
        expect(starts[0]).toBe(bounds.starts.length > 0 ? 0 : undefined);
        starts.forEach((start, k) => {
          if (k > 0) expect(start).toBeGreaterThan(starts[k - 1] ?? 0);
          expect(start).toBeLessThan(bounds.starts.length);
        });
      },
    ),
    { numRuns: 300 },
  );
});
