import { expect, test } from 'vitest';
import { articleOf, body, documentOf, outcomeOf, paragraphs } from './testing.ts';
import { clean } from './clean.ts';

test('a plain page becomes its paragraphs, a line each', () => {
  const article = articleOf(
    `<html lang=en><body><h1>Quay to be widened</h1><article>${body}</article></body></html>`,
  );
  expect(article.text.split('\n')).toEqual(paragraphs);
  expect(article.language).toBe('en');
});

test('the same bytes give the same article, and the id follows the stated address', () => {
  const page = `<html><body>${body}</body></html>`;
  const stated = { url: 'https://example.org/quay?utm_source=x' };
  expect(articleOf(page, { stated })).toEqual(articleOf(page, { stated }));
  expect(articleOf(page, { stated }).id).toBe(articleOf(`${page} `, { stated }).id);
  expect(articleOf(page).id).not.toBe(articleOf(page, { stated }).id);
});

test('what the one who hands it in states wins over the page', () => {
  const page = `<html><head><title>Their title</title><meta property="article:published_time" content="2020-01-01"></head><body>${body}</body></html>`;
  const article = articleOf(page, {
    stated: { title: 'Mine', published: '2026-02-05', source: 'The Crier' },
  });
  expect(article).toMatchObject({
    title: 'Mine',
    published: '2026-02-05',
    publishedFrom: 'stated',
    source: 'The Crier',
  });
});

test.each([
  ['2026-02-05T10:00:00.000+03:30', '2026-02-05T10:00:00.000+03:30'],
  ['2026-02', '2026-02'],
  ['Thu, 05 Feb 2026 10:00:00 GMT', '2026-02-05'],
  ['1770285600', '2026-02-05T10:00:00Z'],
])('a stated date is kept, or becomes ISO 8601: %s', (published, value) => {
  expect(articleOf(`<html><body>${body}</body></html>`, { stated: { published } })).toMatchObject({
    published: value,
    publishedFrom: 'stated',
    notes: [],
  });
});

test.each(['tomorrow', '2026-13-45', ''])('a stated date that is none is passed over: %j', (published) => {
  const page = `<html><head><meta property="article:published_time" content="2020-01-01"></head><body>${body}</body></html>`;
  expect(articleOf(page, { stated: { published } })).toMatchObject({
    published: '2020-01-01',
    notes: [`stated date not read: ${published}`],
  });
});

test.each([
  ['nothing', '', 'INPUT_EMPTY'],
  ['blank lines', ' \n\t ', 'INPUT_EMPTY'],
  ['a PDF', '%PDF-1.7 stream', 'INPUT_BINARY'],
  ['NUL bytes', new Uint8Array(4096), 'INPUT_BINARY'],
  ['a page without text', '<html><body><img src=a></body></html>', 'NO_ARTICLE'],
  ['a page cut inside its head', '<html><head><title>Quay</title><script>var a = 1;', 'INPUT_TRUNCATED'],
  [
    'an empty shell',
    '<html><head><script src=a.js></script></head><body><noscript>You need to enable JavaScript</noscript><div id="root"></div></body></html>',
    'PAGE_IS_SHELL',
  ],
])('%s is set aside with its own code', (_, content, code) => {
  expect(outcomeOf(content)).toBe(code);
});

test('a document over the limit is set aside unread', () => {
  expect(outcomeOf(body, { limits: { maxBytes: 100 } })).toBe('INPUT_TOO_LARGE');
});

test('a page that is cut in the middle of its text keeps what there is, and says so', () => {
  const article = articleOf(`<html><body><article>${body}<p>The work is to be paid for by the`);
  expect(article.text.split('\n').slice(0, paragraphs.length)).toEqual(paragraphs);
  const cutInTag = articleOf(`<html><body><article>${body}<p class="te`);
  expect(cutInTag.notes).toEqual(['the page ends in the middle of its markup']);
});

test('scraped text goes the other way and comes out the same', () => {
  const result = clean(
    documentOf(`Skip to main content\n\n${paragraphs.join('\n\n')}\n\nAll rights reserved.`, {
      format: 'text',
    }),
  );
  expect(result.kind).toBe('article');
  if (result.kind === 'article') {
    for (const paragraph of paragraphs) expect(result.article.text).toContain(paragraph);
    expect(result.article.text).not.toContain('Skip to main content');
  }
});
