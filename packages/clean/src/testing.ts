import type { Article, RawDocument } from '@dragoman/schemas';
import { clean } from './clean.ts';
import type { CleanOptions } from './clean.ts';

/** A document as it would come in, for tests. */
export function documentOf(content: string | Uint8Array, more: Partial<RawDocument> = {}): RawDocument {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { hash: '', input: 'test', id: 'test', format: 'html', bytes, stated: {}, ...more };
}

/** The article of a page. Throws where the page is set aside. */
export function articleOf(content: string | Uint8Array, more: Partial<RawDocument> = {}): Article {
  const result = clean(documentOf(content, more));
  if (result.kind === 'rejected') throw result.error;
  return result.article;
}

/** The code with which a document is set aside, or 'article'. */
export function outcomeOf(content: string | Uint8Array, options: CleanOptions = {}): string {
  const result = clean(documentOf(content), options);
  return result.kind === 'rejected' ? result.error.code : 'article';
}

/** Paragraphs of an invented article, each a sentence or two. */
export const paragraphs: readonly string[] = [
  'The harbour council of Port Selin voted on Tuesday to widen the northern quay, ending a dispute that had lasted for six years.',
  'Councillor Ines Varga, who led the talks with the fishermen, said that the work would begin in March and take two summers.',
  '“Nobody loses a berth,” she told reporters. “The ferries move to the outer wall until the stone is set.”',
  'The fishermen’s union had asked for a guarantee in writing, and received one on Monday night, its chairman Olav Brandt said.',
  'The widening will cost 48 million crowns, of which the state pays half. Bids are to be opened on February 3.',
];

/** The paragraphs as HTML. */
export const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
