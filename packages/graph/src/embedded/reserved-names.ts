import { enclosingBrackets, isSymbol } from '../cypher/keywords.ts';
import { cypherTokens, type CypherToken } from '../cypher/tokens.ts';

/** Words that Grafeo takes for keywords wherever they stand; Neo4j does not: it has relationships of type IN. */
const reserved = new Set(
  (
    'in is as or and not xor distinct where case when then else null true false with match optional return unwind ' +
    'union create merge set delete detach remove'
  ).split(' '),
);

/** Puts reserved words in backticks where they are names: of types, labels, properties, parameters and keys of maps. */
export function withQuotedNames(cypher: string): string {
  const tokens = cypherTokens(cypher);
  const around = enclosingBrackets(tokens);
  const named = tokens.filter((_, index) => isReservedName(tokens, around, index));
  return named.reduceRight((text, { kind, start, end }) => {
    const from = kind === 'parameter' ? start + 1 : start;
    return `${text.slice(0, from)}\`${text.slice(from, end)}\`${text.slice(end)}`;
  }, cypher);
}

function isReservedName(tokens: readonly CypherToken[], around: readonly number[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === 'parameter') return reserved.has(token.text.slice(1).toLowerCase());
  if (token?.kind !== 'word' || !reserved.has(token.text.toLowerCase())) return false;
  const before = tokens[index - 1];
  const bracket = around[index] ?? -1;
  if (isSymbol(before, '.')) return !isSymbol(tokens[index - 2], '.');
  if (isSymbol(before, ':')) return isPattern(tokens, bracket);
  if (isSymbol(before, '|')) return isPattern(tokens, bracket) && followsName(tokens, index - 1);
  const begins = isSymbol(before, '{') || isSymbol(before, ',');
  return begins && isSymbol(tokens[bracket], '{') && isSymbol(tokens[index + 1], ':');
}

/** Whether the bar at an index parts types or labels, as in ':A|B', and not a list from what is made of it. */
function followsName(tokens: readonly CypherToken[], bar: number): boolean {
  const beforeName = tokens[bar - 2];
  return isSymbol(beforeName, ':') || isSymbol(beforeName, '|');
}

/** Whether a bracket is a node's or a relationship's. */
function isPattern(tokens: readonly CypherToken[], bracket: number): boolean {
  if (isSymbol(tokens[bracket], '(')) return true;
  return isSymbol(tokens[bracket], '[') && isSymbol(tokens[bracket - 1], '-');
}
