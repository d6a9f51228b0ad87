import { z } from 'zod';
import { groupKindSchema, placeKindSchema } from '@dragoman/schemas';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';
import { readGivenNames, type Sex } from './given-names.ts';
import { type KindCues, kindCuesFile } from './kinds/lexicon.ts';

const words = z.array(z.string()).transform((list) => new Set(list.map((word) => word.toLowerCase())));
const sexes = z.enum(['m', 'f']).nullable();

/** What a head of a post tells beside the post itself; see data/lexicon/titles.yaml. */
export const titleKindSchema = z.enum(['leader', 'office', 'legislator', 'speaker', 'member', 'other']);
export type TitleKind = z.infer<typeof titleKindSchema>;

const titlesSchema = z.strictObject({
  honorifics: z.record(z.string(), sexes),
  ranks: words,
  sovereigns: z.record(z.string(), sexes),
  peers: words,
  heads: z.record(titleKindSchema, words),
  trades: words,
  agents: z.strictObject({ endings: z.array(z.string()).nonempty(), words, not: words }),
  status: z.record(z.enum(['former', 'acting', 'future', 'candidate']), words),
  passing: words,
  abbreviated: z.partialRecord(z.string(), titleKindSchema),
  gendered: z.strictObject({ m: words, f: words }),
  ledBodies: words,
});

const groupHeadsSchema = z.strictObject({
  heads: z.record(groupKindSchema, z.strictObject({ names: words, bare: words })),
  opening: words,
  qualifiers: words,
  government: words,
  common: z.record(groupKindSchema, words),
  owned: z.record(z.string(), groupKindSchema),
  ownedBy: z.strictObject({
    called: z.record(z.string(), groupKindSchema),
    person: z.record(z.string(), groupKindSchema),
    group: z.record(z.string(), groupKindSchema),
    state: z.record(z.string(), groupKindSchema),
  }),
  unnamed: z.strictObject({
    alone: z.record(z.string(), groupKindSchema),
    part: z.record(z.string(), groupKindSchema),
    owners: words,
  }),
  byPost: z.strictObject({ ofParty: words, ofBody: words, described: words }),
  regionalAdjectives: words,
  forms: words,
  posted: words,
  alone: z.record(groupKindSchema, words),
  lowerCase: words,
  seated: words,
  courts: words,
  buildings: words,
  concerned: words,
  members: words,
  chamber: words,
  platforms: words,
  origins: words,
  originsOfPeople: words,
  bodily: z.strictObject({ does: words, acts: words }),
  opens: z.record(groupKindSchema, words),
  numbered: z.record(z.string(), groupKindSchema),
  politics: z.strictObject({
    colleagues: words,
    holds: words,
    people: words,
    stands: words,
    does: words,
    wins: words,
  }),
  crowds: z.strictObject({ uniformed: z.record(z.string(), groupKindSchema), counted: words }),
});

const placeHeadsSchema = z.strictObject({
  heads: z.record(placeKindSchema, words),
  opens: z.partialRecord(placeKindSchema, words),
  opening: words,
  lowerCase: words,
  locative: words,
  motion: words,
  motionNouns: words,
  partNouns: words,
  directions: words,
  abbreviations: z.record(z.string(), z.string()),
  borderNouns: words,
  taken: words,
  ofNouns: words,
  comingNouns: words,
  topical: words,
});

const namePartsSchema = z.strictObject({
  particles: words,
  binding: words,
  kin: words,
  generations: words,
  suffixes: words,
  ambiguousTitles: words,
  titleGivenNames: words,
  wordNames: words,
  ambiguousHeads: words,
  genderedEndings: z.strictObject({ m: z.array(z.string()), f: z.array(z.string()) }),
});

const shortNamesSchema = z.strictObject({ sets: z.array(z.array(z.string()).min(2)) });
const notNamesSchema = z.strictObject({
  heads: words,
  words,
  arms: words,
  vessels: words,
  works: words,
  adjectivesOf: words,
  credits: z.array(z.string()),
  times: words,
});
const metonymsSchema = z.strictObject({
  capitals: z.record(z.string(), z.string()),
  addressing: words,
  shared: z.record(z.string(), z.array(z.string()).length(2)),
  governing: z.strictObject({ verbs: words, owns: words, against: words, of: words }),
});

export const titlesFile: LexiconFile<typeof titlesSchema> = { file: 'titles.yaml', schema: titlesSchema };
export const groupHeadsFile: LexiconFile<typeof groupHeadsSchema> = {
  file: 'group-heads.yaml',
  schema: groupHeadsSchema,
};
export const placeHeadsFile: LexiconFile<typeof placeHeadsSchema> = {
  file: 'place-heads.yaml',
  schema: placeHeadsSchema,
};
export const namePartsFile: LexiconFile<typeof namePartsSchema> = {
  file: 'name-parts.yaml',
  schema: namePartsSchema,
};
export const notNamesFile: LexiconFile<typeof notNamesSchema> = {
  file: 'not-names.yaml',
  schema: notNamesSchema,
};

export const shortNamesFile: LexiconFile<typeof shortNamesSchema> = {
  file: 'short-names.yaml',
  schema: shortNamesSchema,
};

export const metonymsFile: LexiconFile<typeof metonymsSchema> = {
  file: 'metonyms.yaml',
  schema: metonymsSchema,
};

/** The word lists of the name passes. */
export interface NameLexicons {
  readonly titles: z.output<typeof titlesSchema>;
  readonly groupHeads: z.output<typeof groupHeadsSchema>;
  readonly placeHeads: z.output<typeof placeHeadsSchema>;
  readonly nameParts: z.output<typeof namePartsSchema>;
  readonly notNames: z.output<typeof notNamesSchema>;
  readonly shortNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly metonyms: z.output<typeof metonymsSchema>;
  readonly kindCues: KindCues;
  readonly givenNames: ReadonlyMap<string, Sex>;
}

/** Loads the word lists of the name passes. Throws LEXICON_INVALID. */
export function loadNameLexicons(folders: readonly string[] = []): NameLexicons {
  return {
    titles: loadLexicon(titlesFile, folders),
    groupHeads: loadLexicon(groupHeadsFile, folders),
    placeHeads: loadLexicon(placeHeadsFile, folders),
    nameParts: loadLexicon(namePartsFile, folders),
    notNames: loadLexicon(notNamesFile, folders),
    metonyms: loadLexicon(metonymsFile, folders),
    kindCues: loadLexicon(kindCuesFile, folders),
    givenNames: readGivenNames(),
    shortNames: shortNameMap(loadLexicon(shortNamesFile, folders).sets),
  };
}

function shortNameMap(sets: readonly (readonly string[])[]): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  for (const set of sets) {
    for (const name of set) map.set(name, new Set([...(map.get(name) ?? []), ...set]));
  }
  return map;
}
