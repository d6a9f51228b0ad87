import { clean, cleanerVersion } from '@dragoman/clean';
import type { BlobStore, Clock, Logger } from '@dragoman/core';
import { createExtractor, type Extractor } from '@dragoman/extract';
import type { GraphStore } from '@dragoman/graph';
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

/** The project's own extractor, with a user's lexicons. */
export function productionExtractor(lexiconFolders: readonly string[] = []): Extractor {
  return createExtractor({ lexiconFolders });
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
