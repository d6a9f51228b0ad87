import type { NameLexicons } from '../lexicons.ts';
import { foldName } from '../text.ts';

/** A person's name cut in words, without titles, folded for comparison. */
export interface PersonName {
  /** All words, particles too, suffixes (Jr., KC) left out. */
  readonly words: readonly string[];
  readonly surface: string;
  /** 'jr' of 'Ferdinand Marcos Jr.'. */
  readonly generation?: string;
}

/** Short forms of given names, each with the full form it stands for. */
export type ShortNames = ReadonlyMap<string, ReadonlySet<string>>;

/** Are two names word for word the same? */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** Cuts a name in words. */
export function personName(surface: string, lexicons: NameLexicons): PersonName {
  const words = foldName(surface)
    .split(' ')
    .filter((word) => word !== '');
  const { suffixes, generations } = lexicons.nameParts;
  let generation: string | undefined;
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) {
    const suffix = words.pop() ?? '';
    if (generations.has(suffix)) generation = suffix.replace('senior', 'sr').replace('junior', 'jr');
  }
  return generation === undefined ? { words, surface } : { words, surface, generation };
}

/** The words that carry the name: particles left out, unless nothing else is there. */
export function content(words: readonly string[], lexicons: NameLexicons): string[] {
  const found = words.filter((word) => !lexicons.nameParts.particles.has(word));
  return found.length === 0 ? [...words] : found;
}

/**
 * Are two names of two words or more one person's? They are when their first and last words agree (an initial with the word
 * it begins, a short form with its full form) and nothing in between contradicts.
 */
export function sameFullName(a: readonly string[], b: readonly string[], shortNames: ShortNames): boolean {
  if (sameWords(a, b)) return true;
  const [firstA = '', ...restA] = a;
  const [firstB = '', ...restB] = b;
  const lastA = restA.at(-1);
  const lastB = restB.at(-1);
  if (lastA === undefined || lastB === undefined || lastA !== lastB)
    return containsAll(a, b) || containsAll(b, a);
  return sameGiven(firstA, firstB, shortNames) && middleAgrees(restA.slice(0, -1), restB.slice(0, -1));
}

function sameGiven(a: string, b: string, shortNames: ShortNames): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return shortNames.get(a)?.has(b) === true || shortNames.get(b)?.has(a) === true;
}

/** One side has no middle names, or they agree word for word or by initials. */
function middleAgrees(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  if (a.length !== b.length)
    return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
  return a.every(
    (word, i) =>
      word === b[i] ||
      (word.length === 1 && b[i]?.startsWith(word) === true) ||
      (b[i]?.length === 1 && word.startsWith(b[i] ?? '')),
  );
}

/** All words of the shorter name, two at least, in order in the longer one, with the first word in common. */
function containsAll(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length < 2 || longer.length <= shorter.length || longer[0] !== shorter[0]) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at++;
  return at === shorter.length;
}

/** Is a part of a name (surname, given name, several of its words) found in a full name as one piece? */
export function isPartOf(part: readonly string[], full: readonly string[]): boolean {
  if (part.length === 0 || part.length >= full.length) return false;
  for (let start = 0; start + part.length <= full.length; start++) {
    if (part.every((word, i) => word === full[start + i])) return true;
  }
  return false;
}
