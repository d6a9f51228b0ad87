/** Kinds of names that the lists know better than the network, and names that are none. */
import type { Entity, EntityKind, Token } from '../document.ts';
import type { FeatureLists } from '../model/lists.ts';
import { addFree, type NameContext, type NameCorrection, textOf, withKind } from './context.ts';

/** Weekdays and months are no names. */
export const dropTimes: NameCorrection = (entities, { tokens, lexicon }) =>
  entities.filter(
    ({ start, end }) => !(end - start === 1 && lexicon.timeWords.has(tokens[start]?.lower ?? '')),
  );

/** States, nationalities and bodies read as persons are set right, where the name is no given or family name. */
export const knownKinds: NameCorrection = (entities, context) =>
  entities.map((entity) => {
    const kind = listedKind(entity, context);
    if (kind === undefined || kind === entity.kind) return entity;
    // Neither is a body or a nationality a place where its name is none: 'UN', 'Houthis'.
    return entity.kind === 'PER' || entity.kind === 'LOC' ? withKind(entity, kind, 'listed') : entity;
  });

function listedKind(entity: Entity, context: NameContext): EntityKind | undefined {
  const { lists } = context;
  const key = textOf(context, entity);
  const isSingle = entity.end - entity.start === 1;
  if (isSingle && isListedAcronym(context.tokens[entity.start], lists)) return 'ORG';
  if (isSingle && lists.names.has(key)) return undefined;
  const place = lists.places.entries.get(key)?.kind;
  const isGroup = lists.groups.entries.has(key);
  if (place === 'demonym') return isGroup ? 'ORG' : 'NORP';
  if (place === 'country' || place === 'region' || place === 'city') return 'LOC';
  return isGroup ? 'ORG' : undefined;
}

/** 'Padma Loom Holdings' is an organisation whatever the network took it for; 'Fellow of the Royal Society' is none, 'Margaret Court' a person. */
export const organisationEndings: NameCorrection = (entities, { tokens, lexicon, lists }) =>
  entities.map((entity) => {
    if ((entity.kind !== 'MISC' && entity.kind !== 'PER') || entity.end - entity.start < 2) return entity;
    if (entity.kind === 'PER' && isGivenName(tokens[entity.start], lists)) return entity;
    if (tokens.slice(entity.start, entity.end).some((token) => token.upos === 'ADP' || token.upos === 'PART'))
      return entity;
    return lexicon.organisationEndings.has(tokens[entity.end - 1]?.lower ?? '')
      ? withKind(entity, 'ORG', 'organisation ending')
      : entity;
  });

function isGivenName(token: Token | undefined, lists: FeatureLists): boolean {
  const kind = lists.names.get(token?.lower ?? '')?.kind;
  return kind === 'first' || kind === 'both';
}

/** 'the Assad regime': the ruler's name and what is called by it are one body. */
export const ruledBodies: NameCorrection = (entities, { tokens, lexicon }) =>
  entities.map((entity) => {
    const body = tokens[entity.end];
    const last = tokens[entity.end - 1];
    const isRuler = entity.kind === 'PER' || entity.kind === 'MISC';
    if (!isRuler || entity.end - entity.start > 2 || body === undefined || last?.head !== body.i)
      return entity;
    return lexicon.ruledBodies.has(body.lower)
      ? { kind: 'ORG', start: entity.start, end: entity.end + 1, by: 'ruled body' }
      : entity;
  });

/** 'in Qamenas' read as a person, there and elsewhere in the text: a place, unless it is a name that people bear or mostly stands otherwise. */
export const placesByPreposition: NameCorrection = (entities, context) => {
  const { tokens, lexicon, lists } = context;
  const seen = new Map<string, { placed: number; all: number }>();
  for (const entity of entities) {
    if (entity.kind !== 'PER') continue;
    const key = textOf(context, entity);
    const counts = seen.get(key) ?? { placed: 0, all: 0 };
    counts.all++;
    const before = tokens[entity.start - 1];
    const isPlaced = before?.upos === 'ADP' && lexicon.placePrepositions.has(before.lower);
    const isBorne =
      entity.end - entity.start === 1 ? lists.names.has(key) : isGivenName(tokens[entity.start], lists);
    if (isPlaced && !isBorne) counts.placed++;
    seen.set(key, counts);
  }
  return entities.map((entity) => {
    const counts = entity.kind === 'PER' ? seen.get(textOf(context, entity)) : undefined;
    return counts !== undefined && counts.placed > 0 && 2 * counts.placed >= counts.all
      ? withKind(entity, 'LOC', 'preposition of place')
      : entity;
  });
};

/** A listed body in up to five capitals ('NATO'), whatever other names are spelt like it. */
function isListedAcronym(token: Token | undefined, lists: FeatureLists): boolean {
  return (
    token !== undefined &&
    /^\p{Lu}[\p{Lu}.&+]{1,5}$/u.test(token.text) &&
    lists.groups.entries.has(token.lower)
  );
}

/** Acronyms of listed bodies that the network passed over: 'E.U.'. */
export const listedMissing: NameCorrection = (entities, { tokens, lists }) => {
  const missed = tokens.filter(
    (token) => isTaggable(token) && isListedAcronym(token, lists) && !lists.names.has(token.lower),
  );
  return addFree(
    entities,
    missed.map((token) => ({ kind: 'ORG', start: token.i, end: token.i + 1, by: 'listed' })),
  );
};

const isTaggable = ({ upos }: Token): boolean => upos === 'PROPN' || upos === 'NOUN' || upos === 'ADJ';
