import { siteLines, type LearningText, type SiteLines } from '@dragoman/clean';
import { canonicalJson } from '@dragoman/core';
import { compareVersions, sourceOf, type EvidenceArticle } from '@dragoman/resolve';
import type { Article, Item } from '@dragoman/schemas';

/**
 * An article as it was cleaned, before anything that was learned of its source was taken out. Kept for every article: what is
 * boilerplate at a source is counted over originals, and read from them anew when that changes.
 */
export type Original = EvidenceArticle;

export function originalOf(article: Article): Original {
  return {
    id: article.id,
    url: article.url,
    source: article.source,
    language: article.language,
    title: article.title,
    authors: article.authors,
    published: article.published,
    modified: article.modified,
    fetched: article.fetched,
    text: article.text,
    textHash: article.textHash,
    cleanerVersion: article.cleanerVersion,
  };
}

/** The original as an article to be read; what reading does not look at is left empty. */
export function articleFrom(original: Original): Article {
  return {
    ...original,
    inputId: '',
    publishedFrom: null,
    modifiedFrom: null,
    section: null,
    keywords: [],
    dateline: null,
    asides: [],
    entries: [],
    dropped: [],
    notes: [],
  };
}

/** The original as learning sees it; null where its source is not known: then nothing is learned of it. */
export function learningText(original: Original): LearningText | null {
  const source = sourceOf({ article: original });
  const { language, text, published } = original;
  return source === null ? null : { source, language, text, published };
}

export function siteLinesOf(original: Original): SiteLines | null {
  const text = learningText(original);
  return text === null ? null : siteLines(text);
}

/** An original in the store: found by its article, by its source, and by each line of it that counts. */
export function originalItem(original: Original): Item {
  const lines = siteLinesOf(original);
  return {
    level: 'original',
    id: original.id,
    owner: lines?.source ?? '',
    cluster: '',
    note: '',
    blocks: (lines?.lines ?? []).map(({ key }) => key).toSorted(),
    body: canonicalJson(original),
  };
}

export const readOriginal = ({ body }: Item): Original => JSON.parse(body) as Original;

/**
 * Whether a version of an article takes the place of the one that is stored: the newer one; of one version the one that another
 * cleaner made last; else the greater text, so that it does not matter which came first.
 */
export function replaces(candidate: Original, stored: Original): boolean {
  const order = compareVersions({ ...candidate, textHash: '' }, { ...stored, textHash: '' });
  if (order !== 0) return order > 0;
  if (candidate.cleanerVersion !== stored.cleanerVersion) return true;
  const text = compareVersions(candidate, stored);
  return text === 0 ? canonicalJson(candidate) > canonicalJson(stored) : text > 0;
}
