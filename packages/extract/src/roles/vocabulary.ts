import { z } from 'zod';
import { type LexiconFile, loadLexicon } from '../lexicon/load.ts';

const words = z.array(z.string()).nonempty();

export const roleVocabularySchema = z.strictObject({
  lightVerbs: words,
  sufferingVerbs: words,
  partitives: words,
  occurrenceVerbs: words,
  outbreakVerbs: words,
  attendance: z.strictObject({
    verbs: words,
    prepositions: words,
    anyVerb: words,
    addressing: words,
    bidding: words,
  }),
  namingVerbs: words,
  objectControl: words,
  givingVerbs: words,
  phrasalVerbs: z.record(z.string(), words),
  decidingVerbs: words,
  consentVerbs: words,
  representatives: words,
  people: words,
  classes: z.record(z.string(), words),
  crowds: words,
  chargingVerbs: words,
  speechActs: words,
  helpingVerbs: words,
  releasingVerbs: words,
  documents: words,
  agents: words,
  ownAgents: z.record(z.string(), words),
  privateNouns: words,
  barriers: words,
  whoNever: words,
  offices: words,
  joint: words,
  sources: words,
  modality: z.strictObject({
    planned: words,
    possible: words,
    hypothetical: words,
    required: words,
    plannedVerbs: words,
    possibleVerbs: words,
    possibleWords: words,
    plannedWords: words,
    conditions: words,
    denialVerbs: words,
    cancelVerbs: words,
    cancelPhrases: z.record(z.string(), words),
    failPhrases: z.record(z.string(), words),
    missingVerbs: words,
    hearsayNouns: words,
    hearsayDenials: words,
    agendaNouns: words,
    appearanceVerbs: words,
    reportVerbs: words,
    plannedNouns: words,
    possibleNouns: words,
    requiredNouns: words,
    refusalNouns: words,
    refusalVerbs: words,
    preventionVerbs: words,
    thoughtNouns: words,
    guardWords: words,
    ongoingVerbs: words,
    attemptVerbs: words,
  }),
});
export type RoleVocabulary = z.infer<typeof roleVocabularySchema>;

/** The words of the role pass, for `dragoman lexicon check`. */
export const roleLexicon: LexiconFile<typeof roleVocabularySchema> = {
  file: 'roles.yaml',
  schema: roleVocabularySchema,
};

/** The words of the role pass as shipped. */
export const roleVocabulary: RoleVocabulary = loadLexicon(roleLexicon);

/** A word list as a set, for look-up. */
export const wordSet = (list: readonly string[]): ReadonlySet<string> => new Set(list);

/** The nouns for people, troops included: those who are led away, withdrawn or killed. */
export const anybody: ReadonlySet<string> = wordSet([
  ...roleVocabulary.people,
  ...(roleVocabulary.classes.people ?? []),
  ...(roleVocabulary.classes.troops ?? []),
]);
