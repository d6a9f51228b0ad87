import { type AnnotatedDocument, spanOffsets, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { NameTools } from '../names/names.ts';
import { isCapitalised } from '../names/text.ts';
import type { OfficeLexicon } from './office-lexicon.ts';

/** The gazetteer names of parties by lower-cased adjectives: those that mean one everywhere, and those that do where its state's parties are told of. */
type PartyAdjectives = Pick<OfficeLexicon, 'partyAdjectives' | 'partyAdjectivesAtHome'>;

/** Adds the parties that adjectives name, which no name model takes for names: 'Democratic' in 'the Democratic nominee'. */
export function addPartyAdjectives(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  tools: NameTools,
  { partyAdjectives, partyAdjectivesAtHome }: PartyAdjectives,
): void {
  for (const token of document.tokens) {
    const everywhere = entryOf(partyAdjectives, token.lower);
    const name = everywhere ?? entryOf(partyAdjectivesAtHome, token.lower);
    if (name === undefined || !isPartyAdjective(document, table, tools, token)) continue;
    if (everywhere === undefined && !isAtHome(table, tools, name)) continue;
    const party = partyCalled(document, table, tools, name, token);
    if (party !== undefined)
      table.addMention({
        entity: party.id,
        form: 'adjective',
        first: token.i,
        last: token.i,
        head: token.i,
        rule: 'positions.party-adjective',
      });
  }
}

const entryOf = (adjectives: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(adjectives, word) ? adjectives[word] : undefined;

/** Does the article name the party, its state, or another party or a place of that? */
function isAtHome(table: EntityTableBuilder, tools: NameTools, name: string): boolean {
  const country = tools.known.lookup(name)[0]?.entry.country;
  return table.entities.some(
    (entity) =>
      (entity.groupKind === 'party' && entity.name === name) ||
      (country !== undefined && (entity.country === country || entity.gazetteer === country)),
  );
}

/** Capitalised, in no name, and before a common noun, a title or a person. */
function isPartyAdjective(
  { tokens }: AnnotatedDocument,
  table: EntityTableBuilder,
  tools: NameTools,
  token: Token,
): boolean {
  const next = tokens[token.i + 1];
  if (!isCapitalised(token.text) || next === undefined || table.mentionsAt(token.i).length > 0) return false;
  if (next.sentence !== token.sentence) return false;
  const name = table.mentionAt(next.i);
  if (name !== undefined && name.form === 'name') return table.byId(name.entity)?.kind === 'person';
  return !isCapitalised(next.text)
    ? /^(NOUN|ADJ)$/.test(next.upos)
    : tools.titles.postKind(next.lower.replace(/\.$/, '')) !== undefined;
}

function partyCalled(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  tools: NameTools,
  name: string,
  token: Token,
): Entity | undefined {
  const known = table.entities.find((entity) => entity.groupKind === 'party' && entity.name === name);
  const entry = tools.known.lookup(name)[0]?.entry;
  if (known !== undefined || entry === undefined) return known;
  return table.addEntity({
    kind: 'group',
    groupKind: 'party',
    name,
    aliases: [token.text],
    gazetteer: entry.id,
    ...(entry.country === undefined ? {} : { country: entry.country }),
    rule: 'positions.party-adjective',
    confidence: 0.7,
    spans: [spanOffsets(document, { start: token.i, end: token.i + 1 })],
  });
}
