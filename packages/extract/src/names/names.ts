import type { ExtractionContext } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import { collectSpans } from './candidates/collect.ts';
import { withDirection } from './candidates/directions.ts';
import { addGroupsAndPlaces } from './references/groups.ts';
import { HeadWords } from './head-words.ts';
import type { KnownNames } from './known-names.ts';
import { loadNameLexicons, type NameLexicons } from './lexicons.ts';
import type { SpanTools } from './candidates/model-spans.ts';
import { withPeoples } from './references/peoples.ts';
import { addPersons } from './references/persons.ts';
import { settleKinds } from './kinds/settle.ts';
import { addStateNominals } from './references/states.ts';
import { TitleReader } from './title-words.ts';

/** What the name pass works with, made once. */
export interface NameTools extends SpanTools {
  readonly lexicons: NameLexicons;
}

/** Loads the word lists. `folders` are a user's own lexicons. Throws LEXICON_INVALID. */
export function createNameTools(known: KnownNames, folders: readonly string[] = []): NameTools {
  const lexicons = loadNameLexicons(folders);
  return { known, lexicons, heads: new HeadWords(lexicons), titles: new TitleReader(lexicons) };
}

/** The name pass: fills the table with the people, groups and places an article names. */
export function readNames(context: ExtractionContext, table: EntityTableBuilder, tools: NameTools): void {
  const { document } = context;
  const settled = settleKinds(document, collectSpans(document, tools), tools).flatMap((span) =>
    withDirection(document, span, tools),
  );
  const spans = withPeoples(document, settled, tools);
  addPersons(document, spans, table, tools.lexicons, tools.titles);
  addGroupsAndPlaces(document, spans, table, tools);
  addStateNominals(document, table, tools.lexicons);
}
