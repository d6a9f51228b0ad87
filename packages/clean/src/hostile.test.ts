import { expect, test } from 'vitest';
import { articleOf, body, outcomeOf, paragraphs } from './testing.ts';

const page = (before: string): string => `<html><body>${before}${body}</body></html>`;

test.each([
  ['100,000 nested blocks', '<div>'.repeat(100_000), 'HTML_TOO_DEEP'],
  ['100,000 nested styles', '<b>'.repeat(100_000), 'HTML_TOO_DEEP'],
  ['50,000 nested tables', '<table><tr><td>'.repeat(50_000), 'HTML_TOO_DEEP'],
  ['half a million elements', '<i></i>'.repeat(500_000), 'HTML_TOO_COMPLEX'],
])('%s end with a code before anything recursive sees them', (_, before, code) => {
  expect(outcomeOf(page(before))).toBe(code);
});

test.each([
  ['unclosed links', '<a href=x>'.repeat(50_000)],
  ['unclosed paragraphs', '<p><span>'.repeat(50_000)],
  ['end tags without a start', '</span></b></td>'.repeat(100_000)],
  [
    '10,000 attributes on one element',
    `<div ${Array.from({ length: 10_000 }, (_, i) => `a${i}=v`).join(' ')}></div>`,
  ],
  ['a million spaces inside a tag', `<a${' '.repeat(1_000_000)}></a>`],
  ['unbalanced quotes', `${'<a b="'.repeat(20_000)}"></a>`],
  ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
  [
    'names made to send patterns back and forth',
    `<div class="${'has-'.repeat(9000)} ${'no_'.repeat(9000)}"></div>`,
  ],
])('%s do not keep the article from being found', (_, before) => {
  expect(articleOf(page(before)).text).toContain(paragraphs[1]);
});

test('lines made to send patterns back and forth are read once', () => {
  const bait = ['By ', '1 2 3/', '( ', 'a, ', '© ', '"']
    .map((piece) => `<p>${piece.repeat(20_000)}</p>`)
    .join('');
  expect(articleOf(page(bait)).text).toContain(paragraphs[1]);
});

test('a script that never ends is a cut page', () => {
  expect(outcomeOf(`<html><head><script>${'<script>'.repeat(100_000)}`)).toBe('INPUT_TRUNCATED');
});

test('broken and endless JSON-LD is left out', () => {
  const script = `<script type="application/ld+json">${'['.repeat(50_000)}</script>`;
  expect(articleOf(page(script)).text).toContain(paragraphs[0]);
});
