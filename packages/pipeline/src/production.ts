import { clean, cleanerVersion } from '@dragoman/clean';
import { PipelineError, type BlobStore, type Clock, type Logger } from '@dragoman/core';
import { createExtractor, type Extractor } from '@dragoman/extract';
import type { GraphStore } from '@dragoman/graph';
import type { Article } from '@dragoman/schemas';
import type { DeadLetters } from './dead-letters.ts';
import { duplicates } from './duplicates.ts';
import type { Cleaner } from './parts.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

export interface ProductionOptions {
  readonly store: GraphStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly maxDocumentBytes: number;
  readonly lexiconFolders?: readonly string[];
  readonly blobs?: BlobStore;
  readonly deadLetters?: DeadLetters;
}

/** The project's own cleaner, held to a size. */
export function productionCleaner(maxDocumentBytes: number): Cleaner {
  const options = { limits: { maxBytes: maxDocumentBytes } };
  return { version: cleanerVersion, clean: (document) => clean(document, options) };
}

/** The longest text that is read, in UTF-16 units: a book. Longer ones are no articles, and would hold up all that wait behind them. */
const maxTextLength = 500_000;

/**
 * The project's own extractor, with a user's lexicons. It throws a PipelineError INPUT_TOO_LARGE for a text that is too long to be an
 * article.
 */
export function productionExtractor(lexiconFolders: readonly string[] = []): Extractor {
  const extractor = createExtractor({ lexiconFolders });
  return {
    ...extractor,
    extract: (article) => extractor.extract(heldToLength(article)),
    explain: (article) => extractor.explain(heldToLength(article)),
  };
}

function heldToLength(article: Article): Article {
  const { length } = article.text;
  if (length <= maxTextLength) return article;
  const message = `the article's text has ${length} characters; the limit is ${maxTextLength}`;
  throw new PipelineError({ code: 'INPUT_TOO_LARGE', message });
}

/** The pipeline of the command line and the workers. */
export function productionPipeline(options: ProductionOptions): Pipeline {
  const { store, clock, logger, maxDocumentBytes, lexiconFolders, blobs, deadLetters } = options;
  return createPipeline({
    store,
    clock,
    logger,
    cleaner: productionCleaner(maxDocumentBytes),
    extractor: productionExtractor(lexiconFolders),
    duplicates,
    ...(blobs === undefined ? {} : { blobs }),
    ...(deadLetters === undefined ? {} : { deadLetters }),
  });
}
