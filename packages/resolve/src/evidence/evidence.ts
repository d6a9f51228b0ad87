import type { Article, Extraction } from '@dragoman/schemas';

/** The article as the graph needs it: without what cleaning dropped and without what depends on how it came in. */
export type EvidenceArticle = Pick<
  Article,
  | 'id'
  | 'url'
  | 'source'
  | 'language'
  | 'title'
  | 'authors'
  | 'published'
  | 'modified'
  | 'fetched'
  | 'text'
  | 'textHash'
  | 'cleanerVersion'
>;

/** All that one article contributes: replaced as a whole, never patched. */
export interface Evidence {
  readonly article: EvidenceArticle;
  readonly extraction: Extraction;
  /** Keys under which near-duplicates meet, and the sketch by which they are compared (packages/clean makes both). */
  readonly fingerprint: TextFingerprint;
}
export interface TextFingerprint {
  readonly bands: readonly string[];
  readonly sketch: readonly number[];
}

/** The evidence of a cleaned and read article. */
export function evidenceOf(article: Article, extraction: Extraction, fingerprint: TextFingerprint): Evidence {
  const {
    id,
    url,
    source,
    language,
    title,
    authors,
    published,
    modified,
    fetched,
    text,
    textHash,
    cleanerVersion,
  } = article;
  return {
    article: {
      id,
      url,
      source,
      language,
      title,
      authors,
      published,
      modified,
      fetched,
      text,
      textHash,
      cleanerVersion,
    },
    extraction,
    fingerprint,
  };
}

/**
 * Which of two versions of one article is current, whatever the order in which they came: the one modified last, then fetched last,
 * then published last, then with the greater text hash. Negative where the left one is older; 0 for one version.
 */
export function compareVersions(left: EvidenceArticle, right: EvidenceArticle): number {
  for (const key of ['modified', 'fetched', 'published', 'textHash'] as const) {
    const a = left[key] ?? '';
    const b = right[key] ?? '';
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** The day an article stands for, as YYYY-MM-DD: published, else modified, else fetched; '' where nothing is known. */
export function dayOf(article: EvidenceArticle): string {
  return (article.published ?? article.modified ?? article.fetched ?? '').slice(0, 10);
}
