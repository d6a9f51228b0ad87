import { PipelineError, idOf, sha256, toPipelineError } from '@dragoman/core';
import type { Article, Dropped, RawDocument } from '@dragoman/schemas';
import { isBinary } from './charset/binary.ts';
import { decodeDocument } from './charset/decode.ts';
import type { DecodedDocument } from './charset/decode.ts';
import { plainBlocks } from './html/article-body.ts';
import { extractBody } from './html/extract-body.ts';
import { parsePage } from './html/parse-page.ts';
import { refuseWithoutArticle } from './html/refuse.ts';
import { defaultLimits } from './limits.ts';
import type { CleanLimits } from './limits.ts';
import { filterLines } from './lines/index.ts';

/** Part of what a cleaned article depends on; raised with every change of what comes out. */
export const cleanerVersion = '1';

export interface CleanOptions {
  readonly limits?: Partial<CleanLimits>;
}

/** What became of a document: an article, or the reason why it was set aside. */
export type CleanResult =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'rejected'; readonly input: string; readonly id: string; readonly error: PipelineError };

/**
 * Makes an article of a raw document. A pure function: the same bytes and options give the same article.
 * In: the document with its untouched bytes. Out: the article, or a rejection with one of INPUT_EMPTY,
 * INPUT_BINARY, INPUT_TOO_LARGE, INPUT_TRUNCATED, HTML_TOO_DEEP, HTML_TOO_COMPLEX, PAGE_IS_SHELL,
 * NO_ARTICLE. Never throws for what a document holds.
 */
export function clean(document: RawDocument, options: CleanOptions = {}): CleanResult {
  const limits = { ...defaultLimits, ...options.limits };
  try {
    const decoded = decodeWithin(document, limits);
    const draft = document.format === 'html' ? draftOfPage(document, decoded, limits) : draftOfText(decoded);
    return { kind: 'article', article: articleOf(document, decoded, draft) };
  } catch (thrown) {
    const error = toPipelineError(thrown, 'NO_ARTICLE');
    return { kind: 'rejected', input: document.input, id: document.id, error };
  }
}

function decodeWithin(document: RawDocument, limits: CleanLimits): DecodedDocument {
  const { bytes } = document;
  if (bytes.length > limits.maxBytes) {
    throw new PipelineError({
      code: 'INPUT_TOO_LARGE',
      message: `The document has ${bytes.length} bytes; the limit is ${limits.maxBytes}`,
    });
  }
  if (isBinary(bytes)) throw new PipelineError({ code: 'INPUT_BINARY', message: 'The document is not text' });
  const decoded = decodeDocument(bytes, document.charset);
  if (!/\S/.test(decoded.text)) {
    throw new PipelineError({ code: 'INPUT_EMPTY', message: 'The document holds nothing' });
  }
  return decoded;
}

/** What the two ways of cleaning find out; the rest of the article follows from the document. */
interface Draft {
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly lines: readonly string[];
  readonly asides: Article['asides'];
  readonly entries: Article['entries'];
  readonly dropped: Dropped[];
  readonly notes: string[];
}

function draftOfPage(document: RawDocument, decoded: DecodedDocument, limits: CleanLimits): Draft {
  const parsed = parsePage(decoded.text, document.stated.url ?? null, limits);
  const { page } = parsed;
  const title = document.stated.title ?? page.title;
  const body = extractBody(page, { title, source: document.stated.source ?? null });
  const lines = body.blocks.map((block) => block.text);
  refuseWithoutArticle(parsed, lines);
  return {
    title,
    url: page.url,
    language: page.language?.slice(0, 2).toLowerCase() ?? null,
    lines,
    asides: [...body.asides],
    entries: [],
    dropped: [...body.dropped],
    notes: [],
  };
}

function draftOfText(decoded: DecodedDocument): Draft {
  const lines = plainBlocks(decoded.text);
  const { kept, dropped } = filterLines(lines.filter((line) => line.text !== ''));
  return {
    title: null,
    url: null,
    language: null,
    lines: kept.map((line) => line.text),
    asides: [],
    entries: [],
    dropped: dropped.map(({ line, reason }) => ({ text: line.text, reason })),
    notes: [],
  };
}

function articleOf(document: RawDocument, decoded: DecodedDocument, draft: Draft): Article {
  const { stated } = document;
  const text = draft.lines.join('\n');
  const url = draft.url ?? stated.url ?? null;
  const notes = [...draft.notes];
  if (decoded.replaced !== null)
    notes.push(`charset replaced: ${decoded.replaced} declared, ${decoded.charset} used`);
  return {
    id: idOf('article', url ?? text),
    inputId: document.id,
    url,
    source: stated.source ?? null,
    language: draft.language,
    title: stated.title ?? draft.title,
    authors: [],
    published: stated.published ?? null,
    publishedFrom: stated.published === undefined ? null : 'stated',
    modified: null,
    modifiedFrom: null,
    section: null,
    keywords: [],
    dateline: null,
    text,
    textHash: sha256(text),
    asides: draft.asides,
    entries: draft.entries,
    dropped: draft.dropped,
    notes,
    fetched: stated.fetched ?? null,
    cleanerVersion,
  };
}
