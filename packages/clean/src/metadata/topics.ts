import { singleSpaced } from '../html/entities.ts';
import type { Page } from '../page.ts';
import type { Clue } from './clue.ts';
import { articleObject, texts } from './json-values.ts';
import { metadataVocabulary } from './vocabulary.ts';

const maxKeywords = 30;

/** The section of the outlet that the article stands in: metadata, JSON-LD, category links, breadcrumbs. */
export function readSection(page: Page, clues: readonly Clue[]): string | null {
  const article = articleObject(page.jsonLd);
  const candidates = [
    ...metadataVocabulary().meta.section.flatMap((name) => page.meta.get(name) ?? []),
    ...(article === null ? [] : texts(article['articleSection'])),
    ...clues
      .filter((clue) => !clue.beside && clue.tag === 'A' && /category/.test(clue.rel))
      .map((clue) => clue.text),
    ...clues.filter((clue) => !clue.beside && clue.itemprop === 'articlesection').map((clue) => clue.text),
  ];
  return (
    candidates
      .map(singleSpaced)
      .find((text) => text.length > 1 && text.length < 60 && !/^https?:/.test(text)) ?? null
  );
}

/** Keywords and tags, each once, in the order in which the page gives them. */
export function readKeywords(page: Page, tags: readonly Clue[]): string[] {
  const article = articleObject(page.jsonLd);
  const stated = [
    ...(page.meta.get('article:tag') ?? []),
    ...(article === null ? [] : texts(article['keywords'])),
    ...(page.meta.get('news_keywords') ?? []),
    ...(page.meta.get('keywords') ?? []),
    ...tags.filter((clue) => !clue.beside && !/category/.test(clue.rel)).map((clue) => clue.text),
  ];
  const found = new Map<string, string>();
  for (const keyword of stated.flatMap((text) => text.split(/[,;]/)).map(singleSpaced)) {
    if (keyword.length > 1 && keyword.length < 60 && !found.has(keyword.toLowerCase()))
      found.set(keyword.toLowerCase(), keyword);
  }
  return [...found.values()].slice(0, maxKeywords);
}
