import type { Page } from '../page.ts';
import type { Clue } from './elements.ts';
import { articleObject, firstText } from './json-values.ts';

/** Between a headline and the outlet's name; without spaces only beside Chinese and Japanese. */
const separator =
  /\s+(?:[|–—\-»«·•:~/›]+|::)\s+|\s*[|]\s*|(?<=[\p{Script=Han}\p{Script=Kana}！？。”」])[-_–—]+(?=[\p{Script=Han}\p{L}])/u;
const edges = /^[\s|–—\-_»«·•:~/›]+|[\s|–—\-_»«·•:~/›]+$/g;
const leastLength = 4;
const longestTitle = 500;

/**
 * The headline. In order: an H1 that the page's stated titles (JSON-LD, og:title, `<title>`) confirm, its one
 * H1 that is not the outlet's name, the part of a stated title that another heading confirms, the stated title
 * without the outlet's name.
 */
export function readTitle(
  page: Page,
  headings: readonly Clue[],
  site: string | null,
  host: string | null,
): string | null {
  const isOutlet = outletTest(site, host);
  const stated = statedTitles(page);
  const parts = stated
    .flatMap((title) => [title, ...title.split(separator)])
    .filter((part) => part !== undefined);
  const shown = headings.filter(
    (heading) =>
      !heading.beside && !heading.toHome && heading.text.length >= leastLength && !isOutlet(heading.text),
  );
  const main = shown
    .filter((heading) => heading.tag === 'H1' || heading.itemprop === 'headline')
    .map(({ text }) => text);
  const confirmed = bestConfirmed(main, parts);
  if (confirmed !== null) return withoutKicker(confirmed, stated);
  const [single] = new Set(main);
  if (single !== undefined && single.length > 8 && new Set(main).size === 1) return single;
  const lesser = shown.filter((heading) => heading.tag !== 'H1').map(({ text }) => text);
  const part = lesser.find(
    (text) => text.length > 8 && parts.some((other) => squeezed(other) === squeezed(text)),
  );
  if (part !== undefined) return part;
  const [first] = stated;
  return first === undefined ? (single ?? null) : withoutOutlet(first, isOutlet);
}

function statedTitles(page: Page): string[] {
  const article = articleObject(page.jsonLd);
  return [
    article === null ? null : firstText(article['headline']),
    page.meta.get('og:title')?.[0] ?? null,
    page.meta.get('twitter:title')?.[0] ?? null,
    page.title,
  ]
    .filter((title): title is string => title !== null && title !== '')
    .map((title) => title.slice(0, longestTitle));
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The heading that shares most with a stated title; it must hold one, or most of one. */
function bestConfirmed(headings: readonly string[], parts: readonly string[]): string | null {
  let best: { readonly text: string; readonly shared: number } | null = null;
  for (const text of headings) {
    const own = squeezed(text);
    for (const part of parts.map(squeezed)) {
      if (part.length < leastLength) continue;
      const shared =
        part === own
          ? 1
          : part.includes(own)
            ? own.length / part.length
            : own.includes(part)
              ? part.length / own.length
              : 0;
      if (shared > 0.4 && (best === null || shared > best.shared)) best = { text, shared };
    }
  }
  return best?.text ?? null;
}

/** A heading without a kicker in front, where a stated title shows where the headline begins. */
function withoutKicker(heading: string, stated: readonly string[]): string {
  const own = squeezed(heading);
  const begins = stated
    .map(squeezed)
    .find((title) => title.length > own.length * 0.5 && title !== own && own.endsWith(title));
  if (begins === undefined) return heading;
  const words = heading.split(' ');
  while (words.length > 1 && squeezed(words.join(' ')).length > begins.length) words.shift();
  return words.join(' ');
}

/** Tells whether a text is the outlet's name, its host, or a part of either. */
function outletTest(site: string | null, host: string | null): (text: string) => boolean {
  const names = [site, host, host?.split('.').slice(0, -1).join('.') ?? null]
    .map((name) => squeezed(name ?? ''))
    .filter((name) => name.length > 2);
  return (text) => {
    const own = squeezed(text);
    return (
      own !== '' &&
      names.some(
        (name) =>
          own === name ||
          (own.length > 2 && name.includes(own)) ||
          (own.includes(name) && own.length < name.length * 1.8),
      )
    );
  };
}

/** A title without the outlet's name behind or before it. */
function withoutOutlet(title: string, isOutlet: (text: string) => boolean): string {
  const parts = title.split(separator).filter((part) => part !== undefined && part !== '');
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  if (isOutlet(last)) return title.slice(0, title.lastIndexOf(last)).replace(edges, '');
  const first = parts[0] ?? '';
  return isOutlet(first) ? title.slice(title.indexOf(first) + first.length).replace(edges, '') : title;
}
