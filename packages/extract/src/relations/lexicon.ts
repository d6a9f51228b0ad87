import { relationTypeSchema } from '@dragoman/schemas';
import { z } from 'zod';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';
import { onceEach } from '../collections.ts';

const words = z.array(z.string()).nonempty();

const patternSchema = z
  .strictObject({
    type: relationTypeSchema,
    verbs: words.optional(),
    nouns: words.optional(),
    adjectives: words.optional(),
    /** 'over' in 'took over'. */
    particle: z.string().optional(),
    from: words,
    to: words,
    /** Words of which one must stand right before the noun: 'chief' before 'executive'. */
    after: words.optional(),
    /** Does the noun follow its owner with no word between: 'whose president', not 'whose vice president'? */
    alone: z.boolean().optional(),
    /** Lemmas of which the object must be one; `money` asks for an amount of money. */
    object: z.union([z.literal('money'), words]).optional(),
    /** An amount that must stand beside the verb, in whatever slot. */
    with: z.literal('money').optional(),
    /** Lemmas of which the phrase with 'with' must be one. */
    withPhrase: words.optional(),
    /** Lemmas of which the phrase with 'in' must be one. */
    inPhrase: words.optional(),
    /** Slots with which the word means something else: 'leave X with', 'operate flights from'. */
    without: words.optional(),
    /** Kinds, or kinds of group, of which `from` must be one: person, group, state. */
    fromKinds: words.optional(),
    /** Kinds of group or place of which `to` must be one. */
    toKinds: words.optional(),
    /** Membership and the like that is over: told as denied. */
    ended: z.boolean().optional(),
    /** Only where it is told as a fact, by a finite verb: 'endorsed', not 'a plan to endorse'. */
    told: z.boolean().optional(),
    /** Both ends must be people, or both groups. */
    same: z.boolean().optional(),
    examples: words,
  })
  .refine(
    ({ verbs, nouns, adjectives }) =>
      [verbs, nouns, adjectives].filter((list) => list !== undefined).length === 1,
    {
      error: 'give one of verbs, nouns and adjectives',
    },
  );

const relationsSchema = z.strictObject({
  patterns: z.array(patternSchema),
  kin: z.array(z.string()).transform((list) => new Set(list)),
  money: z.array(z.string()).transform((list) => new Set(list)),
  accusing: z.array(z.string()).transform((list) => new Set(list)),
  denying: z.array(z.string()).transform((list) => new Set(list)),
  denied: z.array(z.string()).transform((list) => new Set(list)),
  compounds: z
    .record(relationTypeSchema, z.array(z.string()))
    .transform(
      (byType) =>
        new Map(Object.entries(byType).flatMap(([type, list]) => list.map((word) => [word, type] as const))),
    ),
  bodies: z.array(z.string()).transform((list) => new Set(list)),
  partTitles: z.array(z.string()).transform((list) => new Set(list)),
  placeNouns: z.array(z.string()).transform((list) => new Set(list)),
  firms: z.array(z.string()).transform((list) => new Set(list)),
  houses: z.array(z.string()).transform((list) => new Set(list)),
  quarters: z.array(z.string()).transform((list) => new Set(list)),
  partyOutsiders: z.array(z.string()).transform((list) => new Set(list)),
});

export const relationsFile: LexiconFile<typeof relationsSchema> = {
  file: 'relations.yaml',
  schema: relationsSchema,
};

export type RelationPattern = z.output<typeof patternSchema>;
export type RelationLexicon = z.output<typeof relationsSchema>;

/** Loads the patterns of relations. Throws LEXICON_INVALID. */
export function loadRelationLexicon(folders: readonly string[] = []): RelationLexicon {
  return loadLexicon(relationsFile, folders);
}

/** The patterns by the word that triggers them: by its part of speech as the tree has it, then by its lower-cased lemma. */
export interface PatternTriggers {
  readonly VERB: ReadonlyMap<string, readonly RelationPattern[]>;
  readonly NOUN: ReadonlyMap<string, readonly RelationPattern[]>;
  readonly ADJ: ReadonlyMap<string, readonly RelationPattern[]>;
}

/** The patterns of a lexicon by what triggers them. Made once for each lexicon. */
export const patternsByTrigger: (lexicon: RelationLexicon) => PatternTriggers = onceEach((lexicon) => ({
  VERB: byLemmaOf(lexicon, ({ verbs }) => verbs),
  NOUN: byLemmaOf(lexicon, ({ nouns }) => nouns),
  ADJ: byLemmaOf(lexicon, ({ adjectives }) => adjectives),
}));

function byLemmaOf(
  { patterns }: RelationLexicon,
  lemmasOf: (pattern: RelationPattern) => readonly string[] | undefined,
): ReadonlyMap<string, readonly RelationPattern[]> {
  const index = new Map<string, RelationPattern[]>();
  for (const pattern of patterns)
    for (const lemma of lemmasOf(pattern) ?? []) index.set(lemma, [...(index.get(lemma) ?? []), pattern]);
  return index;
}
