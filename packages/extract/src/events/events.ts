import { children, type AnnotatedDocument } from '@dragoman/nlp';
import type { Event, Position } from '@dragoman/schemas';
import type { ExtractionContext } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import { parseDay } from '../dates/calendar.ts';
import { passageOf } from '../roles/quote.ts';
import { quantitiesBelow } from '../roles/quantities.ts';
import { anybody, roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import { findAppeals } from './appeals.ts';
import { asidesOf } from './asides.ts';
import { dayTold, monthTold } from './day-told.ts';
import { findDeniedClaims } from './denied-claims.ts';
import { findEvaluations, openRule } from './evaluation.ts';
import { withSpeaker } from './first-person.ts';
import { findEvents, type EventMention, type EventSources } from './find.ts';
import { withImpliedTargets } from './implied.ts';
import { eventLexicon, type EventLexicon } from './lexicon.ts';
import { joinEvents, type JoinedEvent } from './merge.ts';
import { nominalParties, withNominals, type KindsOfNouns } from './nominal-parties.ts';
import { withPronouns } from './pronoun-parties.ts';
import { UnnamedParties } from './unnamed-parties.ts';
import { findObligations } from './obligation.ts';
import { findRefusals } from './refusal.ts';

export { readEventLexicon } from './lexicon.ts';
export type { EventSources } from './find.ts';

/** What the frame hands to the event pass. */
export interface EventPassInput extends EventSources {
  readonly context: ExtractionContext;
  readonly table: EntityTableBuilder;
  /** Who holds which post: an official acts for a state. */
  readonly positions?: readonly Position[];
  /** Nouns for bodies, by which 'the rebels' is read as the one armed group told of. */
  readonly kindsOfNouns: KindsOfNouns;
  /** To whom the article attributes what a token tells; null for the article itself. */
  readonly attributedTo: (token: number) => string | null;
  /** Does a token stand in quotation marks? */
  readonly isQuoted: (token: number) => boolean;
}

/** Roots that are worth keeping with neither actor nor target named, and as denied. */
const forcible = new Set(['ASSAULT', 'PROTEST', 'COERCE']);
/** Roots that are worth keeping where unnamed people do it or it is done to them. */
const physical = new Set(['ASSAULT', 'PROTEST', 'COERCE', 'MOBILIZE', 'RETREAT', 'AID', 'THREATEN']);
/** Roots of what is said: what somebody may say or be brought to say is no event yet. */
const spoken = new Set(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'REJECT', 'ACCUSE']);
/** Roots of what is aimed at somebody: told of people without a name only where they or whom they aim at can be told. */
const directed = new Set(['ACCUSE', 'SUPPORT', 'THREATEN', 'AID', 'AGREE']);
/** Modes that are news only between two who are named: money put up and words of defence. */
const twoSided = new Set(['finance', 'defend']);
/** Roots of what is done to people in person. */
const toPeople = new Set(['ASSAULT', 'COERCE', 'RETREAT']);
/** What accidents do too. */
const harms = wordSet(['injure', 'wound', 'hurt']);
/** Roots of opinions, which do not belong to the day that is told. */
const judging = new Set(['ACCUSE', 'SUPPORT', 'REQUEST']);
const people = wordSet(roleVocabulary.people);
/** Roots of what is done to anybody, or by bodies of troops. */
const toAnybody = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT']);
/** Older than that many days before the article, an event is background. */
const backgroundAge = 31;

/**
 * The event pass: the PLOVER events of an article, mentions of one event joined, in text order, with ids x1, x2, …
 * Method: lexicon patterns over predications (who does what to whom by tree, roles and prepositions).
 */
