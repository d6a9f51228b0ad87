import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { opensWithWhere } from '../dates/attach.ts';
import type { ActorFinder } from '../roles/actors.ts';
import { argumentsOf, prepositionalSlots } from '../roles/arguments.ts';
import { prepositionOf } from '../roles/coordination.ts';
import type { Predication } from '../roles/predication.ts';
import { behindTopic, mostExact, placeOf } from '../roles/setting.ts';
import type { MeetingPattern, MeetingWords } from './lexicon.ts';
import { isMooted } from './manner.ts';

/** Prepositions of the place of a meeting; 'on' and 'over' name what it is about. */
const meetingPrepositions = ['in', 'at', 'outside', 'near', 'inside'];

/** What a place is looked up in. */
export interface PlaceSources {
  readonly document: AnnotatedDocument;
  readonly actors: ActorFinder;
}

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

/** How many words behind its trigger a meeting's place may stand. */
const clauseReach = 22;

/** 'met the leaders of the Depositors' Association in Limassol': the first town behind 'in', however the tree hangs it, before another clause or topic. */
function behindClause(
  { document, actors }: PlaceSources,
  { trigger, kind }: Predication,
): Entity | undefined {
  let from = trigger + 1;
  for (const { i, upos, lower, text } of document.tokens.slice(trigger + 1, trigger + clauseReach)) {
    if (i < from) continue;
    const closed = /^(?:who|whose|which)$/.test(lower) ? endOfRelative(document, i) : undefined;
    if (closed !== undefined) {
      from = closed;
      continue;
    }
    if (upos === 'VERB' && isSetParticiple(document, i)) continue;
    if (upos === 'VERB' || upos === 'SCONJ' || /^[.;:"“”]$/.test(text)) return undefined;
    if (/^(?:on|over|about|for|who|which|that|from|after|before|and)$/.test(lower) && !isTimed(document, i))
      return undefined;
    if (!/^(?:PROPN|NOUN)$/.test(upos) || kind === 'noun') continue;
    const place = /^(?:in|at)$/.test(prepositionOf(document, i) ?? '') ? actors.place(i) : undefined;
    if (place?.kind === 'place' && isPoint(place)) return place;
  }
  return undefined;
}

/** 'met Anna Berg, who leads the union, in Oslo': where the words go on behind the comma that ends a relative clause. */
function endOfRelative({ tokens }: AnnotatedDocument, pronoun: number): number | undefined {
  if (tokens[pronoun - 1]?.text !== ',') return undefined;
  const comma = tokens.slice(pronoun, pronoun + clauseReach).find(({ text }) => /^[,.;]$/.test(text));
  return comma?.text === ',' ? comma.i + 1 : undefined;
}

/** 'a meeting with Anna Berg planned in Oslo': the participle belongs to the meeting. */
const isSetParticiple = ({ tokens }: AnnotatedDocument, verb: number): boolean =>
  tokens[verb]?.xpos === 'VBN' &&
  /^(?:plan|schedule|set|slate|hold|arrange)$/.test(tokens[verb]?.lemma ?? '');

/** 'on Monday', 'on April 9'. */
const isTimed = (document: AnnotatedDocument, preposition: number): boolean =>
  document.tokens[preposition]?.lower === 'on' &&
  /^(?:\p{L}+day|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december|\p{L}{3,4}\.)$/u.test(
    document.tokens[preposition + 1]?.lower ?? '',
  );

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

/** How many words back the place that 'there' means may stand. */
const thereReach = 60;

/** 'The two flew to Suva and met there on Monday': the place told last. */
function there({ document, actors }: PlaceSources, { trigger, verb }: Predication): Entity | undefined {
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

function placeAmong(
  actors: ActorFinder,
  tokens: readonly number[],
  accepts: (place: Entity) => boolean = () => true,
): Entity | undefined {
  return mostExact(
    tokens.flatMap((token) => {
      const place = actors.place(token);
      return place?.kind === 'place' && accepts(place) ? [place] : [];
    }),
  );
}

/** A place where people can sit together: no country or sea, which before a noun are mostly parties. */
function isPoint({ placeKind }: Entity): boolean {
  return placeKind === 'city' || placeKind === 'facility';
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
function whereThen({ document, actors }: PlaceSources, { kind, trigger }: Predication): Entity | undefined {
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

function destination(
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
