import { expect, test } from 'vitest';
import { articleOf, body, documentOf, paragraphs } from '../testing.ts';
import { renderDiff } from './render.ts';
import { wrap } from './wrap.ts';

const page = `<html><body><nav>Front page</nav><article>${body}</article></body></html>`;

test('kept lines stand left, dropped ones right with their reason', () => {
  const lines = renderDiff(documentOf(page), articleOf(page), { width: 100, colour: false }).split('\n');
  expect(lines.find((line) => line.includes('Front page'))).toMatch(/^\s+│ \[navigation\] Front page$/);
  expect(lines.find((line) => line.includes('The harbour council'))).toMatch(/^The harbour council.*│$/);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
});

test('colours are only there on request', () => {
  const view = (colour: boolean): string =>
    renderDiff(documentOf(page), articleOf(page), { width: 80, colour });
  expect(view(true)).toContain('\u001b[31m');
  expect(view(false)).not.toContain('\u001b');
});

test('lines break at spaces, endless words anywhere, and nothing is lost', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  expect(wrap(paragraphs.join(' '), 20).join(' ')).toBe(paragraphs.join(' '));
});
