import type { LexiconExample } from '../lexicon/check.ts';
import { eventLexiconSchema, indexPatterns, type EventPattern } from './lexicon.ts';
import { findEvents, type EventSources } from './find.ts';

/** Reads a sentence as the event pass would: parse, names, roles and times. */
export type ReadSentence = (sentence: string) => EventSources;

/** The examples of the event patterns, each to be found by its own pattern alone. */
export function* eventExamples(data: unknown, read: ReadSentence): Iterable<LexiconExample> {
  const { patterns } = eventLexiconSchema.parse(data);
  for (const [index, pattern] of patterns.entries()) {
    for (const sentence of pattern.examples) {
      yield { place: `patterns.${index}`, sentence, matches: () => isFound(pattern, read(sentence)) };
    }
  }
}

function isFound(pattern: EventPattern, sources: EventSources): boolean {
  const lexicon = indexPatterns([pattern]);
  return findEvents({ ...sources, lexicon }).length > 0;
}
