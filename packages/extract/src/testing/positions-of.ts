import { annotate } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import { contextOf } from '../coreference/coreference.ts';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor();

/** The positions of a text as 'person | title | group | status'; '–' stands for no group. */
export function positionsOf(text: string, stated: Partial<Article> = {}): string[] {
  const article: Article = { ...contextOf(annotate(text)).article, published: '2025-06-11', ...stated };
  const { entities, positions } = extractor.extract(article);
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? '–';
  return positions.map(({ person, title, group, status }) =>
    [name(person), title, name(group), status].join(' | '),
  );
}
