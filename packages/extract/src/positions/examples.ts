import type { ExtractionContext } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { LexiconExample } from '../lexicon/check.ts';
import type { NameTools } from '../names/names.ts';
import { postsByVerb, type PositionVerbs, titlesByVerb } from './verbs.ts';

/** The examples of the verbs of positions, each to be found by its own pattern alone. */
export function* positionExamples(
  lexicon: PositionVerbs,
  names: NameTools,
  read: (sentence: string) => { context: ExtractionContext; table: EntityTableBuilder },
): Iterable<LexiconExample> {
  for (const [index, pattern] of lexicon.patterns.entries()) {
    const only: PositionVerbs = { patterns: [pattern] };
    const matches = (): boolean => {
      const { context, table } = read(pattern.example);
      const titles = { document: context.document, table, reader: names.titles, lexicons: names.lexicons };
      const persons = table.mentions.filter((mention) => table.byId(mention.entity)?.kind === 'person');
      return persons.some(
        (person) =>
          titlesByVerb(titles, person, only).length + postsByVerb(context.document, person, only).length > 0,
      );
    };
    yield { place: `patterns.${index}`, sentence: pattern.example, matches };
  }
}
