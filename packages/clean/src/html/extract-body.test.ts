import { expect, test } from 'vitest';
import { articleOf, body, paragraphs } from '../testing.ts';

const [first = '', second = '', third = '', fourth = ''] = paragraphs;
const page = (html: string): string => `<html><body><h1>Quay to be widened</h1>${html}</body></html>`;
const reasonOf = (html: string, text: string): string | undefined =>
  articleOf(page(html)).dropped.find((line) => line.text.includes(text))?.reason;

test('menus, comments, related stories and footers are dropped, each with its reason', () => {
  const html = `<nav><a href=/>Front page</a></nav><article>${body}</article>
    <div class="related-posts"><a href=/a>Ferry to run again from May</a></div>
    <div id="comments"><p>My cousin saw the chairman sign it on Monday, believe me.</p></div>
    <footer><p>Imprint and contact</p></footer>`;
  expect(articleOf(page(html)).text.split('\n')).toEqual(paragraphs);
  expect(reasonOf(html, 'Front page')).toBe('navigation');
  expect(reasonOf(html, 'Ferry to run')).toBe('related');
  expect(reasonOf(html, 'My cousin')).toBe('comments');
  expect(reasonOf(html, 'Imprint')).toBe('navigation');
});

test('every visible line is either kept or dropped', () => {
  const html = `<div class=top>Harbour Gazette</div><article>${body}</article><p>Weather: rain</p>`;
  const article = articleOf(page(html));
  const all = `${article.text}\n${article.dropped.map((line) => line.text).join('\n')}`;
  for (const text of [...paragraphs, 'Harbour Gazette', 'Weather: rain']) expect(all).toContain(text);
});

test('a name is not believed where the part holds the article', () => {
  const article = articleOf(page(`<div class="social sidebar ad-wrapper">${body}</div>`));
  expect(article.text.split('\n')).toEqual(paragraphs);
});

test('the lede between the title and the text is kept, and only once', () => {
  const lede = 'After six years of dispute the council has decided: the northern quay will be widened.';
  const html = `<header><h1>Quay to be widened</h1><p class="teaser-text">${lede}</p></header><div class=text>${body}</div>`;
  expect(articleOf(`<html><body>${html}</body></html>`).text.split('\n')).toEqual([lede, ...paragraphs]);
});

test('sections beside the container go on with its text', () => {
  const html = `<div class="block one"><p>${first}</p><p>${second}</p></div><div class="block one"><p>${third}</p><p>${fourth}</p></div>`;
  expect(articleOf(page(html)).text.split('\n')).toEqual([first, second, third, fourth]);
});

test('paragraphs before a paywall belong to the article', () => {
  const html = `<div class=story><p>${first}</p><div class=paywall><p>${second}</p><p>${third}</p><p>${fourth}</p></div></div>`;
  expect(articleOf(page(html)).text).toContain(first);
});

test('paragraphs that are marked as paid for keep their links, short ones too', () => {
  const linked = first.replace(/(\w+ \w+)/, '<a href="https://elsewhere.example/a">$1</a>');
  const html = `<div class=story><p class=paywall>${linked}</p><h2 class=paywall>What comes next</h2><p class=paywall>${second}</p>
    <p class=paywall>Nobody was asked.</p><p class=paywall>${third}</p><p class=paywall>${fourth}</p></div>`;
  const lines = articleOf(page(html)).text.split('\n');
  expect(lines).toEqual([first, 'What comes next', second, 'Nobody was asked.', third, fourth]);
});

test('an embedded post that is named social is kept', () => {
  const post =
    '<blockquote class="social"><p>They offered us a committee, and we took the river.</p></blockquote>';
  expect(articleOf(page(`<article>${body}${post}<p>${first}</p></article>`)).text).toContain(
    'took the river',
  );
});

test('tables are rows that can be read, lists are lines', () => {
  const table = '<table><tr><th>Berth<th>Metres<tr><td>North<td>240</table>';
  const html = `<article><p>${first}</p>${table}<ul><li>The ferries move first.<li>The cranes follow in May.</ul>${body}</article>`;
  const lines = articleOf(page(html)).text.split('\n');
  expect(lines).toContain('Berth | Metres');
  expect(lines).toContain('North | 240');
  expect(lines).toContain('The cranes follow in May.');
});

test('captions, credits and notes about the author stand apart', () => {
  const html = `<article><p>By Lena Orsted</p><figure><img src=a><figcaption>The quay at dusk</figcaption></figure>
    <p>${first}</p><div><img src=b><span>Cranes on the outer wall (Photo: T. Holm)</span></div>${body}
    <p>Lena Orsted covers ports and shipping for the Gazette.</p></article>`;
  const article = articleOf(
    `<html><head><meta name=author content="Lena Orsted"></head><body>${html}</body></html>`,
  );
  expect(article.asides).toContainEqual({ kind: 'caption', text: 'The quay at dusk' });
  expect(article.asides).toContainEqual({
    kind: 'bio',
    text: 'Lena Orsted covers ports and shipping for the Gazette.',
  });
  expect(article.text).not.toMatch(/at dusk|Photo|covers ports/);
});

test('an embedded post is kept once, without the address of its picture', () => {
  const post =
    '<figure><blockquote class="twitter-tweet"><p>The ferries move to the outer wall, all of them. <a href=https://t.co/x>pic.twitter.com/aB3dE5fG7h</a></p></blockquote></figure>';
  const { text } = articleOf(page(`<article>${body}${post}</article>`));
  expect(text.match(/all of them/g)).toHaveLength(1);
  expect(text).not.toContain('pic.twitter.com');
});

test('a stated body counts only where the page confirms it', () => {
  const script = (text: string): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: text })}</script>`;
  const inserted =
    '<p>Win a weekend on the islands with the Gazette and our partners, enter until Friday noon.</p>';
  const html = `<article>${body.replace('</p>', `</p>${inserted}`)}</article>`;
  expect(articleOf(page(script(paragraphs.join('\n')) + html)).text).not.toContain('Win a weekend');
  const other = 'A wholly different article about the price of herring and nothing else. '.repeat(12);
  expect(articleOf(page(script(other) + html)).text).toContain(second);
  expect(articleOf(page(script(other) + html)).text).not.toContain('herring');
});

test('a body that only the JSON-LD has is taken from there', () => {
  const stated = JSON.stringify({ '@type': 'NewsArticle', articleBody: paragraphs.join('\n') });
  const article = articleOf(
    page(`<script type="application/ld+json">${stated}</script><p>Subscribers read on.</p>`),
  );
  expect(article.text).toContain(fourth);
});

test('a live blog has its entries with their times', () => {
  const entries = ['20:15', '19:40', '19:05'].map(
    (time, index) =>
      `<div class="live-entry"><time datetime="2026-02-05T${time}:00Z">${time}</time><p>${paragraphs[index]}</p></div>`,
  );
  const article = articleOf(page(`<div class="live-blog">${entries.join('')}</div>`));
  expect(article.entries.map(({ time }) => time)).toEqual([
    '2026-02-05T20:15:00Z',
    '2026-02-05T19:40:00Z',
    '2026-02-05T19:05:00Z',
  ]);
  const start = article.entries[1]?.start ?? -1;
  expect(article.text.slice(start)).toMatch(/^Councillor Ines Varga/);
});

test('a link that was never closed does not make the article a list of links', () => {
  expect(articleOf(page(`<a name=top><a href=/x>${body}`)).text.split('\n')).toEqual(paragraphs);
});
