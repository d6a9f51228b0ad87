import { toPipelineError, type ErrorCode, type PipelineError } from '@dragoman/core';

const codesOfArticles: ReadonlySet<ErrorCode> = new Set([
  'EXTRACTION_FAILED',
  'ANALYSIS_FAILED',
  'INPUT_TOO_LARGE',
]);

/**
 * Why one article could not be read, of what its reading threw.
 * @throws PipelineError what would fail every article: a missing model, a lexicon that is not valid
 */
export function unreadableArticle(thrown: unknown): PipelineError {
  const error = toPipelineError(thrown, 'EXTRACTION_FAILED');
  if (codesOfArticles.has(error.code)) return error;
  throw error;
}
