import { eventTypeSchema } from '@dragoman/schemas';
import { z } from 'zod';
import { byLemma } from '../lexicon/by-lemma.ts';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';
import { conditionsSchema, weightOf } from '../roles/condition-schema.ts';

const words = z.array(z.string()).nonempty();

/** A pattern: which words tell which kind of event, who of those around them acts and who is acted on. */
export const eventPatternSchema = z.strictObject({
  root: eventTypeSchema,
  /** The finer kind, free to name: 'arrest', 'air-strike'. */
  mode: z.string().optional(),
  verbs: words.optional(),
  nouns: words.optional(),
  /** Predicative adjectives: 'critical' in 'is critical of Hungary'. Their slots are those of nouns. */
  adjectives: words.optional(),
  needs: conditionsSchema.optional(),
  /** Slots that hold the actor, the first that names one counts; default subject for verbs. */
  actor: words.optional(),
  /** Slots that hold the target. */
  target: z.array(z.string()).optional(),
  /** Actor and target do it to each other: both become actors ('agreed with'). */
  mutual: z.boolean().optional(),
  /** Only where both actor and target are named. */
  both: z.boolean().optional(),
  /** What a negated trigger is: dropped, kept as denied, or another root. */
  negated: z.union([z.enum(['drop', 'deny']), eventTypeSchema]).optional(),
  /** The status where the text does not say otherwise: 'planned' for promised aid. */
  status: z.enum(['held', 'ongoing', 'planned', 'possible']).optional(),
  /** Sentences that the pattern must match: `dragoman lexicon check` reads them. */
  examples: words,
});
export type EventPattern = z.infer<typeof eventPatternSchema>;

export const eventLexiconSchema = z.strictObject({
  patterns: z.array(eventPatternSchema).nonempty(),
  /** Words that judge, for what people are quoted with. */
  evaluations: z.strictObject({
    negative: words,
    positive: words,
    /** Words that praise only where they are somebody's name for a thing: 'a “huge win”'. */
    praise: words,
    /** Words of a quoted name that judges nothing: 'a “routine” visit'. */
    plain: words,
    misdeeds: words,
    lapses: words,
    harms: words,
    backing: words,
    backed: words,
    opposing: words,
    /** What a claim is called by whoever rejects it: 'called that false'. */
    untrue: words,
  }),
  /** Verbs of what nobody decides on: 'will not happen' is no refusal. */
  unwilled: words,
  /** Nouns for those who act though the article does not name them: 'the inquiry', 'a jury'. */
  bodies: words,
  implied: z.strictObject({
    /** What a refused thing answers: 'offer' an event of AID. */
    answers: z.record(z.string(), z.array(eventTypeSchema).nonempty()),
    /** Roots that are aimed at somebody even where no target is told. */
    directed: z.array(eventTypeSchema).nonempty(),
  }),
});
export type EventLexiconData = z.infer<typeof eventLexiconSchema>;
export type Evaluations = z.infer<typeof eventLexiconSchema>['evaluations'];
export type ImpliedTargets = z.infer<typeof eventLexiconSchema>['implied'];

/** The roots with patterns, in the order in which patterns with as many conditions are tried. */
const roots: readonly EventPattern['root'][] = [
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'REJECT',
  'ACCUSE',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
];

/** The event patterns, for `dragoman lexicon check` and the event pass. */
export const eventLexiconFile: LexiconFile<typeof eventLexiconSchema> = {
  file: 'events.yaml',
  parts: [...roots.map((root) => `events/${root.toLowerCase()}.yaml`), 'events/evaluations.yaml'],
  schema: eventLexiconSchema,
};

/** A pattern with its place among those of its root, which names its rule. */
export interface NumberedPattern {
  readonly pattern: EventPattern;
  /** 'event.accuse.12': the twelfth of that root. */
  readonly rule: string;
  /** How many conditions it has: the pattern with more of them is tried first. */
  readonly weight: number;
}

/** The patterns by the lemma of their trigger, the most particular first; those of adjectives stand with the nouns'. */
export interface EventLexicon {
  readonly verbs: ReadonlyMap<string, readonly NumberedPattern[]>;
  readonly nouns: ReadonlyMap<string, readonly NumberedPattern[]>;
  readonly evaluations: Evaluations;
  readonly unwilled: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly implied: ImpliedTargets;
}

/** Reads the event patterns: the shipped ones, joined with those of the folders given. */
export function readEventLexicon(folders: readonly string[] = []): EventLexicon {
  return indexPatterns(loadLexicon(eventLexiconFile, folders));
}

/** The patterns with their rules and weights. */
export function numberPatterns(patterns: readonly EventPattern[]): NumberedPattern[] {
  const counts = new Map<string, number>();
  return patterns.map((pattern) => {
    const place = (counts.get(pattern.root) ?? 0) + 1;
    counts.set(pattern.root, place);
    return {
      pattern,
      rule: `event.${pattern.root.toLowerCase()}.${place}`,
      weight: weightOf(pattern.needs),
    };
  });
}

/** Orders patterns for look-up. */
export function indexPatterns({
  patterns,
  evaluations,
  unwilled,
  bodies,
  implied,
}: EventLexiconData): EventLexicon {
  const numbered = numberPatterns(patterns);
  const verbs = byLemma(numbered, ({ pattern }) => pattern.verbs ?? []);
  const nouns = byLemma(numbered, ({ pattern }) => [...(pattern.nouns ?? []), ...(pattern.adjectives ?? [])]);
  return { verbs, nouns, evaluations, unwilled: new Set(unwilled), bodies: new Set(bodies), implied };
}

let shipped: EventLexicon | undefined;

/** The shipped patterns, read once. */
export function eventLexicon(): EventLexicon {
  return (shipped ??= readEventLexicon());
}
