import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestToken, tokenise } from './tokenise.ts';

const words = (text: string): string[] => {
  const { starts, ends } = tokenise(text);
  return starts.map((start, i) => text.slice(start, ends[i]));
};

test.each([
  ["I don't, can't and won't.", "I do n't , ca n't and wo n't ."],
  ['They cannot; we’re gonna.', 'They can not ; we ’re gon na .'],
  ["the officials' cars, Iran's army", "the officials ' cars , Iran 's army"],
  ['U.S.-led talks in the U.K.', 'U.S. - led talks in the U.K.'],
  ['Mr. J. K. Rowling vs. Dr. No', 'Mr. J. K. Rowling vs. Dr. No'],
  ['a pre-war, anti-Bush e-mail', 'a pre-war , anti-Bush e-mail'],
  ['al-Qa’ida and O’Rourke at 5 o’clock', 'al - Qa’ida and O’Rourke at 5 o’clock'],
  ['$5bn, €3.5m, US$6 and 7%', '$ 5 bn , € 3.5 m , US$ 6 and 7 %'],
  ['6pm or 6 p.m. on 9/11, 1,200 of 20th', '6 pm or 6 p.m. on 9/11 , 1,200 of 20th'],
  ['call 713-853-1234 in 1969-1970', 'call 713-853-1234 in 1969 - 1970'],
  ['see http://a.b/c(d). And x@y.com, @you #tag', 'see http://a.b/c(d) . And x@y.com , @you #tag'],
  ['the ’90s, rock ’n’ roll', 'the ’90s , rock ’n’ roll'],
  ['wait... what?! -- yes', 'wait ... what ?! -- yes'],
  ['AT&T and Yahoo.com said', 'AT&T and Yahoo.com said'],
  ['👍🏽👨‍👩‍👧 🇺🇸', '👍🏽 👨‍👩‍👧 🇺🇸'],
  ['No. 5 is no. Yes.', 'No. 5 is no . Yes .'],
  ['the end.The next', 'the end . The next'],
])('%s', (text, expected) => {
  expect(words(text)).toEqual(expected.split(' '));
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "n't",
        '.',
        "'",
        '’s',
        'U.',
        '-',
        'http://',
        '@',
        '\u0000',
        '\n',
        ' ',
        'ab',
        '3',
        ',',
        '👍',
        '\u200d',
        'العربية',
        '漢字',
        '((',
        '"',
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
);

test('tokens are in order, not empty, do not overlap and leave out nothing but separators and stray marks', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { starts, ends } = tokenise(text);
      let at = 0;
      let between = '';
      starts.forEach((start, i) => {
        expect(start).toBeGreaterThanOrEqual(at);
        between += text.slice(at, start);
        at = ends[i] ?? 0;
        expect(at).toBeGreaterThan(start);
      });
      between += text.slice(at);
      expect(between).toMatch(/^[\s\p{Cc}\p{Cf}\p{M}\p{Emoji_Modifier}]*$/u);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['one run of letters', 'a'],
  ['stops between letters', 'a.'],
  ['apostrophes', "n'"],
  ['hyphens', 'e-'],
  ['at signs', 'a@'],
  ['brackets after a link', 'www.a)))))))))'],
  ['combining marks', 'a\u0301'],
  ['spaces', '     '],
])('a million characters of %s are cut in bounded pieces', (_, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  const { starts, ends } = tokenise(text);
  expect(starts.every((start, i) => (ends[i] ?? 0) - start <= longestToken)).toBe(true);
});
