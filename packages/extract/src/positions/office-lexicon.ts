import { z } from 'zod';
import type { LexiconFile } from '../lexicon/load.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const phrases = z.array(z.string()).nonempty();

/** A class of posts and the bodies that have them: by their kind, by a word in their names, or by either. */
const bodyOfPostsSchema = z.strictObject({
  /** Phrases of the title, wherever in it they stand. */
  titles: phrases.optional(),
  /** Titles as a whole. */
  wholeTitles: phrases.optional(),
  kinds: phrases.optional(),
  names: phrases.optional(),
});
export type BodyOfPosts = z.output<typeof bodyOfPostsSchema>;

const officesSchema = z.strictObject({
  offices: z.record(z.string(), z.union([z.string().transform((name) => [name]), z.array(z.string())])),
  national: words,
  holders: z.record(z.string(), words),
  federations: words,
  administration: z.string(),
  courts: words,
  shared: words,
  partyAdjectives: z.record(z.string(), z.string()),
  partyAdjectivesAtHome: z.record(z.string(), z.string()),
  nominees: z.record(z.string(), z.array(z.string())),
  bodiesOfPosts: z.array(bodyOfPostsSchema),
});

/** The offices whose body goes without saying, and what else tells it: `offices.yaml`. */
export const officesFile: LexiconFile<typeof officesSchema> = { file: 'offices.yaml', schema: officesSchema };
export type OfficeLexicon = z.output<typeof officesSchema>;
