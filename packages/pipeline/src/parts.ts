import type { BlobStore, Clock, Logger } from '@dragoman/core';
import type { CleanResult } from '@dragoman/clean';
import type { Extractor } from '@dragoman/extract';
import type { GraphStore } from '@dragoman/graph';
import type { SameText, TextFingerprint } from '@dragoman/resolve';
import type { RawDocument } from '@dragoman/schemas';
import type { DeadLetters } from './dead-letters.ts';

/** How documents become articles; what comes out is the same for one version and one document. */
export interface Cleaner {
  readonly version: string;
  clean(document: RawDocument): CleanResult;
}

/** How copies of one text are recognised. */
export interface Duplicates {
  fingerprint(text: string): TextFingerprint;
  readonly same: SameText;
}

/** What a pipeline is made of. */
export interface PipelineParts {
  readonly store: GraphStore;
  readonly cleaner: Cleaner;
  readonly extractor: Pick<Extractor, 'version' | 'extract'>;
  readonly duplicates: Duplicates;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Keeps raw documents, so that they can be cleaned again. */
  readonly blobs?: BlobStore;
  /** Keeps what was set aside, so that it can be replayed. */
  readonly deadLetters?: DeadLetters;
  /** How many documents are written and resolved at once. */
  readonly batch?: number;
}
