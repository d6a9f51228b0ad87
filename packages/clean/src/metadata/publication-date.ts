import type { Page } from '../page.ts';
import { isoDay, readDates } from './date-text.ts';
import type { NumericOrder } from './date-text.ts';
import { textOf } from './clue.ts';
import type { Clue } from './clue.ts';
import { articleObject, firstText, typesOf } from './json-values.ts';
import { readStatedDate } from './stated-date.ts';
import { metadataVocabulary } from './vocabulary.ts';

/** A date and where it was found. */
export interface Dated {
  readonly value: string;
  readonly from: string;
}

export interface ArticleDates {
  readonly published: Dated | null;
  readonly modified: Dated | null;
}

interface Candidate {
  readonly text: string;
  readonly from: string;
}

export interface Whereabouts {
  readonly url: string | null;
  /** Position of the headline among the page's elements, or null. */
  readonly headline: number | null;
}

/**
 * When the article was published and last changed, with the place on the page that says so:
 * 'json-ld', 'meta:<name>', 'itemprop', 'time', 'url', 'element:<names>', 'script', 'text'.
 * What the page states in its head comes first, then its address, then the element with a date that is
 * nearest to the headline, then scripts and running text.
 */
export function readArticleDates(page: Page, clues: readonly Clue[], where: Whereabouts): ArticleDates {
  const order = numericOrder(page);
  const published = firstDate(publishedCandidates(page, clues, where), order);
  const modified = firstDate(modifiedCandidates(page, clues), order);
  return { published: published === null ? modified : asShown(published, clues, page), modified };
}

const centralEurope: ReadonlySet<string> = new Set([
  'de',
  'fr',
  'it',
  'es',
  'nl',
  'pl',
  'cs',
  'sk',
  'hu',
  'da',
  'sv',
  'no',
  'nb',
  'sl',
  'hr',
  'sr',
]);

/**
 * A time stated in UTC is put on the day that readers saw: midnight in Central Europe on pages in its languages,
 * else the neighbouring day where the page shows that one and not the stated one.
 */
function asShown(date: Dated, clues: readonly Clue[], page: Page): Dated {
  const time = /T(\d{2}:\d{2}:\d{2})(?:Z|\+00:00)$/.exec(date.value)?.[1];
  if (time === undefined) return date;
  const day = date.value.slice(0, 10);
  const language = page.language?.slice(0, 2).toLowerCase() ?? '';
  if (/^2[23]:00:00$/.test(time) && centralEurope.has(language)) return { ...date, value: shifted(day, 1) };
  const shown = new Set<string>();
  for (const clue of clues) {
    if (clue.beside) continue;
    for (const other of shownDays(clue)) shown.add(other);
    if (shown.has(day)) return date;
  }
  const neighbour = [shifted(day, -1), shifted(day, 1)].find((other) => shown.has(other));
  return neighbour === undefined ? date : { value: neighbour, from: `${date.from}, as shown` };
}

