import { memoised } from '@dragoman/core';
import type { Token } from '@dragoman/nlp';

/** A name for comparison: no diacritics, lower case, hyphens as spaces, no full stops, no apostrophes at the end of words. */
export const foldName: (text: string) => string = memoised((text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/[.,()"“”]/g, '')
    .replace(/[‐‑‒–—/-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);

const lowerFirst = /^[a-z]\p{Ll}{0,2}-?\p{Lu}/u;
const otherFirst = /^(\p{Lu}|\p{Ll}{1,3}-?\p{Lu})/u;

/** Does the word begin with an upper-case letter (or, as in 'iPhone', 'eBay', 'al-Shabaab', hold one)? */
export function isCapitalised(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= 65 && first <= 90) return true;
  if (first > 127) return otherFirst.test(word);
  return first >= 97 && first <= 122 && !isPlain(word) && lowerFirst.test(word);
}

/** Are the letters in which a capital could stand all small ones of ASCII, as in most words? */
function isPlain(word: string): boolean {
  const end = Math.min(word.length, 5);
  for (let i = 1; i < end; i++) {
    const code = word.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** All letters upper case, at least two: 'UN', 'U.N.', 'G-20'. */
export function isAcronym(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length >= 2 && letters === letters.toUpperCase();
}

/** A noun in small letters, whatever its tag: the tagger reads 'dam' of 'the Nam Phaeng dam' as part of the name. */
export function isSmallNoun(token: Token | undefined): boolean {
  return token !== undefined && /^(NOUN|PROPN)$/.test(token.upos) && /^\p{Ll}/u.test(token.text);
}

/** A token's lower-cased text without a full stop at its end. */
export function plainWord(token: Token): string {
  return token.lower.endsWith('.') && token.lower.length > 1 ? token.lower.slice(0, -1) : token.lower;
}

/** A phrase, and all in it that may be its last token: what follows each space or hyphen, with the sign itself and without. */
export function phraseEnds(phrase: string): string[] {
  const signs = [...phrase.matchAll(/[^\p{L}\p{N}]/gu)];
  return [phrase, ...signs.flatMap(({ index }) => [phrase.slice(index), phrase.slice(index + 1)])];
}

/** The words of tokens `first` to `last` (inclusive) as they stand, joined as in the text. */
export function textBetween(text: string, tokens: readonly Token[], first: number, last: number): string {
  const from = tokens[first];
  const to = tokens[last];
  if (from === undefined || to === undefined) return '';
  return text.slice(from.start, to.end).replace(/\s+/g, ' ');
}
