import { groupKindSchema, placeKindSchema } from '@dragoman/schemas';
import { z } from 'zod';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';
import { readGivenNames, type Sex } from '../names/given-names.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const nominalsSchema = z.strictObject({
  persons: words,
  groups: z.record(z.string(), z.array(groupKindSchema)),
  anyKind: words,
  general: words,
  alike: z.array(words),
  kindsOfFields: z.record(z.string(), groupKindSchema),
  lands: z.record(z.string(), z.array(z.string())),
  places: z.record(z.string(), z.array(placeKindSchema)),
  standsFor: z.record(z.string(), z.array(z.string())),
  times: words,
  speechVerbs: words,
  mindfulVerbs: words,
  verbsWithOf: words,
});

export const nominalsFile: LexiconFile<typeof nominalsSchema> = {
  file: 'nominals.yaml',
  schema: nominalsSchema,
};

export type { Sex };

/** The word lists of coreference. */
export interface CoreferenceLexicon {
  readonly nominals: z.output<typeof nominalsSchema>;
  /** Folded given names with their sex. */
  readonly givenNames: ReadonlyMap<string, Sex>;
}

/** Loads the word lists of coreference. Throws LEXICON_INVALID. */
export function loadCoreferenceLexicon(folders: readonly string[] = []): CoreferenceLexicon {
  return { nominals: loadLexicon(nominalsFile, folders), givenNames: readGivenNames() };
}
