import { annotate } from '@dragoman/nlp';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor({ annotate });

/** Who speaks the quotations of a text, in its order; null where nobody does. */
export function speakersOf(text: string): (string | null | undefined)[] {
  const { statements, entities } = extractor.extract(plainArticle(text));
  return statements
    .filter(({ direct }) => direct)
    .map(({ speaker }) => (speaker === null ? null : entities.find(({ id }) => id === speaker)?.name));
}
