import type { PipelineError } from '@dragoman/core';
import type { RawDocument, Stated } from '@dragoman/schemas';

/** One input as it was found: a document, or why there is none. */
export type Input =
  | { readonly kind: 'document'; readonly document: RawDocument }
  | { readonly kind: 'rejected'; readonly input: string; readonly id: string; readonly error: PipelineError };

export interface ReadOptions {
  /** What the caller states about every document; a list's line may state more, and wins. */
  readonly stated?: Stated;
  /** Larger documents are set aside as INPUT_TOO_LARGE. */
  readonly maxBytes: number;
}
