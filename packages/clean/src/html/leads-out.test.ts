import { expect, test } from 'vitest';
import { articleOf, paragraphs } from '../testing.ts';
import { leadsOutOf } from './leads-out.ts';

const [first = '', second = '', third = ''] = paragraphs;

test('an address leads out where its host is of another site', () => {
  const leadsOut = leadsOutOf('www.example.co.uk');
  expect(leadsOut('https://charts.example.org/7')).toBe(true);
  expect(leadsOut('//other.co.uk')).toBe(true);
  expect(leadsOut('https://news.example.co.uk/a')).toBe(false);
  expect(leadsOut('/news?from=https://example.org')).toBe(false);
  expect(leadsOutOf(null)('https://charts.example.org/7')).toBe(false);
});

test('sources linked between paragraphs are kept, teasers of the site are not', () => {
  const html = `<link rel=canonical href=https://example.org/quay><article><p>${first}</p>
    <p><a href=https://charts.test/7>[ The Chart Room ]</a></p><p>${second}</p>
    <p><a href=https://www.example.org/ferry>Ferry to run again from May</a></p><p>${third}</p></article>`;
  expect(articleOf(html).text.split('\n')).toEqual([first, '[ The Chart Room ]', second, third]);
});
