/** Characters of scripts without spaces between words: each is a token of its own. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|\p{N}[\p{N}.,]*|[\p{L}\p{M}']+|[:=©@]/gu;
const isDigit = /^\p{N}/u;

/**
 * Texts whose characters have no other form to be brought to: ASCII, Latin, Greek and Cyrillic letters, Han, kana, Hangul and
 * common punctuation. Folding them is lower-casing, but for their quotes.
 */
const plain =
  /^[\x00-\x9f¡-§©«¬®°±¶·»¿-įĴ-ľŁ-ňŊ-žƀ-ƿǝ-ǰΆΈ-ώЀ-ӿ\u2010\u2012-\u2015\u2018-\u2022€‹›\u3001\u3002\u3041-\u3094\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/;
const quotes = /[‘’`´]/;
const allQuotes = /[‘’ʼ`´]/g;

/** One shape for quotes, spaces and width, in lower case; Turkish i with and without a dot are one. */
export function fold(text: string): string {
  if (plain.test(text)) {
    const lower = text.toLowerCase();
    return quotes.test(lower) ? lower.replace(allQuotes, "'") : lower;
  }
  return text
    .normalize('NFKC')
    .replace(allQuotes, "'")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/\u0307/g, '');
}

const apostrophe = 0x27;
const lastAscii = 0x7f;

/**
 * The tokens that phrases are compared by: lower-case words, '#' for every number, and ':' ('=' too), '©', '@';
 * other punctuation is left out. Chinese and Japanese give a token a character.
 */
export function phraseTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const token of fold(text).match(tokenPattern) ?? []) {
    const first = token.charCodeAt(0);
    if (first > lastAscii ? isDigit.test(token) : first >= 0x30 && first <= 0x39) tokens.push('#');
    else if (token === '=') tokens.push(':');
    else if (first === apostrophe || token.charCodeAt(token.length - 1) === apostrophe) {
      const word = token.replace(/^'+|'+$/g, '');
      if (word !== '') tokens.push(word);
    } else tokens.push(token);
  }
  return tokens;
}

/** How many words a list of tokens amounts to; two characters of Chinese or Japanese count as one. */
export function wordCount(tokens: readonly string[]): number {
  let count = 0;
  for (const token of tokens) {
    if (token === ':' || token === '©' || token === '@') continue;
    const mayBeSpaceless = token.length <= 2 && token.charCodeAt(0) > lastAscii;
    count += mayBeSpaceless && spaceless.test(token) ? 0.5 : 1;
  }
  return Math.ceil(count);
}
