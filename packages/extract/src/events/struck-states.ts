import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { stateById } from '../entity-table.ts';
import { anybody } from '../roles/vocabulary.ts';
import type { EventMention } from './find.ts';

/** 'Kyrgyz drones hit a depot near Isfara': the state whose land another one strikes, where no people are told to be struck. */
export function stateStruck(
  document: AnnotatedDocument,
  table: EntityTable,
  { type, actors, place, targetTokens }: EventMention,
  stateOf: (actor: string) => string | undefined,
): string[] | undefined {
  if (type !== 'ASSAULT' || place === null) return undefined;
  if (targetTokens.some((token) => anybody.has(document.tokens[token]?.lemma ?? ''))) return undefined;
  const struck = countryOf(table.byId(place));
  const homes = actors.map((actor) => countryOf(table.byId(stateOf(actor) ?? actor)));
  if (struck === undefined || homes.some((home) => home === undefined || home === struck)) return undefined;
  const state = stateById(table, struck);
  return state === undefined ? undefined : [state.id];
}

/** The gazetteer's id of the country that an entity is or lies in. */
const countryOf = (entity: Entity | undefined): string | undefined =>
  entity?.groupKind === 'state' || entity?.placeKind === 'country' ? entity.gazetteer : entity?.country;
