import { PipelineError, idOf, sha256, toPipelineError } from '@dragoman/core';
import type { Article, RawDocument, Stated } from '@dragoman/schemas';
import { isBinary } from './charset/binary.ts';
import { decodeDocument } from './charset/decode.ts';
import type { DecodedDocument } from './charset/decode.ts';
import type { Source } from './charset/source.ts';
import { draftOfPage, draftOfText } from './draft.ts';
import type { Draft } from './draft.ts';
import { defaultLimits } from './limits.ts';
import type { CleanLimits } from './limits.ts';
import { normaliseUrl, readStatedPublication } from './metadata/index.ts';

/** Part of what a cleaned article depends on; raised with every change of what comes out. */
export const cleanerVersion = '3';

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
    const known = { ...document, stated: withReadableDate(document.stated) };
    const draft =
      document.format === 'html' ? draftOfPage(known, decoded, limits) : draftOfText(known, decoded);
    const article = articleOf(known, decoded, draft);
    return {
      kind: 'article',
      article: { ...article, notes: [...article.notes, ...dateNotes(document, known)] },
    };
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
  if (isBlank(decoded.source)) {
    throw new PipelineError({ code: 'INPUT_EMPTY', message: 'The document holds nothing' });
  }
  return decoded;
}

/** A page that shows a character of ASCII need not be decoded to see that it holds something. */
const isBlank = (source: Source): boolean => !/[\x21-\x7e]/.test(source.scanned) && !/\S/.test(source.text);

function articleOf(document: RawDocument, decoded: DecodedDocument, draft: Draft): Article {
  const { stated } = document;
  const text = draft.lines.join('\n');
  const url = draft.url ?? (stated.url === undefined ? null : normaliseUrl(stated.url));
  const published =
    stated.published === undefined ? draft.published : { value: stated.published, from: 'stated' };
  return {
    id: idOf('article', url ?? text),
    inputId: document.id,
    url,
    source: stated.source ?? draft.source,
    language: draft.language,
    title: stated.title ?? draft.title,
    authors: [...draft.authors],
    published: published?.value ?? null,
    publishedFrom: published?.from ?? null,
    modified: draft.modified?.value ?? null,
    modifiedFrom: draft.modified?.from ?? null,
    section: draft.section,
    keywords: [...draft.keywords],
    dateline: draft.dateline,
    text,
    textHash: sha256(text),
    asides: draft.asides,
    entries: draft.entries,
    dropped: draft.dropped,
    notes: [...draft.notes, ...charsetNotes(decoded)],
    fetched: stated.fetched ?? null,
    cleanerVersion,
  };
}

/** A stated date that cannot be read is not stated. */
function withReadableDate(stated: Stated): Stated {
  const { published, ...rest } = stated;
  const read = published === undefined ? null : readStatedPublication(published);
  return read === null ? rest : { ...rest, published: read };
}

const dateNotes = (given: RawDocument, known: RawDocument): readonly string[] =>
  given.stated.published !== undefined && known.stated.published === undefined
    ? [`stated date not read: ${given.stated.published.slice(0, 100)}`]
    : [];

const charsetNotes = ({ replaced, charset }: DecodedDocument): readonly string[] =>
  replaced === null ? [] : [`charset replaced: ${replaced} declared, ${charset} used`];
