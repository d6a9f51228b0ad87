import { isClosing, isOpening, isSymbol } from '../cypher/keywords.ts';
import { cypherTokens, type CypherToken } from '../cypher/tokens.ts';
import { withoutLabelDisjunctions } from './label-disjunction.ts';
import { withQuotedNames } from './reserved-names.ts';

/** Metres, as Neo4j has it, so that both stores give the same distances. */
const earthRadius = '6378140.0';

const translations = new Map<string, string>();
const translationsKept = 1_000;

/**
 * Cypher as Neo4j speaks it, put into what Grafeo speaks. Names that Grafeo takes for keywords go in backticks, label
 * disjunctions move to the WHERE. Grafeo has no points: `point({…})` becomes the map itself, and
 * `point.distance(a, b)` the haversine formula. Translations are kept, since most statements come again and again.
 */
export function toGrafeoDialect(cypher: string): string {
  const known = translations.get(cypher);
  if (known !== undefined) return known;
  const translated = withoutPoints(withoutLabelDisjunctions(withQuotedNames(cypher)));
  if (translations.size >= translationsKept) translations.clear();
  translations.set(cypher, translated);
  return translated;
}

interface Call {
  /** Offsets into the text: of the call, and of each of its arguments. */
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly { start: number; end: number }[];
}

function withoutPoints(cypher: string): string {
  if (!/\bpoint\b/i.test(cypher)) return cypher;
  const tokens = cypherTokens(cypher);
  const functions = tokens.filter(
    (_, index) => isPointName(tokens, index) && isSymbol(tokens[index + 1], '('),
  );
  const asMaps = functions.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    cypher,
  );
  return withoutDistances(asMaps);
}

/** Replaces the calls from the last to the first, so that inner ones are done when an outer one is reached. */
function withoutDistances(cypher: string): string {
  const call = lastDistance(cypher);
  if (call === null) return cypher;
  const values = call.arguments.map(({ start, end }) => cypher.slice(start, end).trim());
  const [first = '', second = ''] = values;
  return withoutDistances(cypher.slice(0, call.start) + haversine(first, second) + cypher.slice(call.end));
}

function lastDistance(cypher: string): Call | null {
  const tokens = cypherTokens(cypher);
  const from = tokens.findLastIndex((_, index) => isDistance(tokens, index));
  return from === -1 ? null : callFrom(tokens, from, from + 3);
}

function isDistance(tokens: readonly CypherToken[], index: number): boolean {
  if (!isPointName(tokens, index) || !isSymbol(tokens[index + 1], '.')) return false;
  return tokens[index + 2]?.text.toLowerCase() === 'distance' && isSymbol(tokens[index + 3], '(');
}

/** Whether the word is `point`, and not a property of that name. */
function isPointName(tokens: readonly CypherToken[], index: number): boolean {
  const token = tokens[index];
  return token?.kind === 'word' && token.text.toLowerCase() === 'point' && !isSymbol(tokens[index - 1], '.');
}

function callFrom(tokens: readonly CypherToken[], from: number, open: number): Call | null {
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
    if (depth === 0) return { start: tokens[from]?.start ?? 0, end: token.end, arguments: found };
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
