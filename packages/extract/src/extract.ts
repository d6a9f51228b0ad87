import { PipelineError, toPipelineError } from '@dragoman/core';
import { annotate, type AnnotatedDocument } from '@dragoman/nlp';
import type { Article, Extraction } from '@dragoman/schemas';
import { assemble } from './assemble.ts';
import type { ExtractionContext } from './context.ts';
import { EntityTableBuilder } from './entity-table.ts';
import { createPasses } from './passes.ts';
import { emptyReading, type Pass } from './reading.ts';

/** Changes whenever the same article would be read differently. */
export const extractorVersion = '1';

/** Texts in these languages are read; null is a text too short to tell. */
const readLanguages: ReadonlySet<string | null> = new Set(['en', null]);

export interface ExtractorOptions {
  /** The language analysis: text to annotated document. By default that of the shipped model. */
  readonly annotate?: (text: string) => AnnotatedDocument;
  /** Folders with a user's own lexicon files, joined to the shipped ones in order. */
  readonly lexiconFolders?: readonly string[];
}

/** An extraction with the annotated document it was read from, as `--explain` needs it. */
export interface ExplainedExtraction {
  readonly extraction: Extraction;
  /** Undefined where the article's language is not read. */
  readonly document?: AnnotatedDocument;
}

export interface Extractor {
  readonly version: string;
  /** All that one article says. Throws EXTRACTION_FAILED, MODEL_MISSING. The same article always gives the same result. */
  extract(article: Article): Extraction;
  /** As `extract`, with the parse. */
  explain(article: Article): ExplainedExtraction;
}

/** Makes an extractor; loads its lexicons once. Throws LEXICON_INVALID where one does not fit its schema. */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const passes = createPasses(options.lexiconFolders ?? []);
  const explain = (article: Article): ExplainedExtraction => {
    try {
      return readArticle(article, passes, options.annotate ?? annotate);
    } catch (thrown) {
      if (thrown instanceof PipelineError) throw thrown;
      throw toPipelineError(thrown, 'EXTRACTION_FAILED');
    }
  };
  return { version: extractorVersion, explain, extract: (article) => explain(article).extraction };
}

function readArticle(
  article: Article,
  passes: readonly Pass[],
  analyse: (text: string) => AnnotatedDocument,
): ExplainedExtraction {
  if (!readLanguages.has(article.language)) return { extraction: unread(article) };
  const document = analyse(article.text);
  const context: ExtractionContext = {
    article,
    document,
    published: article.published?.slice(0, 10) ?? null,
  };
  const reading = emptyReading(context, new EntityTableBuilder());
  for (const pass of passes) pass.run(reading);
  return { extraction: assemble(reading, extractorVersion), document };
}

function unread(article: Article): Extraction {
  return {
    articleId: article.id,
    extractorVersion,
    read: false,
    entities: [],
    positions: [],
    relations: [],
    meetings: [],
    events: [],
    statements: [],
  };
}
