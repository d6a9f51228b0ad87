import type { Source } from '../charset/source.ts';
import type { CleanLimits } from '../limits.ts';
import type { PageElement } from '../page-element.ts';
import type { Page } from '../page.ts';
import { readJsonLd } from './json-ld.ts';
import { readPage } from './read-page.ts';
import type { PageReading } from './read-page.ts';
import { readAgain } from './second-reading.ts';

/** A parsed page, and what was seen while it was read. */
export interface ParsedPage {
  readonly page: Page;
  readonly reading: PageReading;
}

/**
 * Parses a decoded page once for the body text and the metadata; a second time where its text collapsed.
 * Errors: HTML_TOO_DEEP, HTML_TOO_COMPLEX.
 */
export function parsePage(source: Source, url: string | null, limits: CleanLimits): ParsedPage {
  const reading = readAgain(source, readPage(source, limits), limits);
  const { root } = reading;
  const page: Page = {
    url,
    source,
    root,
    body: bodyOf(root) ?? root,
    headlines: reading.headlines,
    jsonLd: readJsonLd(reading.jsonLdTexts),
    meta: reading.meta,
    links: reading.links,
    title: reading.title,
    language: reading.language,
  };
  return { page, reading };
}

function bodyOf(root: PageElement): PageElement | undefined {
  return root.childNodes.find(
    (child): child is PageElement => child.nodeType === 1 && child.tagName === 'BODY',
  );
}
