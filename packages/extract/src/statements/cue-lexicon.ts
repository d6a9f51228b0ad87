import { z } from 'zod';
import { nominalsFile } from '../coreference/lexicon.ts';
import { groupedBy } from '../collections.ts';
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
  epithets: z.strictObject({ any: words, men: words, women: words, titles: words }),
  examples: z.array(z.strictObject({ sentence: z.string(), cue: z.string(), source: z.string() })),
});

/** The words that attribute a passage to somebody; see data/lexicon/cues.yaml. */
export interface CueLexicon extends z.output<typeof cuesSchema> {
  /** Which descriptions a noun may take up, as coreference has it: 'the congressman' for 'Rep. X'. */
  readonly standsFor: Readonly<Record<string, readonly string[]>>;
}

export const cuesFile: LexiconFile<typeof cuesSchema> = { file: 'cues.yaml', schema: cuesSchema };

/** Loads the cues, with those of a user's own folders. Throws LEXICON_INVALID. */
export function loadCueLexicon(folders: readonly string[] = []): CueLexicon {
  const { standsFor } = loadLexicon(nominalsFile, folders);
  return { ...loadLexicon(cuesFile, folders), standsFor };
}

type Phrases = CueLexicon['prepositional'];
const openings = new WeakMap<Phrases, ReadonlyMap<string, Phrases>>();

/** The prepositional phrases ('according to') that begin with a lower-cased word. */
export function phrasesOpening({ prepositional }: CueLexicon, word: string): Phrases | undefined {
  let byWord = openings.get(prepositional);
  if (byWord === undefined)
    openings.set(prepositional, (byWord = groupedBy(prepositional, ([first]) => first ?? '')));
  return byWord.get(word);
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

/** Endings of nouns for people. */
const AGENT = /(?:er|or|ist|ian|man|woman|ee|crat|mate|folk|logist)$/;

/** Is a noun (its lemma) one for somebody? */
export function isPersonal({ spokes, epithets, standsFor, people }: CueLexicon, lemma: string): boolean {
  if (spokes.has(lemma) || people.has(lemma) || Object.hasOwn(standsFor, lemma)) return true;
  const { any, men, women } = epithets;
  return any.has(lemma) || men.has(lemma) || women.has(lemma) || AGENT.test(lemma);
}
