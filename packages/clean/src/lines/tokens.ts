/** Characters of scripts without spaces between words: each is a token of its own. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|\p{N}[\p{N}.,]*|[\p{L}\p{M}']+|[:=©@]/gu;
const ascii = /^[\x00-\x7f]*$/;
const isDigit = /^\p{N}/u;

/** One shape for quotes, spaces and width, in lower case; Turkish i with and without a dot are one. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replaceAll('`', "'");
  return text
    .normalize('NFKC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/\u0307/g, '');
}

/**
 * The tokens that phrases are compared by: lower-case words, '#' for every number, and ':' ('=' too), '©', '@';
 * other punctuation is left out. Chinese and Japanese give a token a character.
 */
export function phraseTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const [token] of fold(text).matchAll(tokenPattern)) {
    if (isDigit.test(token)) tokens.push('#');
    else if (token === '=') tokens.push(':');
    else {
      const word = token.replace(/^'+|'+$/g, '');
      if (word !== '') tokens.push(word);
    }
  }
  return tokens;
}

/** How many words a list of tokens amounts to; two characters of Chinese or Japanese count as one. */
export function wordCount(tokens: readonly string[]): number {
  let count = 0;
  for (const token of tokens) {
    if (token === ':' || token === '©' || token === '@') continue;
    count += token.length <= 2 && spaceless.test(token) ? 0.5 : 1;
  }
  return Math.ceil(count);
}
