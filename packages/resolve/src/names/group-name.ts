import { z } from 'zod';
import { readData } from '../data.ts';
import { foldName, words } from './fold.ts';
import { skeletonOf, spellingDistance } from './spelling.ts';

const groupsSchema = z.strictObject({
  generic: z.array(z.string()),
  legal: z.array(z.string()),
  synonyms: z.record(z.string(), z.string()),
});
const lists = readData('groups.yaml', groupsSchema);
const generic = new Set(lists.generic);
const legal = new Set(lists.legal);

/** The words of a group's name that tell it from others: no articles, no legal form; in one spelling. */
export function groupTokens(name: string): string[] {
  const folded = words(foldName(name)).flatMap((word) => words(lists.synonyms[word] ?? word));
  let tokens = folded;
  while (tokens.length > 1 && legal.has(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
  return tokens;
}

/** Whether the words name a kind of body rather than a body: 'foreign ministry', 'police'. */
export function isGeneric(tokens: readonly string[]): boolean {
  return tokens.every((token) => generic.has(token));
}

/** Whether a name is written as an acronym: FAC, I.A.E.A., UNRWA. */
export function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}&-]{1,7}s?$/u.test(name.replaceAll('.', ''));
}

/** The acronym as it is compared. */
export function acronymKey(name: string): string {
  return foldName(name.replaceAll('.', '')).replaceAll(' ', '');
}

/** The letters that a name's acronym would have, with and without its small words. */
export function initialsOf(name: string): string[] {
  const all = words(foldName(name));
  if (all.length < 2) return [];
  const first = (tokens: readonly string[]): string => tokens.map((token) => token[0] ?? '').join('');
  const strong = all.filter((word) => lists.synonyms[word] !== '');
  return [...new Set([first(all), first(strong)])].filter((initials) => initials.length > 1);
}

/** Keys under which two names of one group meet. */
export function groupNameKeys(tokens: readonly string[]): string[] {
  const sounds = tokens.map(skeletonOf);
  const keys = [sounds.toSorted().join(' ')];
  if (!isGeneric(tokens.slice(0, 1))) keys.push(`1 ${sounds[0] ?? ''}`);
  return keys;
}

/** How well two group names agree: .7 the same words, less for spellings and shortened names, 0 for two names. */
export function matchGroupNames(left: readonly string[], right: readonly string[]): number {
  const a = left.toSorted();
  const b = right.toSorted();
  if (a.join(' ') === b.join(' ')) return 0.7;
  if (a.length === b.length) {
    const distance = a.reduce((sum, token, at) => sum + spellingDistance(token, b[at] ?? ''), 0);
    return distance <= 0.8 ? 0.5 - 0.2 * distance : 0;
  }
  return beginsWith(left, right) ? 0.35 : 0;
}

/** 'Tidewell' for 'Tidewell Marine Supplies': the shorter begins the longer with words that are no kind of body. */
function beginsWith(left: readonly string[], right: readonly string[]): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length > 0 && !isGeneric(short) && short.every((token, at) => token === long[at]);
}
