import type { LexiconExample } from '../lexicon/check.ts';
import type { RelationLexicon } from './lexicon.ts';
import { patternRelations } from './patterns.ts';
import { relationalNouns } from './relational-nouns.ts';
import type { RelationSources } from './source.ts';

/** The examples of the relation patterns, each to be found by its own pattern alone. `read` parses a sentence as the pass would see it. */
export function* relationExamples(
  lexicon: RelationLexicon,
  read: (sentence: string) => Omit<RelationSources, 'lexicon'>,
): Iterable<LexiconExample> {
  for (const [index, pattern] of lexicon.patterns.entries()) {
    for (const sentence of pattern.examples) {
      const only: RelationLexicon = { ...lexicon, patterns: [pattern] };
      yield {
        place: `patterns.${index}`,
        sentence,
        matches: () => {
          const sources = { ...read(sentence), lexicon: only };
          return patternRelations(sources).length > 0 || relationalNouns(sources).length > 0;
        },
      };
    }
  }
}
