import { enclosingBrackets, isClosing, isSymbol, mayBeKeyword } from '../cypher/keywords.ts';
import { cypherTokens, type CypherToken } from '../cypher/tokens.ts';

const clauses = new Set(
  (
    'match optional with return unwind call union where create merge set delete detach remove foreach order skip ' +
    'limit'
  ).split(' '),
);

/** `(n:A|B)`: where it stands, and how it is said otherwise. */
interface Disjunction {
  readonly colon: number;
  readonly last: number;
  readonly labels: readonly string[];
}

interface Edit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/**
 * Rewrites label disjunctions, which Grafeo lacks: in a pattern the labels move to its WHERE, in an expression they
 * are spelt out. Those in a bare pattern inside an expression stay, and the store refuses them.
 */
export function withoutLabelDisjunctions(cypher: string): string {
  const tokens = cypherTokens(cypher);
  const around = enclosingBrackets(tokens);
  const found = findDisjunctions(tokens, around);
  if (found.length === 0) return cypher;
  const conditions = new Map<number, string[]>();
  const edits = found.map((one, order) => {
    const scope = scopeOf(tokens, around, one.colon);
    const clause = clauseOf(tokens, around, scope, one.colon);
    if (clause.isPattern)
      return moveToWhere(tokens, one, order, conditions, patternEnd(tokens, around, scope, one.last));
    return spellOut(tokens, one);
  });
  const added = [...conditions].flatMap(([end, list]) =>
    whereEdits(tokens, around, end, list, cypher.length),
  );
  return applyEdits(cypher, [...edits, ...added]);
}

function findDisjunctions(tokens: readonly CypherToken[], around: readonly number[]): Disjunction[] {
  const found: Disjunction[] = [];
  for (const [index, token] of tokens.entries()) {
    const bracket = tokens[around[index] ?? -1];
    if (!isSymbol(token, ':') || isSymbol(bracket, '[') || isSymbol(bracket, '{')) continue;
    const labels = [tokens[index + 1]?.text ?? ''];
    let last = index + 1;
    while (isSymbol(tokens[last + 1], '|') && isName(tokens[last + 2])) {
      last += 2;
      labels.push(tokens[last]?.text ?? '');
    }
    if (labels.length > 1) found.push({ colon: index, last, labels });
  }
  return found;
}

function isName(token: CypherToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quotedName';
}

/** The bracket that a pattern's clause stands in: round ones, of a node or of shortestPath, do not count. */
function scopeOf(tokens: readonly CypherToken[], around: readonly number[], index: number): number {
  let scope = around[index] ?? -1;
  while (isSymbol(tokens[scope], '(')) scope = around[scope] ?? -1;
  return scope;
}

/** Whether the last clause that begins before the token, in the same scope, is a pattern. A scope with no clause is one. */
function clauseOf(tokens: readonly CypherToken[], around: readonly number[], scope: number, index: number) {
  for (let at = index - 1; at > scope; at -= 1) {
    if (around[at] !== scope || !isClause(tokens, at)) continue;
    return { isPattern: tokens[at]?.text.toLowerCase() === 'match' };
  }
  return { isPattern: scope >= 0 };
}

function isClause(tokens: readonly CypherToken[], index: number): boolean {
  const word = tokens[index]?.text.toLowerCase() ?? '';
  if (!clauses.has(word) || !mayBeKeyword(tokens, index)) return false;
  const before = tokens[index - 1]?.text.toLowerCase();
  return word !== 'with' || (before !== 'starts' && before !== 'ends');
}

/** The index of the token after the pattern: a clause, the end of the scope, or the bar of a pattern comprehension. */
function patternEnd(
  tokens: readonly CypherToken[],
  around: readonly number[],
  scope: number,
  from: number,
): number {
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (around[at] === scope && (isClause(tokens, at) || isSymbol(token, '|') || isSymbol(token, ';')))
      return at;
    if (isClosing(token) && scope >= 0 && around[at] === around[scope]) return at;
  }
  return tokens.length;
}

function moveToWhere(
  tokens: readonly CypherToken[],
  { colon, last, labels }: Disjunction,
  order: number,
  conditions: Map<number, string[]>,
  end: number,
): Edit {
  const before = tokens[colon - 1];
  const named = isName(before) ? (before?.text ?? '') : `label_${order}`;
  conditions.set(end, [...(conditions.get(end) ?? []), either(named, labels)]);
  const at = tokens[colon]?.start ?? 0;
  return { at, until: tokens[last]?.end ?? at, text: isName(before) ? '' : named };
}

function spellOut(tokens: readonly CypherToken[], { colon, last, labels }: Disjunction): Edit {
  const name = tokens[colon - 1];
  const at = name?.start ?? 0;
  return { at, until: tokens[last]?.end ?? at, text: either(name?.text ?? '', labels) };
}

function either(name: string, labels: readonly string[]): string {
  return `(${labels.map((label) => `${name}:${label}`).join(' OR ')})`;
}

function whereEdits(
  tokens: readonly CypherToken[],
  around: readonly number[],
  end: number,
  list: readonly string[],
  length: number,
): Edit[] {
  const condition = list.join(' AND ');
  const token = tokens[end];
  const at = token?.start ?? length;
  if (token?.text.toLowerCase() !== 'where') return [{ at, until: at, text: ` WHERE ${condition} ` }];
  const after = patternEnd(tokens, around, around[end] ?? -1, end);
  const close = tokens[after]?.start ?? length;
  return [
    { at: token.end, until: token.end, text: ` ${condition} AND (` },
    { at: close, until: close, text: ') ' },
  ];
}

function applyEdits(cypher: string, edits: readonly Edit[]): string {
  const fromTheEnd = edits.toSorted((a, b) => b.at - a.at);
  return fromTheEnd.reduce(
    (text, { at, until, text: put }) => text.slice(0, at) + put + text.slice(until),
    cypher,
  );
}
