import { fold } from '../lines/tokens.ts';

const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}]+|\p{N}+/gu;
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
/** Words a shingle; twice as many characters where the script has no spaces. */
export type ShingleWidth = 3 | 10;

/** The words of a text in lower case, numbers kept, punctuation left out; a character each in Chinese and Japanese. */
export function wordsOf(text: string): string[] {
  return fold(text).match(word) ?? [];
}

/** The 32-bit hashes of a text's shingles (runs of words), each once; a text shorter than one gives one. */
export function shinglesOf(words: readonly string[], width: ShingleWidth): Set<number> {
  const characters = words.filter((each) => spaceless.test(each)).length > words.length / 2;
  const size = characters ? 2 * width : width;
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let start = 0; start + size <= hashes.length || start === 0; start += 1) {
    let combined = 0;
    for (let offset = 0; offset < size; offset += 1) combined = mix(combined ^ (hashes[start + offset] ?? 0));
    shingles.add(combined);
  }
  return shingles;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
