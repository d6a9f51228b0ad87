/**
 * The stable error codes, each with its meaning. `docs/operations.md` prints this table.
 * A code that ends in nothing the caller can mend is not retryable unless it says so.
 */
export const errorCodes = {
  INPUT_NOT_FOUND: 'The path does not exist',
  INPUT_UNREADABLE: 'The file or folder cannot be read',
  INPUT_EMPTY: 'The document holds nothing',
  INPUT_BINARY: 'The document is not text',
  INPUT_TOO_LARGE: 'The document is larger than the limit',
  INPUT_TRUNCATED: 'The document ends in the middle of its markup and holds no article',
  INPUT_UNSUPPORTED: 'The kind of file is not one that is read',
  INPUT_BROKEN_LINE: 'A line of a list is not valid JSON or misses what it must have',
  OUTPUT_UNWRITABLE: 'The file or folder to write to cannot be written',
  HTML_TOO_DEEP: 'The page is nested more deeply than the limit',
  HTML_TOO_COMPLEX: 'The page has more elements or attributes than the limit',
  NO_ARTICLE: 'No article text was found on the page',
  PAGE_IS_SHELL: 'The page is an empty shell that a script would fill',
  ANALYSIS_FAILED: 'The text could not be analysed',
  EXTRACTION_FAILED: 'Extraction failed on this article',
  MODEL_MISSING: 'The language model is missing or damaged',
  LEXICON_INVALID: 'A lexicon file does not fit its schema',
  STORE_UNAVAILABLE: 'The graph store cannot be reached',
  STORE_LOCKED: 'Another process has the embedded store open',
  STORE_FAILED: 'The graph store refused a statement',
  QUERY_INVALID: 'The Cypher text is not valid',
  QUERY_NOT_READ_ONLY: 'The Cypher text would write',
  QUERY_TIMEOUT: 'The query took longer than its limit',
  QUEUE_UNAVAILABLE: 'Redis cannot be reached',
  BLOB_MISSING: 'A blob that a job names is not in the blob store',
  BLOB_DAMAGED: 'A blob does not have the hash that names it',
  FETCH_FORBIDDEN: 'The address is private or its scheme is not allowed',
  FETCH_FAILED: 'The address could not be fetched',
  FETCH_TIMEOUT: 'Fetching took longer than its limit',
  CONFIG_INVALID: 'The configuration is not valid',
  USAGE: 'The command line is not valid',
  NOT_FOUND: 'What was asked for is not there',
} as const;
export type ErrorCode = keyof typeof errorCodes;

export interface PipelineErrorOptions {
  readonly code: ErrorCode;
  readonly message: string;
  /** Whether trying again later may help. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** The one error that crosses package boundaries: a stable code, a message for people, whether to retry. */
export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(options: PipelineErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'PipelineError';
    this.code = options.code;
    this.retryable = options.retryable ?? false;
  }
}

/** Any thrown value as a PipelineError: one passes through, everything else gets the code given. */
export function toPipelineError(thrown: unknown, code: ErrorCode): PipelineError {
  if (thrown instanceof PipelineError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new PipelineError({ code, message, cause: thrown });
}
