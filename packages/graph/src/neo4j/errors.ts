import { PipelineError, type ErrorCode } from '@dragoman/core';
import neo4j from 'neo4j-driver';

/** What the driver threw, as an error of ours: a statement that Neo4j refuses gets `code`. */
export function fromNeo4jError(thrown: unknown, code: ErrorCode): PipelineError {
  if (thrown instanceof PipelineError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const status = thrown instanceof neo4j.Neo4jError ? thrown.code : '';
  const retryable = neo4j.isRetryableError(thrown);
  return new PipelineError({ code: codeOf(status, message, code), message, retryable, cause: thrown });
}

function codeOf(status: string, message: string, otherwise: ErrorCode): ErrorCode {
  if (status.includes('TransactionTimedOut')) return 'QUERY_TIMEOUT';
  if (status.endsWith('Statement.AccessMode') || message.includes('read access mode'))
    return 'QUERY_NOT_READ_ONLY';
  const unreachable = ['ServiceUnavailable', 'SessionExpired', 'N/A'].includes(status);
  return unreachable || status.includes('.Security.') ? 'STORE_UNAVAILABLE' : otherwise;
}
