import { PipelineError } from '@dragoman/core';
import { isSymbol, mayBeKeyword } from './keywords.ts';
import { cypherTokens, type CypherToken } from './tokens.ts';

/** What a query that reads may begin with: every command of a server begins otherwise. */
const openings = new Set(['match', 'optional', 'with', 'unwind', 'return', 'call']);

/** Clauses that write, and LOAD CSV, which reads files and addresses. */
const forbidden = new Set([
  'create',
  'merge',
  'set',
  'delete',
  'detach',
  'remove',
  'foreach',
  'load',
  'insert',
  'drop',
]);

/** Procedures that only read the graph; every other is refused. */
const readingProcedures = [
  /^db\.(?:labels|relationshiptypes|propertykeys|ping)$/,
  /^db\.schema\.(?:visualization|nodetypeproperties|reltypeproperties)$/,
  /^db\.index\.fulltext\.query(?:nodes|relationships)$/,
  /^grafeo\.(?:labels|relationshiptypes|propertykeys|procedures|search\.text|pagerank|louvain)$/,
  /^grafeo\.(?:connected_components|label_propagation|[a-z]+_centrality)$/,
];

/**
 * Refuses a Cypher text that would do anything but read the graph. It looks at the words outside strings, comments
 * and quoted names, so it also refuses the odd query with a variable called `set` or the like: such names go in backticks.
 * @throws PipelineError QUERY_INVALID for an empty text or several statements; QUERY_NOT_READ_ONLY
 */
export function assertReadOnly(cypher: string): void {
  const tokens = statementOf(cypher);
  const opening = tokens[0]?.text.toLowerCase();
  if (opening === undefined) throw invalid('the query is empty');
  if (forbidden.has(opening)) throw notReadOnly(opening);
  if (!openings.has(opening)) throw invalid(`a query cannot begin with ${opening}`);
  for (const [index, token] of tokens.entries()) {
    if (!mayBeKeyword(tokens, index)) continue;
    const word = token.text.toLowerCase();
    if (forbidden.has(word)) throw notReadOnly(word);
    if (word === 'call') checkCall(tokens, index);
  }
}

/** The tokens of the one statement, without a semicolon at its end. */
function statementOf(cypher: string): CypherToken[] {
  const tokens = cypherTokens(cypher);
  while (isSymbol(tokens.at(-1), ';')) tokens.pop();
  if (tokens.some((token) => isSymbol(token, ';'))) throw invalid('one statement at a time');
  return tokens;
}

/** A subquery, `CALL {` or `CALL (`, is read on like the rest; a procedure must be one that reads. */
function checkCall(tokens: readonly CypherToken[], index: number): void {
  const next = tokens[index + 1];
  if (isSymbol(next, '{') || isSymbol(next, '(')) return;
  const name = procedureName(tokens.slice(index + 1, index + 12));
  if (!readingProcedures.some((pattern) => pattern.test(name))) throw notReadOnly(`call ${name}`);
}

function procedureName(tokens: readonly CypherToken[]): string {
  const end = tokens.findIndex((token) => token.kind === 'symbol' && token.text !== '.');
  const parts = end === -1 ? tokens : tokens.slice(0, end);
  const name = parts.map((token) => token.text.replaceAll('`', '').toLowerCase()).join('');
  const [, procedure = name] = /^(.*?)yield/.exec(name) ?? [];
  return procedure;
}

function invalid(message: string): PipelineError {
  return new PipelineError({ code: 'QUERY_INVALID', message });
}

function notReadOnly(what: string): PipelineError {
  const message = `${what.toUpperCase()} is not allowed: a query can only read the graph`;
  return new PipelineError({ code: 'QUERY_NOT_READ_ONLY', message });
}
