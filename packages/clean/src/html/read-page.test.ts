import { expect, test } from 'vitest';
import { textSource } from '../charset/source.ts';
import { defaultLimits } from '../limits.ts';
import type { PageElement } from '../page-element.ts';
import { readPage } from './read-page.ts';

const read = (html: string) => readPage(textSource(html), defaultLimits);

/** The tree as short text: tags in lower case, texts as they are. */
function shape(element: PageElement): string {
  return element.childNodes
    .map((child) => (child.nodeType === 3 ? child.text : `${child.tagName.toLowerCase()}(${shape(child)})`))
    .join('');
}
const shapeOf = (html: string): string => shape(read(html).root);

test.each([
  ['paragraphs without an end', '<p>a<p>b', 'p(a)p(b)'],
  ['a block that ends a paragraph', '<p>a<div>b</div>', 'p(a)div(b)'],
  ['items without an end', '<ul><li>a<li>b</ul>c', 'ul(li(a)li(b))c'],
  [
    'cells and rows without an end',
    '<table><tr><td>a<td>b<tr><td>c</table>d',
    'table(tr(td(a)td(b))tr(td(c)))d',
  ],
  ['a style left open in a cell', '<table><tr><td><b class=x>a</table>d', 'table(tr(td(b(a))))d'],
  ['a block end that closes what is open in it', '<div><span class=x>a</div>b', 'div(span(a))b'],
  ['an end without a start', 'a</div></b>b', 'ab'],
  ['a link that ends inside a block it holds', '<a href=x>a<div>b</a>c</div>d', 'a(adiv(b))div(c)d'],
  ['a link inside a link', '<a href=x>a<a href=y>b</a>', 'a(a)a(b)'],
  ['styles that say nothing', '<b>a</b><i>b</i>', 'ab'],
  ['elements that hold nothing', '<div class=ad></div><p>a</p><span></span>', 'p(a)'],
  ['text before any tag', 'a &amp; b', 'a & b'],
  ['a bare less-than sign', '<p>1 < 2</p>', 'p(1 < 2)'],
])('%s', (_, html, expected) => {
  expect(shapeOf(html)).toBe(expected);
});

test('scripts, styles, comments and drawings are not in the tree', () => {
  expect(
    shapeOf(
      '<script>if (a<b) {}</script><style>p{}</style><!-- <p>x</p> --><svg><title>t</title><path/></svg><p>a',
    ),
  ).toBe('p(a)');
});

test('a drawing that is never closed ends where HTML goes on', () => {
  expect(shapeOf('<svg><use href="#i"><div>a</div>')).toBe('div(a)');
});

test('a blank between inline elements is kept, one between blocks is not', () => {
  expect(shapeOf('<em class=x>a</em> <em class=x>b</em>')).toBe('em(a)em( b)');
  expect(shapeOf('<div>a</div> \n <div>b</div>')).toBe('div(a)div(b)');
});

test('attributes are read in any notation', () => {
  const { root } = read(`<div CLASS=one id='two' title="a > b &amp; c" data-x>x</div>`);
  const element = root.childNodes[0] as PageElement;
  expect(element.getAttribute('class')).toBe('one');
  expect(element.getAttribute('id')).toBe('two');
  expect(element.getAttribute('title')).toBe('a > b & c');
  expect(element.getAttribute('data-x')).toBe('');
  expect(element.getAttribute('href')).toBeUndefined();
});

test('the head is read on the way', () => {
  const reading = read(
    '<html lang="pt-BR"><head><title> A\n&amp; B </title><meta property="og:title" content="C"><link rel=canonical href="/d"><script type="application/ld+json">{"a":1}</script></head>',
  );
  expect(reading).toMatchObject({ title: 'A & B', language: 'pt-BR', jsonLdTexts: ['{"a":1}'] });
  expect(reading.meta.get('og:title')).toEqual(['C']);
  expect(reading.links).toEqual([{ rel: 'canonical', href: '/d' }]);
});
