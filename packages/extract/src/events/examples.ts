import type { LexiconExample } from '../lexicon/check.ts';
import { eventLexiconSchema, indexPatterns, numberPatterns, type EventLexicon } from './lexicon.ts';
import { findEvents, type EventSources } from './find.ts';

/** Reads a sentence as the event pass would: parse, names, roles and times. */
export type ReadSentence = (sentence: string) => EventSources;

/** The examples of the event patterns, each to be found by its own pattern alone. */
export function* eventExamples(data: unknown, read: ReadSentence): Iterable<LexiconExample> {
  const lexicon = eventLexiconSchema.parse(data);
  for (const { pattern, rule } of numberPatterns(lexicon.patterns)) {
    const alone = indexPatterns({ ...lexicon, patterns: [pattern] });
    for (const sentence of pattern.examples) {
      yield { place: rule, sentence, matches: () => isFound(alone, read(sentence)) };
    }
  }
}

function isFound(lexicon: EventLexicon, sources: EventSources): boolean {
  return findEvents({ ...sources, lexicon }).length > 0;
}
