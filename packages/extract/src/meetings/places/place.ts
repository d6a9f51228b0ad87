import { child, children, headOf, type AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { argumentsOf, prepositionalSlots } from '../../roles/arguments.ts';
import type { Predication } from '../../roles/predication.ts';
import { behindTopic, placeOf } from '../../roles/setting.ts';
import type { MeetingPattern, MeetingWords } from '../lexicon.ts';
import { isMooted } from '../mentions/manner.ts';
import { isPoint, placeAmong, type PlaceSources } from './place-among.ts';
import { behindClause } from './place-behind.ts';
import { destination, there, whereThen } from './place-gone-to.ts';

/** Prepositions of the place of a meeting; 'on' and 'over' name what it is about. */
const meetingPrepositions = ['in', 'at', 'outside', 'near', 'inside'];

/**
 * Where a meeting is: the place visited, the place its phrases name, a city before the noun ('the Warsaw summit'), the
 * place planned for it, or where those who meet have just gone ('flew to Cairo and saw …'). A land that is met with is none.
 */
export function placeOfMeeting(
  sources: PlaceSources,
  words: MeetingWords,
  whole: Predication,
  pattern: MeetingPattern,
): Entity | undefined {
  const { document, actors } = sources;
  const predication = withFloors(document, withoutPress(document, whole));
  const { slots } = predication;
  const visited = (pattern.visited ?? []).flatMap(
    (name) => slots[name] ?? behindVisitor(document, slots, name),
  );
  const told =
    placeAmong(actors, visited) ??
    placeOf(document, actors, predication, meetingPrepositions) ??
    placeAmong(actors, slots.modifier ?? [], isPoint) ??
    placeAmong(actors, slots.for ?? [], isPoint) ??
    (pattern.hosts === undefined ? undefined : placeAmong(actors, slots.to ?? [], isPoint)) ??
    besideParties(sources, predication) ??
    ofItsClause(sources, words, predication) ??
    predicated(sources, predication) ??
    mooted(sources, predication) ??
    destination(sources, words, predication) ??
    there(sources, predication) ??
    whereThen(sources, predication) ??
    ofBody(sources, predication, pattern) ??
    behindClause(sources, predication);
  const place = cityOfVenue(sources, predication, told) ?? told;
  const counterparts = [...(slots.with ?? []), ...(slots.between ?? [])].map(
    (token) => actors.place(token)?.id,
  );
  return place?.placeKind === 'country' && counterparts.includes(place.id) ? undefined : place;
}

/** Slots where the body that hears somebody stands. */
const hearing = ['before', 'at', 'in', 'to', 'by', 'subject', 'object', 'of', 'attendant'];

/** 'a court in Gafsa is to rule', 'told the Durban High Court': where the body sits that hears somebody. */
function ofBody(
  { document, actors }: PlaceSources,
  { slots }: Predication,
  { form, hosts = [] }: MeetingPattern,
): Entity | undefined {
  if (form !== 'hearing') return undefined;
  const bodies = hearing
    .filter((name) => hosts.includes(name))
    .flatMap((name) => slots[name] ?? [])
    .filter((token) =>
      /^(?:court|tribunal|jury|judge|inquest|magistrate)$/i.test(document.tokens[token]?.lemma ?? ''),
    );
  const inside = bodies.flatMap((token) => prepositionalSlots(document, token).in ?? []);
  return placeAmong(actors, inside, isPoint);
}

/** 'stayed on different floors of a hotel in Ohrid', 'on the sidelines of the summit in Accra', 'aboard a ship': as good as 'at'. */
function withFloors(document: AnnotatedDocument, predication: Predication): Predication {
  const { on = [], at = [], aboard = [], under = [] } = predication.slots;
  const there = [
    ...on.filter((token) =>
      /^(?:floor|sideline|margin|deck|island|ship|bank|shore)$/.test(document.tokens[token]?.lemma ?? ''),
    ),
    ...under.filter((token) =>
      /^(?:tree|awning|tent|roof|canopy)$/.test(document.tokens[token]?.lemma ?? ''),
    ),
    ...aboard,
  ];
  return there.length === 0
    ? predication
    : { ...predication, slots: { ...predication.slots, at: [...at, ...there] } };
}

/** How many words behind a venue its city stands. */
const cityReach = 3;

/** 'at the foreign ministry in Lima', 'at State House, Nairobi': the city, by which others know the place. */
function cityOfVenue(
  { document, actors }: PlaceSources,
  { trigger }: Predication,
  venue: Entity | undefined,
): Entity | undefined {
  const sentence = document.sentences[document.tokens[trigger]?.sentence ?? -1];
  if (venue?.placeKind !== 'facility' || sentence === undefined) return undefined;
  for (let at = sentence.last; at >= sentence.first; at--) {
    if (actors.place(at)?.id !== venue.id) continue;
    const behind = document.tokens.slice(at + 1, Math.min(at + 1 + cityReach, sentence.last));
    if (!/^(?:in|,)$/.test(behind[0]?.lower ?? '')) return undefined;
    return placeAmong(
      actors,
      behind.map(({ i }) => i),
      ({ placeKind }) => placeKind === 'city' || placeKind === 'other',
    );
  }
  return undefined;
}

/** 'asked about the talks at a news conference in Vilnius': where the press is spoken to is not where they were. */
function withoutPress(document: AnnotatedDocument, predication: Predication): Predication {
  const { at = [], in: inside = [] } = predication.slots;
  const isPress = (token: number): boolean =>
    /^(?:conference|briefing|interview)$/.test(document.tokens[token]?.lemma ?? '') &&
    token !== predication.trigger &&
    children(document, token).some(({ lower }) => /^(?:news|press|a|an)$/.test(lower));
  if (![...at, ...inside].some(isPress)) return predication;
  const kept = (tokens: readonly number[]): number[] => tokens.filter((token) => !isPress(token));
  return { ...predication, verb: null, slots: { ...predication.slots, at: kept(at), in: kept(inside) } };
}

/** 'the visit of the chancellor to Ankara' with the place hung on the chancellor. */
function behindVisitor(
  document: AnnotatedDocument,
  { of = [], by = [] }: Predication['slots'],
  preposition: string,
): readonly number[] {
  return preposition === 'to'
    ? [...of, ...by].flatMap((visitor) => prepositionalSlots(document, visitor)[preposition] ?? [])
    : [];
}

/** 'A second round is due in Nairobi', 'is set for Nairobi': the place that a noun is said to be at. */
function predicated({ document, actors }: PlaceSources, { trigger }: Predication): Entity | undefined {
  const predicate =
    document.tokens[trigger]?.deprel.startsWith('nsubj') === true ? headOf(document, trigger) : undefined;
  if (
    predicate === undefined ||
    predicate.upos === 'VERB' ||
    child(document, predicate.i, 'cop') === undefined
  )
    return undefined;
  const { for: aims = [] } = prepositionalSlots(document, predicate.i);
  return placeAmong(actors, [predicate.i]) ?? placeAmong(actors, aims, isPoint);
}

/** 'Nairobi has been mooted for a third round'. */
function mooted({ document, actors }: PlaceSources, predication: Predication): Entity | undefined {
  const verb = isMooted(document, predication) ? headOf(document, predication.trigger) : undefined;
  return verb === undefined
    ? undefined
    : placeAmong(actors, argumentsOf(document, verb.i).slots.object ?? []);
}

/** 'a summit that was to have opened in the capital': the place of the clause that tells of the noun. */
function ofItsClause(
  { document, actors }: PlaceSources,
  words: MeetingWords,
  { kind, trigger }: Predication,
): Entity | undefined {
  if (kind === 'verb') return undefined;
  const clauses = children(document, trigger).filter(
    ({ deprel, lemma }) => deprel.startsWith('acl') && words.holdingVerbs.has(lemma),
  );
  const phrases = clauses.map(({ i }) => prepositionalSlots(document, i));
  return placeAmong(
    actors,
    phrases.flatMap((slots) => [...(slots.in ?? []), ...(slots.at ?? []), ...(slots.for ?? [])]),
  );
}

/** 'talks between Iran and Iraq in Muscat': the tree often hangs the place on the last party. */
function besideParties({ document, actors }: PlaceSources, { slots }: Predication): Entity | undefined {
  const inside = (tokens: readonly number[]): number[] =>
    tokens
      .flatMap((token) => [token, ...children(document, token, 'nmod').map(({ i }) => i)])
      .map((token) => prepositionalSlots(document, token))
      .flatMap((phrases) => [...(phrases.in ?? []), ...(phrases.at ?? [])]);
  const others = [
    ...(slots.with ?? []),
    ...(slots.through ?? []),
    ...(slots.by ?? []),
    ...(slots.to ?? []),
    ...(slots.subject ?? []),
  ];
  const topics = [...(slots.on ?? []), ...(slots.over ?? []), ...(slots.about ?? [])];
  return (
    placeAmong(actors, inside(slots.between ?? [])) ??
    placeAmong(actors, inside(others), isPoint) ??
    placeAmong(actors, inside((slots.with ?? []).filter((token) => isOfNamedLand(document, token)))) ??
    placeAmong(
      actors,
      topics.flatMap((token) => behindTopic(document, token)),
      isPoint,
    )
  );
}

/** 'with the Montenegrin energy minister in North Macedonia': the land behind somebody who has one already. */
function isOfNamedLand(document: AnnotatedDocument, token: number): boolean {
  return (
    document.tokens[token]?.upos === 'NOUN' &&
    children(document, token).some(
      ({ i, deprel, text }) => i < token && /^(?:amod|nmod:poss)$/.test(deprel) && /^\p{Lu}/u.test(text),
    )
  );
}
