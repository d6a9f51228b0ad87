import { z } from 'zod';
import { loadLexicon, type LexiconFile } from '../lexicon/load.ts';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

const cuesSchema = z.strictObject({
  verbs: z.strictObject({ speech: words, withIt: words, attitude: words, judgement: words }),
  nouns: words,
  prepositional: z.array(z.array(z.string()).nonempty()),
  courses: words,
  spokes: words,
  papers: words,
  things: words,
  bodies: words,
  people: words,
  epithets: z.strictObject({ any: words, men: words, women: words }),
  standsFor: z.record(z.string(), z.array(z.string())),
  examples: z.array(z.strictObject({ sentence: z.string(), cue: z.string(), source: z.string() })),
});

/** The words that attribute a passage to somebody; see data/lexicon/cues.yaml. */
export type CueLexicon = z.output<typeof cuesSchema>;

export const cuesFile: LexiconFile<typeof cuesSchema> = { file: 'cues.yaml', schema: cuesSchema };

/** Loads the cues, with those of a user's own folders. Throws LEXICON_INVALID. */
export function loadCueLexicon(folders: readonly string[] = []): CueLexicon {
  return loadLexicon(cuesFile, folders);
}

/** What a cue verb reports: words, a thought, or a judgement; undefined for any other lemma. */
export function verbKind(
  lexicon: CueLexicon,
  lemma: string,
): 'speech' | 'attitude' | 'judgement' | undefined {
  if (lexicon.verbs.speech.has(lemma)) return 'speech';
  if (lexicon.verbs.judgement.has(lemma)) return 'judgement';
  return lexicon.verbs.attitude.has(lemma) ? 'attitude' : undefined;
}
