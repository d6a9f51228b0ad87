import { z } from 'zod';
import { readData } from '../data.ts';
import { foldName, unaccentedSpellings, words } from './fold.ts';
import { skeletonOf, skeletonsOf, spellingDistance } from './spelling.ts';

const namesSchema = z.strictObject({
  particles: z.array(z.string()),
  honorifics: z.array(z.string()),
  suffixes: z.array(z.string()),
  offices: z.array(z.string()),
});
const lists = readData('names.yaml', namesSchema);
const particles = new Set(lists.particles);
const honorifics = new Set(lists.honorifics);
const suffixes = new Set(lists.suffixes);
const offices = new Set(lists.offices);

const nicknames = new Map<string, Set<number>>();
for (const [line, forms] of readData('nicknames.yaml', z.array(z.array(z.string()))).entries()) {
  for (const form of forms) nicknames.set(form, (nicknames.get(form) ?? new Set()).add(line));
}

/** How well two names agree, from 0 (two names) to about 0.65 (one long name), and what the agreement is. */
export interface NameMatch {
  readonly score: number;
  readonly how: 'exact' | 'spelling' | 'longer' | 'nickname' | 'order' | 'partial' | 'none';
}

/** The words that make up a person's name: no honorifics before, no suffixes after, no particles, no middle initials. */
export function personTokens(name: string): string[] {
  let tokens = words(foldName(name));
  const title = tokens.slice(0, -2).findLastIndex((token) => offices.has(token));
  if (title > 0) tokens = tokens.slice(title + 1);
  while (tokens.length > 1 && honorifics.has(tokens[0] ?? '')) tokens = tokens.slice(1);
  while (tokens.length > 1 && suffixes.has(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
  const plain = tokens.filter((token, at) => !particles.has(token) && (token.length > 1 || at === 0));
  return plain.length > 0 ? plain : tokens;
}

/** `personTokens` of every way to write the name without accents: one list for most names. */
export function personReadings(name: string): string[][] {
  const readings = unaccentedSpellings(name).map(personTokens);
  return readings.filter(
    (tokens, at) => readings.findIndex((other) => other.join(' ') === tokens.join(' ')) === at,
  );
}

/**
 * Keys under which two names that may be one always meet: the sounds of every two of a full name's words, in order of the
 * alphabet, and of the whole run together (Abdelrahman, Abdel Rahman).
 */
export function fullNameKeys(tokens: readonly string[]): string[] {
  const keys = new Set<string>();
  const sounds = tokens.slice(0, 5).map(skeletonsOf);
  const meet = (left: readonly string[], right: readonly string[]): void => {
    for (const a of left) for (const b of right) keys.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  };
  for (const [at, left] of sounds.entries()) for (const right of sounds.slice(at + 1)) meet(left, right);
  for (const form of givenForms(tokens[0] ?? '')) meet(skeletonsOf(form), sounds.at(-1) ?? []);
  keys.add(skeletonOf(tokens.join('')));
  return [...keys].toSorted();
}

function givenForms(given: string): string[] {
  const lines = nicknames.get(given);
  if (lines === undefined) return [];
  return [...nicknames]
    .filter(([, others]) => [...lines].some((line) => others.has(line)))
    .map(([form]) => form);
}

const maxDistance = 1;
const none: NameMatch = { score: 0, how: 'none' };

/** How well two names (as `personTokens` gives them) agree; symmetric. */
export function matchNames(left: readonly string[], right: readonly string[]): NameMatch {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0) return none;
  if (short.length === 1)
    return long.length === 1 ? matchSingles(short, long) : matchPartial(short[0] ?? '', long);
  if (short.join(' ') === long.join(' ')) return { score: long.length > 2 ? 0.6 : 0.5, how: 'exact' };
  const candidates = [
    matchAligned(short, long),
    matchLonger(short, long),
    matchJoined(short, long),
    matchBare(short, long),
  ];
  return candidates.reduce((best, match) => (match.score > best.score ? match : best), none);
}

function matchSingles(left: readonly string[], right: readonly string[]): NameMatch {
  const distance = spellingDistance(left[0] ?? '', right[0] ?? '');
  if (left[0] === right[0]) return { score: 0.4, how: 'exact' };
  return distance <= 0.4 ? { score: 0.35 - 0.2 * distance, how: 'spelling' } : none;
}

/** A surname alone, or a given name alone, against a full name. */
function matchPartial(single: string, full: readonly string[]): NameMatch {
  const surname = Math.min(...full.slice(1).map((token) => spellingDistance(single, token)));
  if (surname <= 0.4) return { score: 0.33 - 0.1 * surname, how: 'partial' };
  const given = spellingDistance(single, full[0] ?? '');
  return given <= 0.4 ? { score: 0.14 - 0.1 * given, how: 'partial' } : none;
}

function matchAligned(left: readonly string[], right: readonly string[]): NameMatch {
  if (left.length !== right.length) return none;
  let distance = 0;
  let nickname = false;
  for (const [at, token] of left.entries()) {
    const other = right[at] ?? '';
    if (at === 0 && isInitial(token, other)) return initialMatch(left, right);
    const spelled = at === 0 ? spellingDistance(token, other) : distanceWithArticle(token, other);
    const byNickname = at === 0 && spelled > 0 && areNicknames(token, other);
    nickname ||= byNickname;
    distance += byNickname ? 0.2 : spelled;
  }
  if (distance > maxDistance) return none;
  // Three words that sound alike are hardly those of another.
  const start = left.length > 2 && !nickname ? 0.57 : 0.48;
  return { score: start - 0.2 * distance, how: nickname ? 'nickname' : 'spelling' };
}

/** An Arabic article may be written together with its word: al-Tayeb, Altayeb. */
function distanceWithArticle(left: string, right: string): number {
  const plain = spellingDistance(left, right);
  if (plain <= 0.5) return plain;
  const [a, b] = [withoutArticle(left), withoutArticle(right)];
  if ((a === left) === (b === right)) return plain;
  return Math.min(plain, spellingDistance(a, b));
}

/** 'tayeb' of 'altayeb', 'rahman' of 'arrahman'. */
export function withoutArticle(word: string): string {
  return word.replace(/^[ae](?:l|r(?=r)|s(?=s)|d(?=d)|n(?=n)|z(?=z)|t(?=t))(?=[^aeiou].{2})/u, '');
}

/** Every word of the shorter name stands in the longer, in order, the first at its beginning: Houssein Waberi (Robleh). */
function matchLonger(short: readonly string[], long: readonly string[]): NameMatch {
  if (short.length === long.length) return none;
  let distance = 0;
  let from = 0;
  for (const [at, token] of short.entries()) {
    const costs = long
      .slice(from)
      .map((other) =>
        at === 0 && areNicknames(token, other)
          ? Math.min(0.2, spellingDistance(token, other))
          : distanceWithArticle(token, other),
      );
    const found = costs.findIndex((cost) => cost <= 0.5);
    if (found === -1) return none;
    if (at === 0 && found > 0) return matchSurnames(short, long);
    distance += costs[found] ?? 0;
    from += found + 1;
  }
  return distance > maxDistance ? none : { score: 0.45 - 0.2 * distance, how: 'longer' };
}

/** Two surnames without the given name: López Obrador. */
function matchSurnames(short: readonly string[], long: readonly string[]): NameMatch {
  const tail = long.slice(-short.length);
  const distance = short.reduce((sum, token, at) => sum + spellingDistance(token, tail[at] ?? ''), 0);
  return distance <= 0.4 ? { score: 0.4 - 0.2 * distance, how: 'partial' } : none;
}

/** The same words run together or in another order: Abdel Rahman, Abdelrahman; Orbán Viktor. */
function matchJoined(left: readonly string[], right: readonly string[]): NameMatch {
  if (left.toSorted().join(' ') === right.toSorted().join(' ')) return { score: 0.42, how: 'order' };
  if (left.length === right.length) return none;
  // Only a hyphen or a space between them.
  if (left.join('') === right.join('')) return { score: 0.5, how: 'exact' };
  const distance = spellingDistance(left.join(''), right.join(''));
  return distance <= 0.6 ? { score: 0.46 - 0.2 * distance, how: 'spelling' } : none;
}

/** Words of an accented name, once with bare letters and once with two letters for a sound: Klancar, Klanchar. */
function matchBare(left: readonly string[], right: readonly string[]): NameMatch {
  if (left.length !== right.length) return none;
  return left.every((token, at) => withBareLetters(token) === withBareLetters(right[at] ?? ''))
    ? { score: 0.45, how: 'spelling' }
    : none;
}

/** 'klancar' of 'klanchar'. */
export function withBareLetters(word: string): string {
  return word.length < 6 ? word : word.replace(/(?<=[csz])h|(?<=d)j/gu, '');
}

function isInitial(left: string, right: string): boolean {
  return (left.length === 1 || right.length === 1) && left !== right && left[0] === right[0];
}

function initialMatch(left: readonly string[], right: readonly string[]): NameMatch {
  const same = left.slice(1).join(' ') === right.slice(1).join(' ');
  return same ? { score: 0.35, how: 'partial' } : none;
}

function areNicknames(left: string, right: string): boolean {
  const others = nicknames.get(right);
  return (
    left !== right &&
    others !== undefined &&
    [...(nicknames.get(left) ?? [])].some((line) => others.has(line))
  );
}
