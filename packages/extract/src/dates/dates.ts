import type { ExtractionContext } from '../context.ts';
import { attachDates, type Dating } from './attach.ts';
import { readDates } from './read.ts';

export type { Dating } from './attach.ts';
export { readAhead, type DatedExpression } from './read.ts';
export { dateLexicon } from './vocabulary.ts';

/** The date pass: all times of the article and what each of them dates. */
export function dateArticle(context: ExtractionContext): Dating {
  return attachDates(context.document, readDates(context));
}
