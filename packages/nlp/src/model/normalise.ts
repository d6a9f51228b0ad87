/** The form of a token that the network's features are computed from (train/FORMAT.md, "Token text used for features"). */

const anything = /[^\u0020-\u007e]|`/;
const invisible = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;
const singleQuotes = /[‘’‚‛ʼ′´`]/g;
const doubleQuotes = /[“”„‟″«»]/g;
const hyphens = /[‐‑‒–]/g;
const dashes = /[—―]/g;
const ellipses = /…/g;

/** Typographic signs to plain ones; a token of which nothing would be left stays as it is. */
export function normaliseToken(token: string): string {
  if (!anything.test(token)) return token;
  const plain = token
    .replace(invisible, '')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(hyphens, '-')
    .replace(dashes, '--')
    .replace(ellipses, '...');
  return plain === '' ? token : plain;
}

/** The shape of a word: X capital, x small, d digit, c other letter or mark, runs cut (train/FORMAT.md, "sh"). */
export function wordShape(word: string): string {
  let shape = '';
  let length = 0;
  for (const character of word) {
    if (length++ === 24) break;
    const kind = shapeClass(character);
    const repeats = shape.length >= 3 && shape.endsWith(kind + kind);
    if (!repeats) shape += kind;
  }
  return shape;
}

function shapeClass(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) {
    if (code >= 97 && code <= 122) return 'x';
    if (code >= 65 && code <= 90) return 'X';
    return code >= 48 && code <= 57 ? 'd' : character;
  }
  if (/\p{Lu}/u.test(character)) return 'X';
  if (/\p{Ll}/u.test(character)) return 'x';
  if (/\p{Nd}/u.test(character)) return 'd';
  return /[\p{L}\p{M}]/u.test(character) ? 'c' : character;
}
