import type { Article, Extraction } from '@dragoman/schemas';

/** An extraction as `dragoman extract` prints it: the annotation format of the development articles, with the cleaned text. */
export interface ExtractionOutput extends Omit<Extraction, 'articleId' | 'extractorVersion' | 'read'> {
  readonly id: string;
  readonly url: string | null;
  readonly source: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly read: boolean;
  readonly text: string;
}

/** Joins an article and its extraction to one object to print; `id` is the input's id. */
export function toGold(article: Article, extraction: Extraction): ExtractionOutput {
  const { articleId: _articleId, extractorVersion: _version, read, ...items } = extraction;
  return {
    id: article.inputId,
    url: article.url,
    source: article.source,
    title: article.title,
    published: article.published,
    language: article.language,
    read,
    text: article.text,
    ...items,
  };
}
