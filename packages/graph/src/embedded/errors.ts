import { PipelineError, type ErrorCode } from '@dragoman/core';

/** What Grafeo threw, as an error of ours: a statement it refuses gets `code`. */
export function fromGrafeoError(thrown: unknown, code: ErrorCode): PipelineError {
  if (thrown instanceof PipelineError) return thrown;
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return new PipelineError({ code, message: withoutPrefixes(said), cause: thrown });
}

/** Why a database file could not be opened. */
export function openingError(thrown: unknown, path: string): PipelineError {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  if (said.includes('cannot be locked')) {
    const message = `${path} is open in another process; the embedded store takes one at a time`;
    return new PipelineError({ code: 'STORE_LOCKED', message, retryable: true, cause: thrown });
  }
  const message = `${path} could not be opened: ${withoutPrefixes(said)}`;
  return new PipelineError({ code: 'STORE_UNAVAILABLE', message, cause: thrown });
}

/** 'Query error: GRAFEO-Q001: syntax error: [Cypher] …' without what only the engine's authors need. */
function withoutPrefixes(said: string): string {
  return said
    .replace(/^(?:Query|Database|Transaction) error: /, '')
    .replaceAll(/GRAFEO-[A-Z]\d+: /g, '')
    .trim();
}
