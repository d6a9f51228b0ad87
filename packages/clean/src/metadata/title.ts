import type { Page } from '../page.ts';
import { readDates } from './date-text.ts';
import type { Clue } from './clue.ts';
import { articleObject, firstText } from './json-values.ts';
import { outletTest } from './outlet-name.ts';
import type { OutletTest } from './outlet-name.ts';

/** Between a headline and the outlet's name; without spaces only beside Chinese and Japanese. */
const separator =
  /\s+(?:[|–—\-»«·•:~/›]+|::)\s+|\s*[|]\s*|(?<=[\p{Script=Han}\p{Script=Kana}！？。”」])[-_–—]+(?=[\p{Script=Han}\p{L}])/u;
const edges = /^[\s|–—\-_»«·•:~/›]+|[\s|–—\-_»«·•:~/›]+$/g;
/** At the ends of a heading; guillemets there belong to a quotation. */
const marks = /^[\s|–—\-_·•:~/›∕]+|[\s|–—\-_·•:~/›]+$/g;
const leastLength = 4;
const leastHeadline = 9;
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
  const isShown = (heading: Clue): boolean =>
    !heading.beside && !heading.toHome && heading.text.length >= leastLength && !isOutlet(heading.text);
  const isMain = (heading: Clue): boolean => heading.tag === 'H1' || heading.itemprop === 'headline';
  const main = headings.filter((heading) => isMain(heading) && isShown(heading)).map(({ text }) => text);
  const lesser = headings.filter((heading) => !isMain(heading));
  const heading = chooseHeading(
    main,
    stated,
    (suits) => lesser.find((each) => suits(each.text) && isShown(each))?.text,
  );
  if (heading !== null) return tidyHeading(heading, stated, isOutlet);
  const [first] = stated;
  return first === undefined ? (main[0] ?? null) : withoutOutlet(first, isOutlet, true);
}

/** Titles that the page states, in the order in which they are believed. */
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
const partsOf = (title: string): string[] =>
  title.split(separator).filter((part) => part !== undefined && part !== '');

/** The first of the lesser headings that suits. */
type FindLesser = (suits: (text: string) => boolean) => string | undefined;

function chooseHeading(
  main: readonly string[],
  stated: readonly string[],
  findLesser: FindLesser,
): string | null {
  const parts = stated.flatMap(partsOf);
  const confirmed = bestConfirmed(main, stated) ?? bestConfirmed(main, parts);
  const squeezedParts = new Set(parts.map(squeezed));
  const findMinor = (): string | undefined =>
    findLesser((text) => text.length >= leastHeadline && squeezedParts.has(squeezed(text)));
  if (confirmed !== null) {
    const isLastPart =
      stated.length === 1 && parts.length > 1 && squeezed(parts[0] ?? '') !== squeezed(confirmed);
    const minor = isLastPart ? findMinor() : undefined;
    return minor !== undefined && minor.length > confirmed.length ? minor : confirmed;
  }
  const [single] = new Set(main);
  if (single !== undefined && single.length >= leastHeadline && new Set(main).size === 1) return single;
  return findMinor() ?? null;
}

/** The heading that shares most with a title; it must hold one, or most of one. */
function bestConfirmed(headings: readonly string[], titles: readonly string[]): string | null {
  let best: { readonly text: string; readonly shared: number } | null = null;
  const known = titles.map(squeezed);
  for (const text of headings) {
    const own = squeezed(text);
    for (const title of known) {
      const shared = sharedOf(own, title);
      if (shared > 0.4 && (best === null || shared > best.shared)) best = { text, shared };
    }
  }
  return best?.text ?? null;
}

/** Of the longer of two texts, the share that the other one is; 0 where neither holds the other. */
function sharedOf(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= leastLength && long.includes(short) ? short.length / long.length : 0;
}

/** A heading without kicker, date and outlet, where the stated titles show what is not the headline. */
function tidyHeading(heading: string, stated: readonly string[], isOutlet: OutletTest): string {
  const trimmed = withoutOutlet(heading.replace(marks, ''), isOutlet, false);
  const own = squeezed(trimmed);
  const titles = stated.flatMap((title) => [title, ...headlineBehindColon(title, trimmed)]);
  if (stated.some((title) => squeezed(title) === own) && titles.length === stated.length) return trimmed;
  const known = titles
    .map(squeezed)
    .filter((title) => title.length > own.length * 0.4 && title.length < own.length);
  if (known.some((title) => own.startsWith(title) && isDated(trimmed, title))) return withoutDate(trimmed);
  const ending = known.find((title) => own.endsWith(title));
  if (
    ending === undefined ||
    (titles.length === stated.length && stated.some((title) => squeezed(title) === own))
  )
    return trimmed;
  const words = trimmed.split(' ');
  while (words.length > 1 && squeezed(words.join(' ')).length > ending.length) words.shift();
  return words.join(' ');
}

/** 'Kicker: Headline' gives the headline, where the heading shows both without the colon. */
function headlineBehindColon(title: string, heading: string): string[] {
  const colon = title.indexOf(': ');
  if (colon < 0 || heading.includes(title.slice(0, colon + 1))) return [];
  return squeezed(title) === squeezed(heading) ? [title.slice(colon + 2)] : [];
}

function isDated(heading: string, title: string): boolean {
  const date = readDates(heading)[0];
  return date !== undefined && squeezed(heading.slice(0, date.start)) === title;
}

function withoutDate(heading: string): string {
  return heading.slice(0, readDates(heading)[0]?.start).trim();
}

/** A title without the outlet's name behind or before it; where `barred`, without any shorter part behind a bar. */
function withoutOutlet(title: string, isOutlet: OutletTest, barred: boolean): string {
  const parts = partsOf(title);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  if (isOutlet(last) || (barred && isSubordinate(title, first, last)))
    return title.slice(0, title.lastIndexOf(last)).replace(edges, '');
  return isOutlet(first) ? title.slice(title.indexOf(first) + first.length).replace(edges, '') : title;
}

/** Behind a bar stands an outlet or a section, if it is the shorter part. */
function isSubordinate(title: string, first: string, last: string): boolean {
  return (
    /[|»«]/.test(title.slice(title.indexOf(first) + first.length)) &&
    last.length < first.length &&
    last.length < 40
  );
}
