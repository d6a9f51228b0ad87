import type { Article, Dropped, RawDocument } from '@dragoman/schemas';
import type { DecodedDocument } from './charset/decode.ts';
import { extractBody } from './html/extract-body.ts';
import { parsePage } from './html/parse-page.ts';
import { refuseWithoutArticle } from './html/refuse.ts';
import type { CleanLimits } from './limits.ts';
import { hostOf, readLanguage, readMetadata } from './metadata/index.ts';
import { cleanText, readDateline } from './text/index.ts';

/** What the two ways of cleaning find out; the rest of an article follows from the document. */
export interface Draft {
  readonly title: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly published: DraftDate | null;
  readonly modified: DraftDate | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly dateline: Article['dateline'];
  readonly lines: readonly string[];
  readonly asides: Article['asides'];
  readonly entries: Article['entries'];
  readonly dropped: Dropped[];
  readonly notes: string[];
}

/** A date, and where it was found. */
export interface DraftDate {
  readonly value: string;
  readonly from: string;
}

/** A dateline opens one of the first paragraphs. */
const datelineSearched = 4;

/** Reads an article off a page. Errors: those of parsePage and refuseWithoutArticle. */
export function draftOfPage(document: RawDocument, decoded: DecodedDocument, limits: CleanLimits): Draft {
  const { stated } = document;
  const parsed = parsePage(decoded.source, stated.url ?? null, limits);
  const { page } = parsed;
  const metadata = readMetadata(page);
  const title = stated.title ?? metadata.title;
  const source = stated.source ?? metadata.source;
  const host = hostOf(metadata.url ?? page.url);
  const body = extractBody(page, { title, source, authors: metadata.authors, host });
  const lines = body.blocks.map((block) => block.text);
  refuseWithoutArticle(parsed, lines);
  const dateline = firstDateline(lines, stated.published ?? metadata.published?.value ?? null);
  return {
    ...metadata,
    title,
    language: readLanguage(page.language, lines.join('\n')),
    dateline,
    lines,
    asides: [...body.asides],
    entries: [...body.entries],
    dropped: [...body.dropped],
    notes: parsed.reading.truncated ? ['the page ends in the middle of its markup'] : [],
  };
}

function firstDateline(lines: readonly string[], published: string | null): Article['dateline'] {
  for (const [index, line] of lines.slice(0, datelineSearched).entries()) {
    const dateline = readDateline(line, published, index === 0);
    if (dateline !== null) return dateline;
  }
  return null;
}

/** Reads an article off text that was scraped already. */
export function draftOfText(document: RawDocument, decoded: DecodedDocument): Draft {
  const { stated } = document;
  const cleaned = cleanText(decoded.source.text, {
    title: stated.title ?? null,
    source: stated.source ?? null,
    published: stated.published ?? null,
  });
  const lines = cleaned.lines.map((line) => line.text);
  return {
    title: cleaned.title,
    url: null,
    source: null,
    language: readLanguage(null, lines.join('\n')),
    authors: cleaned.authors,
    published: cleaned.published,
    modified: null,
    section: null,
    keywords: [],
    dateline: cleaned.dateline,
    lines,
    asides: [],
    entries: [],
    dropped: cleaned.dropped.map(({ line, reason }) => ({ text: line.text, reason })),
    notes: [],
  };
}
