/**
 * Tokens as the English treebanks of Universal Dependencies (EWT, GUM) cut them: clitics and hyphens apart, abbreviations with their stop.
 * One pass from left to right; every look-ahead is bounded, so the time is linear in the length of the text.
 */
import { Character, characterClass, classAt, widthAt } from './characters.ts';
import { interned } from './interned.ts';
import { type TokenLexicon, tokenLexicon } from './lexicon.ts';
import { symbolEnd } from './symbols.ts';
import { wordEnds } from './words.ts';

/** Tokens as parallel lists of character offsets (end exclusive). */
export interface TokenBounds {
  starts: number[];
  ends: number[];
}

/** Where the scanner stands, as the parts of it need to know. */
export interface Scan {
  text: string;
  lexicon: TokenLexicon;
  /** Offset of the next @ at or after the last asked-for offset: saves looking for addresses where there are none. */
  nextAt: number;
}

/** The longest token; longer runs without a break are cut, so that no single token can slow down what reads it. */
export const longestToken = 2000;

/** Cuts a text into tokens. Characters of class space are in no token, all others are in exactly one (but for stray marks). */
export function tokenise(text: string, lexicon: TokenLexicon = tokenLexicon()): TokenBounds {
  const scan: Scan = { text, lexicon, nextAt: text.indexOf('@') };
  const bounds: TokenBounds = { starts: [], ends: [] };
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === Character.space || kind === Character.mark) {
      at += widthAt(text, at);
      continue;
    }
    at = addToken(scan, bounds, at, kind);
  }
  return bounds;
}

/** The tokens' texts. */
export function wordsOf(text: string, { starts, ends }: TokenBounds): string[] {
  return starts.map((start, i) => interned(text.slice(start, ends[i])));
}

/** Adds the token (or the tokens a word is cut in) that starts at an offset; gives where it ends. */
function addToken(scan: Scan, bounds: TokenBounds, at: number, kind: Character): number {
  const isWord = kind === Character.letter || kind === Character.digit;
  const ends = isWord ? wordEnds(scan, at) : [symbolEnd(scan, at)];
  let start = at;
  for (const end of ends) {
    for (let from = start; from < end; from += longestToken) {
      bounds.starts.push(from);
      bounds.ends.push(Math.min(end, from + longestToken));
    }
    start = end;
  }
  return start;
}

/** The end of the run of letters, digits, marks and inner underscores from an offset. */
export function runEnd(text: string, from: number): number {
  let at = from;
  let end = from;
  while (at < text.length && at - from < longestToken) {
    const codePoint = text.codePointAt(at) ?? 0;
    const kind = characterClass(codePoint);
    if (kind === Character.letter || kind === Character.digit || kind === Character.mark) {
      at += codePoint > 0xffff ? 2 : 1;
      end = at;
    } else if (kind === Character.underscore) {
      at++;
    } else break;
  }
  return end;
}

/** Does an email address or an address on a host start here? Gives its end, or -1. */
export function addressEnd(scan: Scan, at: number): number {
  const { text } = scan;
  if (scan.nextAt >= 0 && scan.nextAt < at) scan.nextAt = text.indexOf('@', at);
  if (scan.nextAt >= 0 && scan.nextAt - at <= 64) {
    const found = matchEnd(/[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){0,8}[A-Za-z][\w-]{1,62}/y, text, at);
    if (found > 0) return found;
  }
  const first = text.charCodeAt(at) | 0x20;
  if (first !== 0x68 && first !== 0x77 && first !== 0x66 && first !== 0x6d) return -1;
  const link = matchEnd(/(?:(?:https?|ftp):\/\/|www\d?\.|mailto:)[^\s<>"“”]{1,2000}/iy, text, at);
  return link < 0 ? -1 : trimLink(text, at, link);
}

/** Punctuation after a link belongs to the sentence; a closing bracket too unless the link opened it. */
function trimLink(text: string, start: number, end: number): number {
  const opens = text.slice(start, end).includes('(');
  let at = end;
  while (at > start + 1) {
    const last = text[at - 1] ?? '';
    const closing = last === ')' && !opens;
    if (!closing && !'.,;:!?\'"’]>'.includes(last)) break;
    at--;
  }
  return at;
}

/** The end of a sticky pattern's match at an offset, -1 where it does not match. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