export function extractEvents(input: EventPassInput): Event[] {
  const lexicon = input.lexicon ?? eventLexicon();
  const partyOf = nominalParties(input.document, input.table, input.positions ?? [], input.kindsOfNouns);
  const told = findEvents({ ...input, lexicon }).map((mention) => {
    const spoken = withSpeaker(input.document, mention, input.attributedTo);
    const named = withNominals(spoken, partyOf);
    return withPronouns(input.document, input.table, named, input.attributedTo(mention.trigger));
  });
  const judged = [
    ...findEvaluations(input, input.attributedTo, lexicon.evaluations),
    ...findObligations(input, input.attributedTo, lexicon.bodies),
    ...findAppeals(input, input.attributedTo),
    ...findDeniedClaims(input, input.attributedTo, partyOf),
    ...findRefusals(input, input.attributedTo, lexicon.unwilled, (actor) => stateOf(input, actor)),
  ]
    .filter((mention) => !isTold(mention, told))
    .map((mention) => withNominals(mention, partyOf));
  const mentions = withImpliedTargets(
    input.document,
    input.table,
    [...told, ...judged],
    lexicon.implied,
    (actor) => stateOf(input, actor),
    input.attributedTo,
  );
  const isAside = asidesOf(input.document, input.table, input.attributedTo, input.isQuoted, (actor) =>
    stateOf(input, actor),
  );
  const joined = joinEvents(
    input.document,
    mentions.filter((mention) => isWorthKeeping(input, lexicon, mention) && !isAside(mention)),
  );
  const unnamed = new UnnamedParties(input.document, input.table);
  const parties = joined.map(({ lead }) => partiesOf(lead, unnamed));
  return joined.map((event, index) => {
    const { actors = [], targets = [] } = parties[index] ?? {};
    const isLeaderless = event.lead.type === 'PROTEST' && event.lead.actorTokens.length === 0;
    const doers = actors.length === 0 && isLeaderless ? unnamed.protesters() : actors;
    return asEvent(input, event, { id: `x${index + 1}`, actors: doers, targets });
  });
}

/**
 * Who acts and who is acted on: the named ones, else the crowds. 'freed five Beninese engineers' is done to the engineers, and
 * to Benin by them.
 */
function partiesOf(
  { type, actors, targets, actorTokens, targetTokens }: EventMention,
  unnamed: UnnamedParties,
): Pick<Event, 'actors' | 'targets'> {
  const others = targetTokens.filter((token) => !actorTokens.includes(token));
  const crowds =
    targets.length === 0 ? unnamed.at(others) : toPeople.has(type) ? unnamed.civiliansAt(others) : [];
  return {
    actors: actors.length > 0 ? [...actors] : unnamed.at(actorTokens),
    targets: [...targets, ...crowds.filter((id) => !targets.includes(id) && !actors.includes(id))],
  };
}

/** The state that an actor is or whose post they hold. */
function stateOf({ table, positions = [] }: EventPassInput, actor: string): string | undefined {
  if (table.byId(actor)?.groupKind === 'state') return actor;
  const held = positions.find(
    ({ person, group, status }) => person === actor && group !== null && status === 'current',
  );
  return held?.group !== undefined && held.group !== null && table.byId(held.group)?.groupKind === 'state'
    ? held.group
    : undefined;
}

/** Does an accusation or a demand by the same actor already stand in the sentence of a judgement, or say the same of the same? */
function isTold(judged: EventMention, told: readonly EventMention[]): boolean {
  return told.some(({ type, trigger, sentence, actors, targets }) => {
    if (!actors.some((id) => judged.actors.includes(id))) return false;
    if (sentence === judged.sentence && isAnswer(type, judged, trigger)) return true;
    if (
      sentence === judged.sentence &&
      (judged.rule === openRule || type === judged.type || type === 'REQUEST')
    )
      return true;
    return type === judged.type && targets.some((id) => judged.targets.includes(id));
  });
}

/** 'dismissed it as “poison”', 'warned that its members would not sail': one deed, told by its verb. */
const isAnswer = (type: string, judged: EventMention, trigger: number): boolean =>
  (type === 'REJECT' && judged.trigger === trigger) || (type === 'THREATEN' && judged.type === 'REJECT');

