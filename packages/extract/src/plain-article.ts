import type { Article } from '@dragoman/schemas';

/** An article of which nothing but its text is known: what measuring, training and checking read. Ids and hash are empty. */
export function plainArticle(text: string): Article {
  return {
    id: '',
    inputId: '',
    url: null,
    source: null,
    language: 'en',
    title: null,
    authors: [],
    published: null,
    publishedFrom: null,
    modified: null,
    modifiedFrom: null,
    section: null,
    keywords: [],
    dateline: null,
    text,
    textHash: '',
    asides: [],
    entries: [],
    dropped: [],
    notes: [],
    fetched: null,
    cleanerVersion: '',
  };
}
