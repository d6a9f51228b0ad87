import { structuredText } from '../page-element.ts';
import type { Page } from '../page.ts';
import { readDates } from './date-text.ts';
import type { NumericOrder } from './date-text.ts';
import { textOf } from './elements.ts';
import type { Clue } from './elements.ts';
import { articleObject, firstText, typesOf } from './json-values.ts';
import { readStatedDate } from './stated-date.ts';

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

const publishedMeta = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'article:published',
  'article.published',
  'datepublished',
  'date_published',
  'publish_date',
  'publish-date',
  'publishdate',
  'published_date',
  'publication_date',
  'publication-date',
  'pubdate',
  'pub_date',
  'pubyear',
  'originalpublicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'bt:pubdate',
  'rnews:datepublished',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'dc:created',
  'article:post_date',
  'article_date_original',
  'analytics:date',
  'gentime',
  'publicationdate',
  'datecreated',
  'created',
  'release_date',
  'date',
  'displaydate',
  'ptime',
  'timestamp',
  'article.created',
  'og:pubdate',
  'shareaholic:article_published_time',
  'vr:published_time',
  'nextgen:publishdate',
  'eomportal-lastupdate',
];
const modifiedMeta = [
  'article:modified_time',
  'og:modified_time',
  'article:modified',
  'datemodified',
  'og:updated_time',
  'article:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'dc:modified',
  'modificationdate',
  'modified_time',
  'updated_time',
  'last-modified',
  'lastmodified',
  'lastmod',
  'article.updated',
  'cxenseparse:recs:lastmodified',
  'revised',
];

/**
 * When the article was published and last changed, with the place on the page that says so:
 * 'json-ld', 'meta:<name>', 'itemprop', 'time', 'url', 'element:<class>', 'script', 'text'.
 * In: the page, its clues, and its address. Candidates are asked in the order of how often they are right.
 */
export function readArticleDates(page: Page, clues: readonly Clue[], url: string | null): ArticleDates {
  const order = numericOrder(page);
  const published = firstDate(publishedCandidates(page, clues, url), order);
  const modified = firstDate(modifiedCandidates(page, clues), order);
  return { published: published ?? modified, modified };
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

function* publishedCandidates(page: Page, clues: readonly Clue[], url: string | null): Iterable<Candidate> {
  const article = articleObject(page.jsonLd);
  if (article !== null) yield* stated(firstText(article['datePublished']), 'json-ld');
  for (const name of publishedMeta) yield* stated(page.meta.get(name)?.[0] ?? null, `meta:${name}`);
  for (const object of page.jsonLd) {
    if (typesOf(object).some((type) => /Comment|Person|Event|Offer/.test(type))) continue;
    yield* stated(
      firstText(object['datePublished'] ?? object['uploadDate'] ?? object['dateCreated']),
      'json-ld',
    );
  }
  const own = clues.filter((clue) => !clue.beside);
  for (const clue of own)
    if (/date(?:published|created)/.test(clue.itemprop)) yield* ofClue(clue, 'itemprop');
  const times = own.filter((clue) => clue.tag === 'TIME' || clue.tag === 'ABBR');
  for (const clue of times)
    if (publishedNames.test(clue.names) && !updatedNames.test(clue.names)) yield* ofClue(clue, 'time');
  for (const clue of times) if (!updatedNames.test(clue.names)) yield* ofClue(clue, 'time');
  yield* inUrl(url);
  for (const clue of own)
    if (publishedNames.test(clue.names) && !updatedNames.test(clue.names))
      yield* ofClue(clue, `element:${clue.names}`);
  for (const clue of own) yield* ofClue(clue, `element:${clue.names}`);
  yield* inScript(page.html);
  yield* inText(page);
}

const publishedNames =
  /publi|posted|pubdate|entry-date|post-date|article-date|created|date|datum|fecha|erstell/;
const updatedNames = /updat|modif|aktualis|revis|edited|maj\b|mise-a-jour/;

function* modifiedCandidates(page: Page, clues: readonly Clue[]): Iterable<Candidate> {
  const article = articleObject(page.jsonLd);
  if (article !== null) yield* stated(firstText(article['dateModified']), 'json-ld');
  for (const name of modifiedMeta) yield* stated(page.meta.get(name)?.[0] ?? null, `meta:${name}`);
  for (const clue of clues) {
    if (clue.beside) continue;
    if (/datemodified/.test(clue.itemprop)) yield* ofClue(clue, 'itemprop');
    else if (updatedNames.test(clue.names)) yield* ofClue(clue, `element:${clue.names}`);
  }
}

function* stated(text: string | null, from: string): Iterable<Candidate> {
  if (text !== null) yield { text, from };
}

/** An element's stated date, else a day that its text names. */
function* ofClue(clue: Clue, from: string): Iterable<Candidate> {
  const source = from.slice(0, 60);
  if (clue.stated !== null) yield { text: clue.stated, from: source };
  const [date] = clue.text === '' ? [] : readDates(clue.text).filter((each) => each.year !== null);
  if (date !== undefined) yield { text: clue.text.slice(date.start, date.end), from: source };
}

function* inUrl(url: string | null): Iterable<Candidate> {
  const match = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(url ?? '');
  const wide = match ?? /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//.exec(url ?? '');
  if (wide !== null) yield { text: `${wide[1]}-${wide[2]}-${wide[3]}`, from: 'url' };
}

function* inScript(html: string): Iterable<Candidate> {
  const field =
    /"(?:datePublished|publishedAt|publishDate|publish_date|published_at|datePublication|publicationDate|date_published|createdAt|pubDate)"\s?:\s?"?([^",}]{8,40})/g;
  for (const match of html.matchAll(field)) yield { text: match[1] ?? '', from: 'script' };
}

const searchedText = 60_000;

function* inText(page: Page): Iterable<Candidate> {
  const text = textOf(page.body, searchedText);
  const [date] = readDates(text, numericOrder(page)).filter((each) => each.year !== null);
  if (date !== undefined) yield { text: text.slice(date.start, date.end), from: 'text' };
}
