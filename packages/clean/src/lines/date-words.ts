import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import { phraseTokens } from './tokens.ts';

const languageSchema = z.strictObject({
  months: z.array(z.array(z.string()).nonempty()),
  weekdays: z.array(z.string()),
  words: z.array(z.string()),
});
const fileSchema = z.record(z.string(), languageSchema);

/** The words of dates in all languages, folded to lower case. */
export interface DateWords {
  /** Number of the month, 1 to 12, by its name. */
  readonly months: ReadonlyMap<string, number>;
  /** Months, weekdays and the words around them, token by token. */
  readonly all: ReadonlySet<string>;
}

let shipped: DateWords | undefined;

/** The words of `data/dates.yaml`, read once. Throws where the file does not fit its schema. */
export function dateWords(): DateWords {
  shipped ??= readDateWords(new URL('../../data/dates.yaml', import.meta.url));
  return shipped;
}

function readDateWords(file: URL): DateWords {
  const months = new Map<string, number>();
  const all = new Set<string>();
  for (const language of Object.values(fileSchema.parse(parse(readFileSync(file, 'utf8'))))) {
    for (const [index, names] of language.months.entries()) {
      for (const name of names) if (!months.has(name)) months.set(name, index + 1);
    }
    for (const word of [...language.months.flat(), ...language.weekdays, ...language.words]) {
      for (const token of phraseTokens(word)) all.add(token);
    }
  }
  return { months, all };
}
