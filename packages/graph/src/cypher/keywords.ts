import type { CypherToken } from './tokens.ts';

/**
 * Whether a clause could begin at this word. It cannot after a dot (a property), after ':', '|', '&' or '!' (a label or
 * type; a clause follows '|' only in FOREACH, which is refused by its name), after AS (a name), or as a map's key.
 */
export function mayBeKeyword(tokens: readonly CypherToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  const before = tokens[index - 1];
  if (before?.kind === 'word') return before.text.toLowerCase() !== 'as';
  if (before?.kind !== 'symbol') return true;
  if ('.:|&!'.includes(before.text)) return false;
  return !('{,'.includes(before.text) && isSymbol(tokens[index + 1], ':'));
}

export function isSymbol(token: CypherToken | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

export function isOpening(token: CypherToken): boolean {
  return token.kind === 'symbol' && '([{'.includes(token.text);
}

export function isClosing(token: CypherToken): boolean {
  return token.kind === 'symbol' && ')]}'.includes(token.text);
}

/** For each token the index of the bracket it stands in, -1 at the top; a closing bracket stands where its opening one does. */
export function enclosingBrackets(tokens: readonly CypherToken[]): number[] {
  const open: number[] = [];
  return tokens.map((token, index) => {
    if (isClosing(token)) open.pop();
    const around = open.at(-1) ?? -1;
    if (isOpening(token)) open.push(index);
    return around;
  });
}
