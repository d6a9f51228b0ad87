/** Names to keys by which spellings of one name meet: no case, accents, dots, hyphens, article. */
import { memoised } from '@dragoman/core';

const letters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ə: 'a',
};

/** Words joined by single spaces; empty for what has no letter or digit. */
export const nameKey: (name: string) => string = memoised((name) => {
  const plain = /^[ -~]*$/.test(name) ? name.toLowerCase() : fold(name);
  return plain
    .replace(/['’‘`]s(?=\W|$)/g, ' s')
    .replace(/[.'’‘`]/g, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '');
});

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}ʻʼʾʿ]/gu, '')
    .toLowerCase()
    .replace(/[øłđßıæœðþə]/g, (letter) => letters[letter] ?? letter);
}

/** A name as a part of an id: 'Bab el-Mandeb' -> 'bab-el-mandeb'. */
export function slug(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** 'LeT', 'AfD'. */
const mixedAcronym = /^\p{Lu}\p{Ll}\p{Lu}{1,2}$/u;

const isAcronym = (name: string): boolean =>
  name.length <= 12 && !/\p{Ll}/u.test(name) && /\p{Lu}/u.test(name);

/**
 * May `surface` be an instance of `spelling` by its case? Acronyms stand in capitals ('WHO', not 'who'), names begin with a capital
 * unless their own spelling does not ('al-Qaeda').
 */
export function caseFits(surface: string, spelling: string): boolean {
  if (surface === spelling) return true;
  if (isAcronym(spelling) || mixedAcronym.test(spelling)) return !/\p{Ll}/u.test(surface);
  const first = /\p{L}/u.exec(spelling)?.[0] ?? '';
  if (first === first.toLowerCase()) return true;
  return /^\P{L}*\p{Lu}/u.test(surface) || /^the \P{L}*\p{Lu}/u.test(surface);
}
