import { parse } from 'node-html-parser';
import { textSource } from '../charset/source.ts';
import type { Source } from '../charset/source.ts';
import type { CleanLimits } from '../limits.ts';
import { readPage } from './read-page.ts';
import type { PageReading } from './read-page.ts';

/** A page with less text than this, white space not counted, has lost it. */
const collapsed = 200;
/** Longer pages are not read a second time: the second parser's patterns are not linear on all input. */
const longest = 500_000;

/**
 * Reads a page again with node-html-parser where the first reading lost its text: in a comment that never ends,
 * in which browsers and the first reading leave the rest of the page.
 * Out: the second reading where it found more text, else the first. Errors: as `readPage`.
 */
export function readAgain(source: Source, first: PageReading, limits: CleanLimits): PageReading {
  if (!first.truncated || first.textLength >= collapsed || source.scanned.length > longest) return first;
  const options = { comment: false, blockTextElements: { script: false, style: false } };
  const second = readPage(textSource(parse(withTagsThatEnd(source.text), options).toString()), limits);
  return second.textLength > first.textLength ? second : first;
}

/**
 * Escapes every '<' that no '>' follows before the next one. The second parser tries a tag without an end in exponentially
 * many ways; a tag that ends it takes at once.
 */
function withTagsThatEnd(html: string): string {
  return html.replace(/<!--|<([^<>]*)(>?)/g, (tag, inner: string | undefined, end: string) =>
    end === '>' ? tag : `&lt;${inner ?? '!--'}`,
  );
}
