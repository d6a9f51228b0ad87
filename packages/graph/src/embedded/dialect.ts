import { isClosing, isOpening, isSymbol } from '../cypher/keywords.ts';
import { cypherTokens, type CypherToken } from '../cypher/tokens.ts';
import { withoutLabelDisjunctions } from './label-disjunction.ts';

/** Metres, as Neo4j has it, so that both stores give the same distances. */
const earthRadius = '6378140.0';

/**
 * Cypher as Neo4j speaks it, put into what Grafeo speaks. Label disjunctions move to the
 * WHERE. Grafeo has no points: `point({…})` becomes the map itself, and `point.distance(a, b)` the haversine formula.
 */
export function toGrafeoDialect(cypher: string): string {
  const withoutLabels = cypher.includes('|') ? withoutLabelDisjunctions(cypher) : cypher;
  return /\bpoint\b/i.test(withoutLabels) ? withoutPoints(withoutLabels) : withoutLabels;
}

interface Call {
  /** Offsets into the text: of the call, and of each of its arguments. */
  readonly start: number;
  readonly end: number;
  readonly distance: boolean;
  readonly arguments: readonly { start: number; end: number }[];
}

/** Replaces the calls from the last to the first, so that inner ones are done when an outer one is reached. */
function withoutPoints(cypher: string): string {
  const call = lastPointCall(cypher);
  if (call === null) return cypher;
  const values = call.arguments.map(({ start, end }) => cypher.slice(start, end).trim());
  const [first = '', second = ''] = values;
  const replacement = call.distance ? haversine(first, second) : `(${first})`;
  return withoutPoints(cypher.slice(0, call.start) + replacement + cypher.slice(call.end));
}

function lastPointCall(cypher: string): Call | null {
  const tokens = cypherTokens(cypher);
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const call = pointCallAt(tokens, index);
    if (call !== null) return call;
  }
  return null;
}

function pointCallAt(tokens: readonly CypherToken[], index: number): Call | null {
  const token = tokens[index];
  if (token?.kind !== 'word' || token.text.toLowerCase() !== 'point') return null;
  if (tokens[index - 1]?.text === '.' || tokens[index - 1]?.text === ':') return null;
  if (tokens[index + 1]?.text === '(') return callFrom(tokens, index, index + 1, false);
  const named = tokens[index + 1]?.text === '.' && tokens[index + 2]?.text.toLowerCase() === 'distance';
  return named && tokens[index + 3]?.text === '(' ? callFrom(tokens, index, index + 3, true) : null;
}

function callFrom(
  tokens: readonly CypherToken[],
  from: number,
  open: number,
  distance: boolean,
): Call | null {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = tokens[open]?.end ?? 0;
  for (const token of tokens.slice(open)) {
    if (isOpening(token)) depth += 1;
    if (isClosing(token)) depth -= 1;
    const ends = depth === 0 || (depth === 1 && isSymbol(token, ','));
    if (!ends) continue;
    found.push({ start, end: token.start });
    start = token.end;
    if (depth === 0) return { start: tokens[from]?.start ?? 0, end: token.end, distance, arguments: found };
  }
  return null;
}

function haversine(a: string, b: string): string {
  const [fromLatitude, fromLongitude] = [`(${a}).latitude`, `(${a}).longitude`];
  const [toLatitude, toLongitude] = [`(${b}).latitude`, `(${b}).longitude`];
  const across = `sin(radians(${toLatitude} - ${fromLatitude}) / 2) ^ 2`;
  const cosines = `cos(radians(${fromLatitude})) * cos(radians(${toLatitude}))`;
  const along = `sin(radians(${toLongitude} - ${fromLongitude}) / 2) ^ 2`;
  return `(${earthRadius} * 2 * asin(sqrt(${across} + ${cosines} * ${along})))`;
}
