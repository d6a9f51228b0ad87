import { children, predicateAt, type AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { ActorFinder } from './actors.ts';
import { prepositionalSlots } from './arguments.ts';
import { coordinated, prepositionOf } from './coordination.ts';
import type { Predication } from './predication.ts';

/** Prepositions of place, those that name where a thing happens most surely first. */
const placePrepositions = [
  'in',
  'at',
  'outside',
  'near',
  'inside',
  'across',
  'along',
  'on',
  'off',
  'over',
  'around',
  'up',
];

/** The smaller a place, the better it tells where something happened. */
const exactness: Record<string, number> = {
  facility: 4,
  city: 3,
  waters: 2,
  region: 2,
  other: 1,
  country: 0,
};

const lodgingExactness = 2.5;

/** Where something happens: the most exact place that a predication, its clause's verb or its location role names. */
export function placeOf(
  document: AnnotatedDocument,
  actors: ActorFinder,
  predication: Predication,
  prepositions: readonly string[] = placePrepositions,
): Entity | undefined {
  const objects = predication.slots[predication.kind === 'verb' ? 'object' : 'of'] ?? [];
  const inside = objects
    .flatMap((token) => [token, ...children(document, token, 'appos').map(({ i }) => i)])
    .map((token) => prepositionalSlots(document, token));
  const tokens = [
    ...prepositions.flatMap((name) => predication.slots[name] ?? []),
    ...prepositions.flatMap((name) => inside.flatMap((slots) => slots[name] ?? [])),
    ...locationRoles(document, predication).flatMap((token) =>
      isTopic(document, token, prepositions) ? behindTopic(document, token) : [token],
    ),
  ];
  return mostExact(tokens.flatMap((token) => placesAround(document, actors, token)));
}

/** The place that a verb is done to: 'Gao' of 'shelled Gao', 'Djibo' of 'besieged the town of Djibo'. */
export function placeOfObject(
  document: AnnotatedDocument,
  actors: ActorFinder,
  { kind, slots }: Predication,
): Entity | undefined {
  const objects = kind === 'verb' ? (slots.object ?? []) : [];
  return objects
    .flatMap((token) => [token, ...(prepositionalSlots(document, token).of ?? [])])
    .map((token) => actors.place(token))
    .find((place) => place?.kind === 'place');
}

function locationRoles(document: AnnotatedDocument, { trigger, verb }: Predication): number[] {
  return [trigger, verb]
    .flatMap((token) => (token === null ? [] : (predicateAt(document, token)?.args ?? [])))
    .filter(({ role }) => role === 'ARGM-LOC')
    .map(({ head }) => head);
}

/** Prepositions of what is talked about or who takes part: 'a meeting on Sudan' is not there. */
const topical = /^(?:on|over|about|for|against|with|between|of|regarding|concerning)$/;

function isTopic(document: AnnotatedDocument, token: number, prepositions: readonly string[]): boolean {
  const preposition = prepositionOf(document, token) ?? '';
  return topical.test(preposition) && !prepositions.includes(preposition);
}

/** Topics that have a place of their own: 'talks on the war in Gaza' are not there. */
const placedTopics =
  /^(?:war|fight|fighting|conflict|violence|crisis|situation|ceasefire|truce|attack|offensive|siege|unrest|protest|killing|election|peace|coup|fire|aid|hostage|withdrawal|operation|presence|project|plant|clash|shooting|dispute|famine|development|event|reform|rule|human|rights?)$/;

/** 'talks on the canal in Vienna': the tree hangs the place on the topic. */
export function behindTopic(document: AnnotatedDocument, topic: number): number[] {
  if (placedTopics.test(document.tokens[topic]?.lemma ?? '')) return [];
  const { in: inside = [], at = [] } = prepositionalSlots(document, topic);
  return [...inside, ...at];
}

/** How far the place of a place is followed: 'a hotel in the Beyoğlu district of Istanbul'. */
const deepest = 3;

/** The place at a token and those that say where it lies: 'the hotel in Muscat, Oman'. */
function placesAround(document: AnnotatedDocument, actors: ActorFinder, token: number, depth = 0): Entity[] {
  const place = actors.place(token);
  const own = place?.kind === 'place' ? [place] : [];
  if (depth >= deepest) return own;
  const inner = children(document, token).filter(({ deprel }) => deprel === 'nmod' || deprel === 'appos');
  return [
    ...own,
    ...inner
      .flatMap(({ i }) => coordinated(document, i))
      .flatMap((i) => placesAround(document, actors, i, depth + 1)),
  ];
}

/** Where people sleep tells less than the city it stands in, by which others know the place. */
const lodging = /\b(?:hotel|resort|inn|hostel|motel|guest ?house|villa|lodge|retreat)$/i;

/** Is a place one where people sleep? */
export const isLodging = ({ placeKind, name }: Entity): boolean =>
  placeKind !== 'city' && placeKind !== 'country' && lodging.test(name);

/** The most exact of several places, the first where they are alike; a city before the hotel in it. */
export function mostExact(places: readonly Entity[]): Entity | undefined {
  const rank = (place: Entity): number =>
    lodging.test(place.name) ? lodgingExactness : (exactness[place.placeKind ?? 'other'] ?? 1);
  return places.toSorted((a, b) => rank(b) - rank(a))[0];
}
