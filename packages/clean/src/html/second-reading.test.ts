import { expect, it } from 'vitest';
import { textSource } from '../charset/source.ts';
import { defaultLimits } from '../limits.ts';
import { readPage } from './read-page.ts';
import { readAgain } from './second-reading.ts';

const sentence =
  'The harbour master of Ystad met the ferry company on Tuesday and both called the talks useful. ';
const article = `<article><h1>Ferries</h1><p>${sentence.repeat(4)}</p><p>${sentence.repeat(3)}</p></article>`;
const read = (html: string) =>
  readAgain(textSource(html), readPage(textSource(html), defaultLimits), defaultLimits);

it('finds the article behind a comment that never ends', () => {
  const page = `<html><body><!-- slot ${article}</body></html>`;
  expect(readPage(textSource(page), defaultLimits).textLength).toBeLessThan(50);
  expect(read(page).textLength).toBeGreaterThan(500);
});

it('leaves a page that kept its text alone', () => {
  const first = readPage(textSource(`${article}<p>cut in the mid`), defaultLimits);
  expect(readAgain(textSource(article), first, defaultLimits)).toBe(first);
});

it.each([
  ['a tag of spaces', `<!--<a${' '.repeat(100_000)}`],
  ['attributes without end', `<!--<a ${'b="c '.repeat(30_000)}`],
  ['tags inside tags', `<!--${'<a '.repeat(50_000)}`],
  ['quotes', `<!--<a ${"'".repeat(50_000)}>`],
])('comes to an end on %s', (_, page) => {
  expect(read(page).textLength).toBeLessThanOrEqual(2 * page.length);
});
