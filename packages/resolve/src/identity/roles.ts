import { z } from 'zod';
import { readData } from '../data.ts';
import { foldName, words } from '../names/fold.ts';

const rolesSchema = z.strictObject({
  fields: z.record(z.string(), z.array(z.string())),
  akin: z.array(z.tuple([z.string(), z.string()])),
  qualifiers: z.array(z.string()),
  synonyms: z.record(z.string(), z.string()),
  telling: z.array(z.string()),
});
const roles = readData('roles.yaml', rolesSchema);

const qualifiers = new Set(roles.qualifiers);
/** The words that posts are told by: those of the fields' terms and the further ones. */
const telling = new Set(
  [...Object.values(roles.fields).flat(), ...roles.telling, ...Object.values(roles.synonyms)].flatMap(
    (term) => words(foldName(term)),
  ),
);
const akin = new Set(roles.akin.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
const terms = Object.entries(roles.fields)
  .flatMap(([field, entries]) => entries.map((entry) => ({ field, term: ` ${foldName(entry)} ` })))
  .toSorted((a, b) => b.term.length - a.term.length || (a.term < b.term ? -1 : 1));

/** What a title comes down to: its telling words in one spelling, sorted, so that 'minister of foreign affairs' is 'foreign minister'. */
export function roleOf(title: string): string {
  const kept = words(foldName(title))
    .filter((word) => !qualifiers.has(word))
    .flatMap((word) => words(roles.synonyms[word] ?? word))
    .filter((word) => telling.has(word));
  return [...new Set(kept)].toSorted().join(' ');
}

/**
 * The field a title belongs to ('state', 'sport', …); null where none. By the longest term of the list in what stands before 'of' or
 * 'for' ('envoy for humanitarian affairs' is no aid worker), terms of several words and titles without such in the whole.
 */
export function fieldOf(title: string): string | null {
  const folded = ` ${foldName(title)} `;
  const head = folded.split(/ (?:of|for|on|at|in|to) /u)[0] ?? folded;
  const isPhrase = (term: string): boolean => term.trim().includes(' ');
  const found =
    terms.find(({ term }) => isPhrase(term) && folded.includes(term)) ??
    terms.find(({ term }) => `${head} `.includes(term)) ??
    terms.find(({ term }) => folded.includes(term));
  return found?.field ?? null;
}

/** Whether one person may well be in some field of both lists. */
export function fieldsAgree(left: readonly string[], right: readonly string[]): boolean {
  return left.some((a) => right.some((b) => a === b || akin.has(`${a} ${b}`)));
}
