import { bylineWords } from '../lines/byline-words.ts';
import { fold } from '../lines/tokens.ts';
import { readDates } from './date-text.ts';
import type { Page } from '../page.ts';
import type { Clue } from './elements.ts';
import { articleObject, namesIn } from './json-values.ts';

const metaNames = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'og:author',
  'article:author_name',
  'dc.contributor',
  'authors',
  'creator',
];
const notAName =
  /^https?:|^www\.|\.(?:com|de|org|net|co\.uk|html)\b|@|\d{2}|^(?:admin|administrator|editor|editors|redaktion|redaction|redacción|redação|redazione|staff|webmaster|news ?desk|web ?desk|team|unknown|anonymous|guest|gast|none|null|undefined|default|root|user|author|autor|presse|newsroom|online|website)$/i;
const maxNames = 8;

/**
 * Who wrote the article: the authors of its JSON-LD, of its metadata, else of the elements that are named
 * or marked as bylines. Names without 'By', titles and dates; the outlet itself is no author.
 */
export function readAuthors(page: Page, clues: readonly Clue[], site: string | null): string[] {
  const article = articleObject(page.jsonLd);
  const sources = [
    () => (article === null ? [] : namesIn(article['author'] ?? article['creator'], page.jsonLd)),
    () =>
      metaNames
        .map((name) => page.meta.get(name) ?? [])
        .find((values) => tidyNames(values, site).length > 0) ?? [],
    () => shownAuthors(clues),
  ];
  for (const source of sources) {
    const names = tidyNames(source(), site);
    if (names.length > 0) return names;
  }
  return [];
}

/** The texts of the best kind of byline that the page has. */
function shownAuthors(clues: readonly Clue[]): string[] {
  const own = clues.filter((clue) => !clue.beside && clue.text !== '' && clue.text.length <= 120);
  const kinds: ((clue: Clue) => boolean)[] = [
    (clue) => /\bauthor\b/.test(clue.rel),
    (clue) => clue.itemprop === 'name' || /author|creator/.test(clue.itemprop),
    (clue) =>
      /author-?name|byline-?name|(?:^|\s)fn(?:\s|$)|author__name|byline__name|entry-author|post-author|article-author/.test(
        clue.names,
      ),
    (clue) => /author|autor|byline|vcard|writer|reporter|posted-?by/.test(clue.names),
  ];
  for (const kind of kinds) {
    const found = own.filter(kind).map((clue) => clue.text);
    const usable = found.filter((text) => tidyNames([text], null).length > 0);
    if (usable.length > 0) return usable.slice(0, 1);
  }
  return [];
}

/** Names out of bylines: split, without what stands around them, each once. */
export function tidyNames(bylines: readonly string[], site: string | null): string[] {
  const names = new Map<string, string>();
  for (const byline of bylines) {
    for (const name of splitNames(byline)) {
      const key = fold(name);
      if (isPersonName(name, site) && !names.has(key)) names.set(key, name);
    }
  }
  return [...names.values()].slice(0, maxNames);
}

function splitNames(byline: string): string[] {
  const date = readDates(byline)[0];
  const text = withoutPrefix(date === undefined ? byline : byline.slice(0, date.start));
  const [names = ''] = text.split(
    /\s[|•·–—-]\s|\s\|\s?|\s(?:for|für|from|in|pour|via|am|um|on|le|at|on)\s(?=\S)|\(|\//,
  );
  return names.split(/,|;|\s(?:and|und|et|y|e|en|og|och|i|и|&)\s|\s?&\s?/).map((name) =>
    withoutPrefix(name)
      .replace(/^[\s:.–—-]+|[\s:,–—-]+$/g, '')
      .trim(),
  );
}

function withoutPrefix(text: string): string {
  const folded = fold(text).trimStart();
  const prefix = bylineWords().prefixes.find(
    (word) => folded.startsWith(`${word} `) || folded.startsWith(`${word}:`),
  );
  return prefix === undefined
    ? text.trim()
    : text
        .trimStart()
        .slice(prefix.length)
        .replace(/^[\s:]+/, '');
}

function isPersonName(name: string, site: string | null): boolean {
  if (name.length < 2 || name.length > 60 || notAName.test(name)) return false;
  if (site !== null && fold(site) === fold(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > 6) return false;
  return !words.every((word) => bylineWords().roles.has(fold(word)));
}
