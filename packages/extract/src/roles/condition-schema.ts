import { groupKindSchema } from '@dragoman/schemas';
import { z } from 'zod';
import { roleVocabulary } from './vocabulary.ts';

/** What '@people', '@troops' … stand for in a list of words (`classes` of roles.yaml); undefined for a plain word. */
export const classOf = (word: string): readonly string[] | undefined =>
  word.startsWith('@') ? roleVocabulary.classes[word.slice(1)] : undefined;

const word = z
  .string()
  .refine(
    (text) => !text.startsWith('@') || classOf(text) !== undefined,
    'no class of words of that name stands in roles.yaml',
  );
const words = z.array(word).nonempty();

/** What must stand beside the trigger for a pattern to match; all of it must hold. */
export const conditionsSchema = z.strictObject({
  /** The verb's particle: 'off' in 'call off'. */
  particle: words.optional(),
  /** As `particle`, and it must not be there: 'fight off', 'shoot up'. */
  particleNot: words.optional(),
  /** A phrase with one of these prepositions: 'on' in 'call on Iran'. */
  preposition: words.optional(),
  /** No phrase with one of these prepositions. */
  withoutPreposition: words.optional(),
  /** Lemma of the head of the object, or of a word that modifies it. */
  object: words.optional(),
  /** As `object`, and it must not be there. */
  objectNot: words.optional(),
  /** Lemma of the head of the subject. */
  subject: words.optional(),
  /** As `subject`, and it must not be there: no 'storm' in 'struck the coast'. */
  subjectNot: words.optional(),
  /** Nothing is in the place of the object. */
  intransitive: z.boolean().optional(),
  /** Lemma of the head of a prepositional phrase, by preposition; one of them must hold. */
  phrase: z.record(z.string(), words).optional(),
  /** As `phrase`, and none of them may hold. */
  phraseNot: z.record(z.string(), words).optional(),
  /** An infinitive, a content clause, one of what is wanted ('that he resign'), any of them, or none hangs on the trigger. */
  complement: z.enum(['infinitive', 'clause', 'subjunctive', 'any', 'none']).optional(),
  /** Lemma of the verb of the infinitive or content clause. */
  complementLemma: words.optional(),
  /** As `complementLemma`, and it must not be there. */
  complementNot: words.optional(),
  /** Auxiliary of the verb of the content clause. */
  complementModal: words.optional(),
  /** The subject of the content clause, or whose it is: 'it' in 'warned that it would leave', 'its' in 'that its members would'. */
  complementSubject: words.optional(),
  /** What the content clause or infinitive tells is done unless something else is: 'would strike if wages were not paid'. */
  complementUnless: z.boolean().optional(),
  /** The object is an entity of this kind. */
  objectKind: z.array(z.enum(['person', 'group', 'place'])).optional(),
  /** The object itself, and not what owns or describes it, is an entity of this kind: no 'assets of Trump' for a person. */
  objectNamed: z.array(z.enum(['person', 'group', 'place'])).optional(),
  /** The subject is an entity of this kind. */
  subjectKind: z.array(z.enum(['person', 'group', 'place'])).optional(),
  /** The subject is no entity of this kind: people who attack one another do it in words. */
  subjectKindNot: z.array(z.enum(['person', 'group', 'place'])).optional(),
  /** An entity of this kind in a prepositional phrase or another slot, by its name; one of them must hold. */
  phraseKind: z.record(z.string(), z.array(z.enum(['person', 'group', 'place']))).optional(),
  /** As `phraseKind`, and none of them may hold. */
  phraseKindNot: z.record(z.string(), z.array(z.enum(['person', 'group', 'place']))).optional(),
  /** The object is a group of this kind: an alliance in 'quit ECOWAS'. */
  objectGroup: z.array(groupKindSchema).optional(),
  /** The subject is a group of this kind. */
  subjectGroup: z.array(groupKindSchema).optional(),
  /** A group of this kind in a prepositional phrase, by preposition; one of them must hold. */
  phraseGroup: z.record(z.string(), z.array(groupKindSchema)).optional(),
  /** Lemma of a verb that hangs on the trigger as a participle: 'attacked her, saying …'. */
  beside: words.optional(),
  /** The infinitive, the content clause or the predicate is negated: 'pleaded not guilty', 'decided not to prosecute'. */
  complementNegated: z.boolean().optional(),
  /** Lemma of the verb that has the noun as its object ('impose' for sanctions): for patterns of nouns. */
  verb: words.optional(),
  /** Words that modify the noun: 'joint' in 'joint exercises'. */
  modifier: words.optional(),
  /** No word that modifies the noun is one of these: 'news' in 'news conference'. */
  modifierNot: words.optional(),
  /** The verb is in the passive. */
  passive: z.boolean().optional(),
});
export type Conditions = z.infer<typeof conditionsSchema>;

/** How particular conditions are: how many things must be there; what must be absent does not count. */
export function weightOf(needs: Conditions | undefined): number {
  return Object.keys(needs ?? {}).filter((name) => !name.endsWith('Not')).length;
}