function isWorthKeeping(
  { document, table }: EventPassInput,
  { bodies }: EventLexicon,
  mention: EventMention,
): boolean {
  const { type, mode, status, actors, targets, place, date, predication, actorTokens, targetTokens } =
    mention;
  const isVerb = predication.kind === 'verb';
  const isTold = status === 'held' || status === 'ongoing' || (status === 'planned' && physical.has(type));
  if (status === 'denied' && !forcible.has(type)) return false;
  if (status === 'possible' && spoken.has(type)) return false;
  if (type === 'PROTEST' && isVerb && actorTokens.length === 0) return false;
  if (twoSided.has(mode ?? '') && (actors.length === 0 || targets.length === 0)) return false;
  if (mode === 'promise' && actors.some((id) => table.byId(id)?.kind === 'person')) return false;
  const isDone = predication.kind !== 'noun' && actorTokens.some((token) => isBody(document, bodies, token));
  const isSaid = isTold && spoken.has(type) && isVerb && isAsserted(document, predication.trigger);
  if (isSaid && (isDone || actorTokens.some((token) => isName(document, token)))) return true;
  const isAimed =
    targets.length > 0 ||
    targetTokens.some((token) => isBody(document, bodies, token) || document.tokens[token]?.upos === 'PROPN');
  const isRefusal = type === 'REJECT' && !actorTokens.some((token) => isNamedIn(document, bodies, token));
  if (isTold && isDone && (isAimed || !(directed.has(type) || isRefusal))) return true;
  if (/^(?:REJECT|COOPERATE)$/.test(type) && actors.length === 0) return false;
  if (actors.length === 0 && !isTold) return false;
  if (actors.length > 0 || targets.length > 0) return true;
  if (type === 'ASSAULT' && actorTokens.length === 0 && harms.has(predication.lemma)) return false;
  if (forcible.has(type) && (place !== null || (!isVerb && date !== null))) return true;
  const { object = [] } = predication.slots;
  const around = [...actorTokens, ...targetTokens, ...(isVerb ? object : [])];
  const isPlain = isVerb && toAnybody.has(type) && isAsserted(document, predication.trigger);
  return physical.has(type) && around.some((token) => arePeople(document, token, isPlain ? anybody : people));
}

/** 'the inquiry', 'a federal jury', 'several judges': who acts, though the article does not name them; no pronoun, nothing that acts not. */
function isBody(document: AnnotatedDocument, bodies: ReadonlySet<string>, token: number): boolean {
  const noun = document.tokens[token];
  return noun?.upos === 'NOUN' && (isNamedIn(document, bodies, token) || arePeople(document, token));
}

/** 'lawmakers question the vote', 'have been asking', no 'to question', 'questioning'. */
function isAsserted(document: AnnotatedDocument, verb: number): boolean {
  const below = children(document, verb);
  if (below.some(({ deprel }) => deprel.startsWith('aux'))) return true;
  return /^VB[DPZN]$/.test(document.tokens[verb]?.xpos ?? '');
}

/** A name that no entity was made of: 'Daovone also ruled out a meeting'. */
const isName = (document: AnnotatedDocument, token: number): boolean =>
  document.tokens[token]?.upos === 'PROPN';

const isNamedIn = (document: AnnotatedDocument, nouns: ReadonlySet<string>, token: number): boolean =>
  nouns.has(document.tokens[token]?.lemma ?? '');

/** 'gunmen', 'thousands', 'crowds of students'. */
function arePeople(document: AnnotatedDocument, token: number, nouns: ReadonlySet<string> = people): boolean {
  return [token, ...children(document, token, 'nmod').map(({ i }) => i)].some((index) =>
    nouns.has(document.tokens[index]?.lemma ?? ''),
  );
}

function asEvent(
  { context, document, dating, attributedTo }: EventPassInput,
  event: JoinedEvent,
  identity: Pick<Event, 'id' | 'actors' | 'targets'>,
): Event {
  const { lead, mentions } = event;
  const told = judging.has(lead.type) ? lead.date : dayTold(document, dating, lead);
  const day = told ?? monthTold(document, context.published, lead);
  const passages = mentions.map(({ trigger }) => passageOf(document, trigger));
  const [first, ...rest] = passages.map(({ span }) => span);
  return {
    ...identity,
    type: lead.type,
    mode: lead.mode,
    place: lead.place,
    start: day?.start ?? null,
    end: day?.end ?? null,
    status: lead.status,
    attributedTo: attributedTo(lead.trigger),
    quote: passages[0]?.quote ?? '',
    numbers: quantitiesBelow(document, lead.predication.verb ?? lead.trigger, dating.tokens),
    background: isBackground(lead, context.published),
    rule: lead.rule,
    confidence: confidenceOf(lead),
    spans: [first ?? { start: 0, end: 0 }, ...rest],
  };
}

function isBackground({ date }: EventMention, published: string | null): boolean {
  const start = date?.start;
  if (published === null || start === null || start === undefined) return false;
  const today = parseDay(published);
  const day = parseDay(start);
  if (today === undefined) return false;
  if (day !== undefined) return today - day > backgroundAge;
  return start < published.slice(0, start.length) && start.slice(0, 7) !== published.slice(0, 7);
}

/** Verbs with a named actor and target are surest, nouns with neither least. */
function confidenceOf({ predication, actors, targets }: EventMention): number {
  const base = predication.kind === 'noun' ? 0.5 : 0.7;
  return base + (actors.length > 0 ? 0.1 : 0) + (targets.length > 0 ? 0.1 : 0);
}
