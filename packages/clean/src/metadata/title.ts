import type { Page } from '../page.ts';
import type { Clue } from './elements.ts';
import { articleObject, firstText } from './json-values.ts';

const separator = /\s+[|–—\-»«·•:~/]+\s+|\s*\|\s*|\s+::\s+/;
const leastLength = 8;

/**
 * The headline: the page's one H1, or the one among several that og:title or the title confirms; else what
 * JSON-LD, og:title or the `<title>` state, without the outlet's name.
 */
export function readTitle(page: Page, headings: readonly Clue[], site: string | null): string | null {
  const article = articleObject(page.jsonLd);
  const stated = [
    article === null ? null : firstText(article['headline']),
    page.meta.get('og:title')?.[0] ?? null,
    page.meta.get('twitter:title')?.[0] ?? null,
    page.title,
  ].filter((title): title is string => title !== null && title !== '');
  const shown = headings
    .filter((heading) => !heading.beside && heading.text.length >= leastLength && !isSite(heading.text, site))
    .map((heading) => heading.text);
  const confirmed = shown.find((text) => stated.some((title) => saysTheSame(title, text)));
  if (confirmed !== undefined) return confirmed;
  const only = new Set(shown);
  const [single] = only;
  if (single !== undefined && only.size === 1 && stated.length < 2) return single;
  const written = stated.map((title) => withoutSite(title, site)).find((title) => !isSite(title, site));
  return written ?? single ?? stated[0] ?? null;
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether one of two titles holds the other, or nearly all of its words. */
function saysTheSame(a: string, b: string): boolean {
  const [one, other] = [squeezed(a), squeezed(b)];
  return (
    one !== '' &&
    other !== '' &&
    (one.includes(other) || (other.includes(one) && one.length > other.length * 0.6))
  );
}

function isSite(title: string, site: string | null): boolean {
  return site !== null && squeezed(title) === squeezed(site);
}

/** A title without the outlet's name behind or before it. */
export function withoutSite(title: string, site: string | null): string {
  const parts = title.split(separator).filter((part) => part !== undefined && part !== '');
  if (parts.length < 2 || site === null) return title;
  const name = squeezed(site);
  const isName = (part: string | undefined): boolean => {
    const text = squeezed(part ?? '');
    return text !== '' && (name.includes(text) || text.includes(name));
  };
  const last = parts.at(-1) ?? '';
  if (isName(last)) return cutAt(title, title.lastIndexOf(last), 'before');
  const first = parts[0] ?? '';
  return isName(first) ? cutAt(title, first.length, 'after') : title;
}

function cutAt(title: string, position: number, side: 'before' | 'after'): string {
  const cut = side === 'before' ? title.slice(0, position) : title.slice(position);
  return cut.replace(/^[\s|–—\-»«·•:~/]+|[\s|–—\-»«·•:~/]+$/g, '');
}
