import { child, children, spanOffsets, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../../entity-table.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import type { MeetingWords } from '../lexicon.ts';
import { tokensTagged } from '../../word-index.ts';

/** A city as the gazetteer has it. */
export interface KnownCity {
  readonly id: string;
  readonly name: string;
}

/** What is known of states, by their gazetteer ids. */
export interface KnownLands {
  readonly capitalOf: (state: string) => KnownCity | undefined;
  /** The state that an adjective is of: 'Omani'. */
  readonly ofAdjective: (word: string) => string | undefined;
}

/** Prepositions before a place where something happens or where somebody goes. */
const placing = /^(?:in|at|to|inside|outside|near|from|for|towards?)$/;
/** Those that place something at the seat of a body. */
const atSeat = /^(?:in|at|inside|outside)$/;

/**
 * Adds the places that a text means without naming them as places: the capital in 'the Omani capital', the building in 'at
 * the White House', which elsewhere acts. They stay in the extraction only where something is told to happen there.
 */
export function addVenues(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  words: MeetingWords,
  lands: KnownLands,
): void {
  for (const token of tokensTagged(document, 'NOUN')) {
    if (token.lower === 'capital') addCapital(document, table, token, lands);
    else if (towns.test(token.lower)) addTown(document, table, token);
  }
  for (const mention of table.mentions.slice()) {
    const body = table.byId(mention.entity);
    if (body?.kind !== 'group' || mention.form !== 'name' || table.counterpart(body.id) !== undefined)
      continue;
    const isBuilding = words.buildings.has(body.name.toLowerCase().split(/\s+/).at(-1) ?? '');
    if (isBuilding && atSeat.test(prepositionOf(document, mention.head) ?? ''))
      table.pair(body.id, table.addEntity(seatOf(body)).id);
  }
}

/** Words for a town that the text has named. */
const towns = /^(?:town|city|village|port|resort|township|settlement)$/;

/** How many sentences back the name of 'the town' is looked for. */
const townReach = 4;

/** 'met the minister in the town on Wednesday': the town that the text named last. */
function addTown(document: AnnotatedDocument, table: EntityTableBuilder, noun: Token): void {
  if (!atSeat.test(prepositionOf(document, noun.i) ?? '') || table.mentionAt(noun.i) !== undefined) return;
  const below = children(document, noun.i);
  const isBare = below.every(({ deprel }) => /^(?:det|case|punct)$/.test(deprel));
  if (!isBare || child(document, noun.i, 'det')?.lower !== 'the' || isNamed(document, noun)) return;
  const told = table.mentions.findLast(({ head, entity, form }) => {
    const isNear = head < noun.i && noun.sentence - (document.tokens[head]?.sentence ?? 0) <= townReach;
    return isNear && form === 'name' && /^(?:city|other)$/.test(table.byId(entity)?.placeKind ?? '');
  });
  if (told === undefined) return;
  const { i } = noun;
  table.addMention({ entity: told.entity, form: 'nominal', first: i, last: i, head: i, rule: 'venues.town' });
}

function addCapital(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  noun: Token,
  lands: KnownLands,
): void {
  if (!placing.test(prepositionOf(document, noun.i) ?? '') || isNamed(document, noun)) return;
  if (table.mentionHeadedBy(noun.i) !== undefined) return;
  const state =
    describing(document, noun)
      .flatMap((token) => [
        ...table.mentionsAt(token).map(({ entity }) => table.byId(entity)?.gazetteer),
        lands.ofAdjective(document.tokens[token]?.text ?? ''),
      ])
      .find((id) => id?.startsWith('state:') === true) ?? landBefore(document, table, noun);
  const city = state === undefined ? undefined : lands.capitalOf(state);
  if (state === undefined || city === undefined) return;
  const span = spanOffsets(document, { start: noun.i, end: noun.i + 1 });
  const known = table.entities.find(({ gazetteer, kind }) => gazetteer === city.id && kind === 'place');
  const entity =
    known ??
    table.addEntity({
      kind: 'place',
      placeKind: 'city',
      name: city.name,
      aliases: [],
      gazetteer: city.id,
      country: state,
      rule: 'venues.capital',
      confidence: 0.6,
      spans: [span],
    });
  table.addMention({
    entity: entity.id,
    form: 'nominal',
    first: noun.i,
    last: noun.i,
    head: noun.i,
    rule: 'venues.capital',
  });
}

/** How many sentences before 'the capital' its land may be told. */
const landReach = 1;

/** 'talks in Djibouti … at a hotel in the capital': the land told last as a place, where nothing says whose capital it is. */
function landBefore(document: AnnotatedDocument, table: EntityTableBuilder, noun: Token): string | undefined {
  if (child(document, noun.i, 'det')?.lower !== 'the' || describing(document, noun).length > 0)
    return undefined;
  const told = table.mentions.findLast(({ head, entity, form }) => {
    const isNear = head < noun.i && noun.sentence - (document.tokens[head]?.sentence ?? 0) <= landReach;
    const isLand = form === 'name' && table.byId(entity)?.placeKind === 'country';
    return isNear && isLand && placing.test(prepositionOf(document, head) ?? '');
  });
  return told === undefined ? undefined : table.byId(told.entity)?.gazetteer;
}

/** 'the capital, Muscat', 'the capital Muscat' name it themselves. */
const isNamed = (document: AnnotatedDocument, noun: Token): boolean =>
  children(document, noun.i).some(({ deprel, upos }) => upos === 'PROPN' && /^(?:appos|flat)/.test(deprel)) ||
  document.tokens[noun.i + 1]?.upos === 'PROPN';

function describing(document: AnnotatedDocument, noun: Token): number[] {
  const owner = child(document, noun.i, 'nmod:poss');
  const others = children(document, noun.i).filter(
    ({ i, deprel }) =>
      /^(?:amod|compound)/.test(deprel) || (deprel === 'nmod' && prepositionOf(document, i) === 'of'),
  );
  return [...(owner === undefined ? [] : [owner.i]), ...others.map(({ i }) => i)];
}

function seatOf({ id: _id, groupKind: _kind, ...shared }: Entity): Omit<Entity, 'id'> {
  return { ...shared, kind: 'place', placeKind: 'facility', rule: 'venues.seat' };
}
