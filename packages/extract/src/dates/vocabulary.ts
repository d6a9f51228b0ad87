import { z } from 'zod';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';

const words = z.array(z.string()).nonempty();
/** As a map, so that no word of a text ('constructor') is found on an object's prototype. */
const keyed = <V extends z.ZodType>(value: V) =>
  z.record(z.string(), value).transform((words) => new Map(Object.entries(words)));
const numbered = keyed(z.number().int());

const timeUnitSchema = z.enum(['day', 'week', 'fortnight', 'month', 'year', 'decade', 'weekend']);
export type TimeUnit = z.infer<typeof timeUnitSchema>;

const boundSchema = z.enum(['since', 'from', 'until', 'by', 'before', 'after']);
/** The side of a date on which things lie: 'since October', 'by Friday'. */
export type Bound = z.infer<typeof boundSchema>;

export const dateVocabularySchema = z.strictObject({
  months: numbered,
  ambiguousMonths: words,
  weekdays: numbered,
  weekdayAbbreviations: numbered,
  seasons: numbered,
  dayParts: words,
  numbers: numbered,
  units: keyed(timeUnitSchema),
  ordinals: numbered,
  ordinalSuffixes: words,
  timeZones: words,
  parts: words,
  words: numbered,
  previous: words,
  following: words,
  current: words,
  sameAsBefore: words,
  bounds: keyed(boundSchema),
  ahead: z.strictObject({
    auxiliaries: words,
    verbs: words,
    announcing: words,
    adjectives: words,
    nouns: words,
  }),
  behind: z.strictObject({ verbs: words }),
  latestYear: z.number().int(),
});
export type DateVocabulary = z.infer<typeof dateVocabularySchema>;

/** The words of time, for `dragoman lexicon check` and the date pass. */
export const dateLexicon: LexiconFile<typeof dateVocabularySchema> = {
  file: 'dates.yaml',
  schema: dateVocabularySchema,
};

/** The words of time as shipped. */
export const vocabulary: DateVocabulary = loadLexicon(dateLexicon);
