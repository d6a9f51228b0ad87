import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { runWords } from '../head-words.ts';
import type { SpanTools } from './model-spans.ts';
import { isPossessive, type Run } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isAcronym, isCapitalised } from '../text.ts';

/** Fewer letters are the initials of too much. */
const fewestLetters = 3;

/**
 * Names that the letters in brackets behind them tell the extent of: 'the Quarry, Dock and Mill Workers Union (QDMWU)', 'the Ministry of
 * Economy, Trade and Industry (METI)'.
 */
export function abbreviatedNames(document: AnnotatedDocument, { heads }: SpanTools): NameSpan[] {
  const { tokens } = document;
  return tokens.flatMap((open): NameSpan[] => {
    const letters = acronymInBrackets(tokens, open.i);
    if (letters === undefined) return [];
    const run = spelledBy(tokens, open.i - 1, letters.replace(/[^\p{Lu}]/gu, ''));
    if (run === undefined) return [];
    const groupKind = heads.groupKind(runWords(document, run)) ?? 'other';
    return [{ ...run, kind: 'group', groupKind, rule: 'names.abbreviated', confidence: 0.8, readings: [] }];
  });
}

/** 'METI' of '(METI)' and '(METI, in Tokyo)', by the token of the bracket. */
export function acronymInBrackets(tokens: readonly Token[], open: number): string | undefined {
  const [letters, close] = [tokens[open + 1]?.text ?? '', tokens[open + 2]?.text ?? ''];
  return tokens[open]?.text === '(' && isAcronym(letters) && /^[),;]/.test(close) ? letters : undefined;
}

/** The words that end at a token and begin, the small ones left out, with these letters; undefined where others stand between. */
function spelledBy(tokens: readonly Token[], last: number, letters: string): Run | undefined {
  if (letters.length < fewestLetters) return undefined;
  let left = letters.length;
  for (let at = last; ; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[last]?.sentence) return undefined;
    if (isCapitalised(token.text)) {
      left--;
      if (token.text[0] !== letters[left]) return undefined;
      if (left === 0) return { first: at, last };
    } else if (at === last || !(small.test(token.lower) || isPossessive(token))) return undefined;
  }
}

/** What stands between the words of a name without a letter of its own. */
const small = /^([,&-]|and|of|for|the|on|to|in|against|de|du|des|la|le|et|y)$/;
