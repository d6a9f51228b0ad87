/** Kinds of names that the lists know better than the network, and names that are none. */
import type { Entity, EntityKind } from '../document.ts';
import {
  addFree,
  isCapitalised,
  type NameContext,
  type NameCorrection,
  textOf,
  withKind,
} from './context.ts';

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
  if (entity.end - entity.start === 1 && lists.names.has(key)) return undefined;
  const place = lists.places.entries.get(key)?.kind;
  const isGroup = lists.groups.entries.has(key);
  if (place === 'demonym') return isGroup ? 'ORG' : 'NORP';
  if (place === 'country' || place === 'region' || place === 'city') return 'LOC';
  return isGroup ? 'ORG' : undefined;
}

/** 'Padma Loom Holdings' is an organisation whatever the network took it for; 'Fellow of the Royal Society' is none. */
export const organisationEndings: NameCorrection = (entities, { tokens, lexicon }) =>
  entities.map((entity) => {
    if (entity.kind !== 'MISC' || entity.end - entity.start < 2) return entity;
    if (tokens.slice(entity.start, entity.end).some((token) => token.upos === 'ADP' || token.upos === 'PART'))
      return entity;
    return lexicon.organisationEndings.has(tokens[entity.end - 1]?.lower ?? '')
      ? withKind(entity, 'ORG', 'organisation ending')
      : entity;
  });

/** Acronyms of listed bodies that the network passed over: 'E.U.'. */
export const listedMissing: NameCorrection = (entities, context) => {
  const { tokens, lists } = context;
  const added: Entity[] = [];
  for (const token of tokens) {
    if (token.upos !== 'PROPN' && token.upos !== 'NOUN' && token.upos !== 'ADJ') continue;
    if (!isCapitalised(token) || lists.names.has(token.lower)) continue;
    const isAcronym = !/\p{Ll}/u.test(token.text) && token.text.length > 1;
    if (isAcronym && lists.groups.entries.has(token.lower))
      added.push({ kind: 'ORG', start: token.i, end: token.i + 1, by: 'listed' });
  }
  return addFree(entities, added);
};