function shownDays(clue: Clue): string[] {
  return readDates(clue.text).flatMap((each) => isoDay(each) ?? []);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstDate(candidates: Iterable<Candidate>, order: NumericOrder): Dated | null {
  for (const { text, from } of candidates) {
    const value = readStatedDate(text, order);
    if (value !== null) return { value, from };
  }
  return null;
}

/** Pages of the United States write the month first. */
function numericOrder(page: Page): NumericOrder {
  const locale = page.language ?? page.meta.get('og:locale')?.[0] ?? '';
  return /^en[-_]us/i.test(locale) ? 'month-first' : 'day-first';
}

function* publishedCandidates(page: Page, clues: readonly Clue[], where: Whereabouts): Iterable<Candidate> {
  const { meta, published, updated } = metadataVocabulary();
  const article = articleObject(page.jsonLd);
  if (article !== null) yield* stated(firstText(article['datePublished']), 'json-ld');
  yield* inMeta(page, meta.published);
  for (const object of page.jsonLd) {
    if (typesOf(object).some((type) => /Comment|Person|Event|Offer/.test(type))) continue;
    yield* stated(
      firstText(object['datePublished'] ?? object['uploadDate'] ?? object['dateCreated']),
      'json-ld',
    );
  }
  const ranked = clues
    .filter((clue) => !clue.beside && !updated.test(clue.names) && clue.tag !== 'A')
    .map((clue) => ({ clue, rank: distance(clue, where.headline) + penalty(clue, published) }))
    .sort((a, b) => a.rank - b.rank);
  if (where.headline !== null) {
    for (const { clue, rank } of ranked) if (rank <= besideHeadline) yield* ofClue(clue, sourceOf(clue));
  }
  yield* inMeta(page, meta.perhapsPublished);
  yield* inUrl(where.url);
  for (const { clue } of ranked) yield* ofClue(clue, sourceOf(clue));
  yield* inScript(page.source.text);
  yield* inText(page);
}

/** A date this near to the headline is the article's. */
const besideHeadline = 45;

/** How far a clue is from the headline; one above it counts double, since tickers and teasers stand there. */
function distance(clue: Clue, headline: number | null): number {
  if (headline === null) return clue.position;
  return clue.position >= headline ? clue.position - headline : (headline - clue.position) * 2;
}

/** What a clue's form takes from its credit, in elements of distance. */
function penalty(clue: Clue, published: RegExp): number {
  if (/date(?:published|created)/.test(clue.itemprop)) return 0;
  const named = published.test(clue.names);
  if (clue.tag === 'TIME' || clue.tag === 'ABBR') return named ? 5 : 15;
  return named ? 25 : 300;
}

function sourceOf(clue: Clue): string {
  if (/date(?:published|created)/.test(clue.itemprop)) return 'itemprop';
  return clue.tag === 'TIME' ? 'time' : `element:${clue.names}`;
}

function* modifiedCandidates(page: Page, clues: readonly Clue[]): Iterable<Candidate> {
  const { meta, updated } = metadataVocabulary();
  const article = articleObject(page.jsonLd);
  if (article !== null) yield* stated(firstText(article['dateModified']), 'json-ld');
  yield* inMeta(page, meta.modified);
  for (const clue of clues) {
    if (clue.beside) continue;
    if (/datemodified/.test(clue.itemprop)) yield* ofClue(clue, 'itemprop');
    else if (updated.test(clue.names)) yield* ofClue(clue, `element:${clue.names}`);
  }
}

function* inMeta(page: Page, names: readonly string[]): Iterable<Candidate> {
  for (const name of names) yield* stated(page.meta.get(name)?.[0] ?? null, `meta:${name}`);
}

function* stated(text: string | null, from: string): Iterable<Candidate> {
  if (text !== null) yield { text, from };
}

/** An element's stated date, else a day that its text names. */
function* ofClue(clue: Clue, from: string): Iterable<Candidate> {
  const source = from.slice(0, 60);
  if (clue.stated !== null) yield { text: clue.stated, from: source };
  const date = readDates(clue.text).find((each) => each.year !== null);
  if (date !== undefined) yield { text: clue.text.slice(date.start, date.end), from: source };
}

function* inUrl(url: string | null): Iterable<Candidate> {
  const tight = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url ?? '');
  const dayFirst = /[/_-](0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d{2})(?!\d)/.exec(url ?? '');
  if (tight === null && dayFirst !== null) {
    yield { text: `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`, from: 'url' };
  }
  const match = tight ?? /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//.exec(url ?? '');
  if (match !== null) yield { text: `${match[1]}-${match[2]}-${match[3]}`, from: 'url' };
}

function* inScript(html: string): Iterable<Candidate> {
  for (const match of html.matchAll(metadataVocabulary().scriptDate))
    yield { text: match[1] ?? '', from: 'script' };
}

const searchedText = 60_000;

function* inText(page: Page): Iterable<Candidate> {
  const text = textOf(page.body, searchedText);
  const dates = readDates(text, numericOrder(page)).filter((each) => each.year !== null);
  const { publishedLabel } = metadataVocabulary();
  const labelled = dates.find((date) =>
    publishedLabel.test(text.slice(Math.max(0, date.start - 30), date.start)),
  );
  const date = labelled ?? dates[0];
  if (date !== undefined) yield { text: text.slice(date.start, date.end), from: 'text' };
}
