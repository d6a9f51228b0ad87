import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { opensWithWhere } from '../../dates/attach.ts';
import { argumentsOf } from '../../roles/arguments.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import type { Predication } from '../../roles/predication.ts';
import { placeOf } from '../../roles/setting.ts';
import type { MeetingWords } from '../lexicon.ts';
import { placeAmong, type PlaceSources } from './place-among.ts';

/** How many words back the place that 'there' means may stand. */
const thereReach = 60;

/** 'The two flew to Suva and met there on Monday': the place told last. */
export function there(
  { document, actors }: PlaceSources,
  { trigger, verb }: Predication,
): Entity | undefined {
  const isThere = [trigger, verb].some(
    (token) =>
      token !== null &&
      children(document, token).some(({ lower, deprel }) => lower === 'there' && deprel === 'advmod'),
  );
  if (!isThere) return undefined;
  for (let at = trigger - 1; at >= Math.max(0, trigger - thereReach); at--) {
    const place = actors.place(at);
    if (place !== undefined && /^(?:in|at|to|from|near|for)$/.test(prepositionOf(document, at) ?? ''))
      return place;
  }
  return undefined;
}

/** 'It was raining in Loja when the ministers met': the clause happens where the one above it does. */
function isWhen(document: AnnotatedDocument, verb: Token): boolean {
  return (
    verb.deprel.startsWith('advcl') &&
    children(document, verb.i).some(
      ({ lower, deprel }) => lower === 'when' && /^(?:mark|advmod)/.test(deprel),
    )
  );
}

/** 'When he was in Suva, the minister told Anna Berg …': where somebody is said to have been then. */
export function whereThen(
  { document, actors }: PlaceSources,
  { kind, trigger }: Predication,
): Entity | undefined {
  if (kind !== 'verb') return undefined;
  const there = children(document, trigger, 'advcl').filter(
    (place) =>
      place.upos === 'PROPN' &&
      isWhen(document, place) &&
      child(document, place.i, 'cop') !== undefined &&
      /^(?:in|at)$/.test(prepositionOf(document, place.i) ?? ''),
  );
  return placeAmong(
    actors,
    there.map(({ i }) => i),
  );
}

/** 'flew to Cairo and saw …', 'is in Oslo to meet …': where those who meet have gone, are or will be. */
export function destination(
  { document, actors }: PlaceSources,
  words: MeetingWords,
  predication: Predication,
): Entity | undefined {
  const mover = headOf(document, predication.trigger);
  if (predication.kind !== 'verb' && mover?.upos === 'VERB' && words.motionVerbs.has(mover.lemma)) {
    const { slots } = argumentsOf(document, mover.i);
    const aim = placeAmong(actors, [...(slots.to ?? []), ...(slots.in ?? [])]);
    if (aim !== undefined) return aim;
  }
  const token = document.tokens[predication.verb ?? predication.trigger];
  const governor = token === undefined ? undefined : headOf(document, token.i);
  if (token === undefined || governor === undefined) return undefined;
  const isThere =
    /^(?:acl|advcl|xcomp)/.test(token.deprel) && child(document, governor.i, 'cop') !== undefined;
  if (isThere && governor.upos === 'PROPN' && /^(?:in|at)$/.test(prepositionOf(document, governor.i) ?? ''))
    return placeAmong(actors, [governor.i]);
  const follows = /^(?:conj|advcl|xcomp)/.test(token.deprel) && words.motionVerbs.has(governor.lemma);
  if (!follows && !opensWithWhere(document, token) && !isWhen(document, token)) return undefined;
  const { slots } = argumentsOf(document, governor.i);
  const reached = placeAmong(actors, [...(slots.to ?? []), ...(slots.for ?? [])]);
  return (
    reached ??
    placeOf(document, actors, { ...predication, slots, trigger: governor.i, verb: governor.i }) ??
    beforeWhere({ document, actors }, token)
  );
}

/** 'is due in Tallinn on Friday, where she will meet …': the place told last before 'where'. */
function beforeWhere({ document, actors }: PlaceSources, verb: Token): Entity | undefined {
  const where = children(document, verb.i, 'advmod').find(({ lower }) => lower === 'where');
  const first = document.sentences[verb.sentence]?.first ?? verb.i;
  if (where === undefined) return undefined;
  for (let at = where.i - 1; at >= first; at--) {
    const place = /^(?:in|at|to|into|for)$/.test(prepositionOf(document, at) ?? '')
      ? actors.place(at)
      : undefined;
    if (place?.kind === 'place') return place;
  }
  return undefined;
}
