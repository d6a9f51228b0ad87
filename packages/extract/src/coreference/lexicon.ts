import { readFileSync } from 'node:fs';
import { groupKindSchema } from '@dragoman/schemas';
import { z } from 'zod';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const nominalsSchema = z.strictObject({
  persons: words,
  groups: z.record(z.string(), z.array(groupKindSchema)),
  times: words,
  speechVerbs: words,
  mindfulVerbs: words,
});

export const nominalsFile: LexiconFile<typeof nominalsSchema> = {
  file: 'nominals.yaml',
  schema: nominalsSchema,
};

export type Sex = 'male' | 'female';

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

function readGivenNames(): Map<string, Sex> {
  const text = readFileSync(new URL('../../data/given-names.tsv', import.meta.url), 'utf8');
  const names = new Map<string, Sex>();
  for (const line of text.split('\n')) {
    const [name, sex] = line.split('\t');
    if (name !== undefined && sex !== undefined) names.set(name, sex === 'm' ? 'male' : 'female');
  }
  return names;
}
