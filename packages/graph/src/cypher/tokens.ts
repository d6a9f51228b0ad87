/** A piece of Cypher text. Comments and white space are left out; offsets are into the text, end exclusive. */
export interface CypherToken {
  readonly kind: 'word' | 'quotedName' | 'string' | 'number' | 'parameter' | 'symbol';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordStart = /[\p{L}_]/u;
const wordPart = /[\p{L}\p{N}_]/u;
const digit = /[0-9]/;
const space = /\s/;

/**
 * Cuts Cypher text into tokens, in one pass. Text that ends inside a string or a comment gives what there is:
 * it is the store's to refuse it.
 */
export function cypherTokens(text: string): CypherToken[] {
  const tokens: CypherToken[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text.charAt(at);
    if (space.test(character)) {
      at += 1;
    } else if (text.startsWith('//', at)) {
      at = endOfLine(text, at);
    } else if (text.startsWith('/*', at)) {
      at = endAfter(text, '*/', at + 2);
    } else {
      const kind = kindOf(text, at);
      at = endOf(kind, text, at);
      tokens.push({ kind, text: text.slice(start, at), start, end: at });
    }
  }
  return tokens;
}

function kindOf(text: string, at: number): CypherToken['kind'] {
  const character = text.charAt(at);
  if (character === '"' || character === "'") return 'string';
  if (character === '`') return 'quotedName';
  if (character === '$') return 'parameter';
  if (digit.test(character)) return 'number';
  return wordStart.test(characterAt(text, at)) ? 'word' : 'symbol';
}

function endOf(kind: CypherToken['kind'], text: string, at: number): number {
  if (kind === 'string') return endOfString(text, at);
  if (kind === 'quotedName') return endOfQuotedName(text, at);
  if (kind === 'parameter')
    return text.charAt(at + 1) === '`' ? endOfQuotedName(text, at + 1) : endOfWord(text, at + 1);
  if (kind === 'number' || kind === 'word') return endOfWord(text, at);
  return at + 1;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = characterAt(text, at);
    if (!wordPart.test(character)) break;
    at += character.length;
  }
  return at;
}

function endOfString(text: string, from: number): number {
  const quote = text.charAt(from);
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** A name in backticks ends at a backtick that is not doubled. */
function endOfQuotedName(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (text.charAt(at) !== '`') at += 1;
    else if (text.charAt(at + 1) === '`') at += 2;
    else return at + 1;
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}
