import type { Page } from '../page.ts';
import { textOf } from './clue.ts';
import type { Clue } from './clue.ts';
import { articleObject, namesIn } from './json-values.ts';
import { tidyNames } from './names.ts';
import type { OutletNames } from './names.ts';
import { metadataVocabulary } from './vocabulary.ts';

const searchedText = 40_000;

/**
 * Who wrote the article. In order: the authors of its JSON-LD, of its metadata, the elements named or marked as
 * bylines, links to pages about authors, 'Author: Name' in the text. Names without 'By', titles and dates; the
 * outlet itself is no author.
 */
export function readAuthors(page: Page, clues: readonly Clue[], outlet: OutletNames): string[] {
  const article = articleObject(page.jsonLd);
  const shown = (): string[] => shownAuthors(clues, outlet);
  const stated = [
    () => (article === null ? [] : namesIn(article['author'] ?? article['creator'], page.jsonLd)),
    () => metaAuthors(page, outlet),
    () => labelledAuthor(page),
  ];
  for (const source of stated) {
    const names = tidyNames(source(), outlet);
    if (names.length > 0) return names.map((name) => fullerName(name, shown));
  }
  const names = shown();
  if (names.length > 0) return names;
  return tidyNames(
    [...textOf(page.body, searchedText).matchAll(metadataVocabulary().labelledAuthor)]
      .slice(0, 1)
      .map((match) => match[1] ?? ''),
    outlet,
  );
}

function metaAuthors(page: Page, outlet: OutletNames): readonly string[] {
  for (const name of metadataVocabulary().meta.author) {
    const values = page.meta.get(name) ?? [];
    if (tidyNames(values, outlet).length > 0) return values;
  }
  return [];
}

/** 'Written by' of Twitter's card labels. */
function labelledAuthor(page: Page): readonly string[] {
  for (const number of ['1', '2']) {
    const text = page.meta.get(`twitter:label${number}`)?.[0] ?? '';
    if (text !== '' && metadataVocabulary().writtenBy.test(text)) {
      return page.meta.get(`twitter:data${number}`) ?? [];
    }
  }
  return [];
}

/** A stated first or user name in full, where the page shows the full one. */
function fullerName(name: string, shown: () => readonly string[]): string {
  const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, '');
  if (name.includes(' ')) return name;
  const own = squeezed(name);
  if (own.length < 3) return name;
  return shown().find((other) => other.includes(' ') && squeezed(other).startsWith(own)) ?? name;
}

const longestName = 50;

/** Whether a text is one to five words that begin with capitals, or of a script without them. */
function mayBeName(text: string): boolean {
  const words = text.split(' ');
  return (
    text.length <= longestName && words.length <= 5 && words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word))
  );
}

const kinds: readonly ((clue: Clue) => boolean)[] = [
  (clue) => /\bauthor\b/.test(clue.rel),
  (clue) => /author|creator/.test(clue.itemprop),
  (clue) => metadataVocabulary().authorName.test(clue.names),
  (clue) => metadataVocabulary().author.test(clue.names),
  (clue) => clue.href !== null && mayBeName(clue.text) && metadataVocabulary().profile.test(clue.href),
];

/** The names on the best kind of byline that the page has; beside the article only where they all agree. */
function shownAuthors(clues: readonly Clue[], outlet: OutletNames): string[] {
  const usable = clues.filter((clue) => clue.text !== '' && clue.text.length <= 120);
  for (const kind of kinds) {
    for (const clue of usable) {
      if (clue.beside || !kind(clue)) continue;
      const names = tidyNames([clue.text], outlet);
      if (names.length > 0) return names;
    }
  }
  const beside = new Set(usable.filter((clue) => kinds[0]?.(clue) === true).map((clue) => clue.text));
  return beside.size === 1 ? tidyNames([...beside], outlet) : [];
}
