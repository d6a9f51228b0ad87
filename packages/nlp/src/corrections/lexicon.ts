/** The word lists of the corrections, from data/names.yaml. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const words = z.array(z.string()).transform((list) => new Set(list));
const nameLexiconSchema = z.strictObject({
  titles: words,
  titleParts: words,
  personTitles: words,
  timeWords: words,
  organisationEndings: words,
  ruledBodies: words,
  placePrepositions: words,
  hyphenTails: words,
  americanStates: words,
});
export type NameLexicon = z.infer<typeof nameLexiconSchema>;

let loaded: NameLexicon | undefined;

/** The lists, read on first use. */
export function nameLexicon(): NameLexicon {
  loaded ??= nameLexiconSchema.parse(
    load(readFileSync(new URL('../../data/names.yaml', import.meta.url), 'utf8')),
  );
  return loaded;
}
