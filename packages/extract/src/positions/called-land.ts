import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { FoundTitle } from './found-title.ts';
import { governmentOf } from './government-of-place.ts';

/** Nouns for a land and the kinds of place they mean. */
const kindsOf: Readonly<Record<string, RegExp>> = {
  country: /^country$/,
  nation: /^country$/,
  republic: /^country$/,
  kingdom: /^country$/,
  emirate: /^country$/,
  state: /^(region|country)$/,
  province: /^region$/,
  region: /^region$/,
  county: /^(region|city)$/,
  canton: /^region$/,
  territory: /^region$/,
  prefecture: /^region$/,
  city: /^city$/,
  town: /^city$/,
  municipality: /^city$/,
  village: /^city$/,
  port: /^city$/,
  capital: /^city$/,
};

/** How many sentences back the name of a land may stand. */
const reach = 3;

/**
 * The state, or the government of the region or town, that the noun of an owner means: "the country's envoy", "the state's culture
 * minister". It is the one of its kind in the nearest sentence that names any; undefined where that names several.
 */
export function calledLand(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  found: FoundTitle,
): Entity | undefined {
  const noun = found.phrase.ownerWords[0] ?? '';
  const kinds = Object.hasOwn(kindsOf, noun) ? kindsOf[noun] : undefined;
  if (kinds === undefined) return undefined;
  const only =
    landNamed(document, table, found, kinds, true) ?? landNamed(document, table, found, kinds, false);
  if (only?.kind !== 'place') return only;
  return governmentOf(table, { ...found, phrase: { ...found.phrase, owner: only.id, link: 'possessive' } });
}

/** The one land of a kind that the nearest sentence names, as a subject or anywhere. */
function landNamed(
  document: AnnotatedDocument,
  table: EntityTable,
  { phrase }: FoundTitle,
  kinds: RegExp,
  asSubject: boolean,
): Entity | undefined {
  const sentence = document.tokens[phrase.first]?.sentence ?? 0;
  for (let distance = 0; distance <= reach; distance++) {
    const lands = table.mentions.flatMap(({ entity: id, first, head, form }) => {
      const token = document.tokens[head];
      const isNear = sentence - (token?.sentence ?? 0) === distance && first < phrase.first;
      if (!isNear || form === 'pronoun' || (asSubject && token?.deprel.startsWith('nsubj') !== true))
        return [];
      const entity = table.byId(id);
      const kind = entity?.groupKind === 'state' ? 'country' : (entity?.placeKind ?? '');
      if (entity === undefined || !kinds.test(kind)) return [];
      return [entity.placeKind === 'country' ? (table.counterpart(entity.id) ?? entity) : entity];
    });
    const [only, other] = new Map(lands.map((land) => [land.id, land])).values();
    if (only !== undefined) return other === undefined ? only : undefined;
  }
  return undefined;
}
