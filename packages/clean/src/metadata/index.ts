import type { Page } from '../page.ts';
import { readAuthors } from './authors.ts';
import { readCanonicalUrl } from './canonical-url.ts';
import { gatherClues } from './elements.ts';
import type { Clue } from './clue.ts';
import { type ArticleDates, readArticleDates } from './publication-date.ts';
import { hostOf, readSource } from './source.ts';
import { readTitle } from './title.ts';
import { readKeywords, readSection } from './topics.ts';

export { normaliseUrl } from './canonical-url.ts';
export { readLanguage } from './language.ts';
export { hostOf } from './source.ts';
export { readStatedPublication } from './stated-publication.ts';

/** What a page says about its article, beside the text; the language is read from the text (`readLanguage`). */
export interface PageMetadata extends ArticleDates {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly source: string | null;
  /** The canonical address, normalised. */
  readonly url: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
}

/** Reads a page's metadata. In: the parsed page. Out: what it states; null or empty where it states nothing. */
export function readMetadata(page: Page): PageMetadata {
  const clues = gatherClues(page);
  const url = readCanonicalUrl(page);
  const host = hostOf(url ?? page.url);
  const source = readSource(page, host);
  const title = readTitle(page, clues.headings, source, host);
  return {
    title,
    authors: readAuthors(page, clues.authors, { site: source, host }),
    ...readArticleDates(page, clues.dates, {
      url: page.url ?? url,
      headline: positionOf(title, clues.headings),
    }),
    source,
    url,
    section: readSection(page, clues.sections),
    keywords: readKeywords(page, clues.tags),
  };
}

/** Where the headline stands: the heading that says it, else the first H1. */
function positionOf(title: string | null, headings: readonly Clue[]): number | null {
  const main = headings.filter((heading) => heading.tag === 'H1' && !heading.beside && !heading.toHome);
  const said = main.find((heading) => title !== null && heading.text.endsWith(title));
  return (said ?? main[0])?.position ?? null;
}
