import type { LexiconExample } from '../lexicon/check.ts';
import { findMeetings, type MeetingSources } from './mentions/find.ts';
import { indexMeetingPatterns, meetingLexiconSchema, type MeetingLexicon } from './lexicon.ts';

/** Reads a sentence as the meeting pass would: parse, names, posts, roles and times. */
export type ReadMeetingSentence = (sentence: string) => MeetingSources;

/** The examples of the meeting patterns, each to be found by its own pattern alone. */
export function* meetingExamples(data: unknown, read: ReadMeetingSentence): Iterable<LexiconExample> {
  const lexicon = meetingLexiconSchema.parse(data);
  for (const [index, pattern] of lexicon.patterns.entries()) {
    const alone = indexMeetingPatterns({ ...lexicon, patterns: [pattern] });
    for (const sentence of pattern.examples) {
      yield { place: `patterns.${index}`, sentence, matches: () => isFound(alone, read(sentence)) };
    }
  }
}

function isFound(lexicon: MeetingLexicon, sources: MeetingSources): boolean {
  return findMeetings({ ...sources, lexicon }).length > 0;
}
