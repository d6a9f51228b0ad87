import {
  ancestors,
  child,
  children,
  rootOf,
  subtree,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { readAhead, type DatedExpression, type Dating } from '../dates/dates.ts';
import type { ActorFinder } from '../roles/actors.ts';
import { holds } from '../roles/conditions.ts';
import { prepositionOf } from '../roles/coordination.ts';
import { firstFilled, type Predication } from '../roles/predication.ts';
import type { Roles } from '../roles/roles.ts';
import { sidesBefore } from '../roles/sides.ts';
import { statusOf, type Status } from '../roles/status.ts';
import { placeOf } from '../roles/setting.ts';
import { entriesFor } from '../roles/trigger.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import { directnessOf } from './directness.ts';
import { meetingLexicon } from './lexicon.ts';
import type { MeetingLexicon, MeetingPattern, MeetingWords, NumberedMeetingPattern } from './lexicon.ts';
import { partiesOf, type Parties } from './parties.ts';
import { placeOfMeeting } from './place.ts';

const representatives = wordSet(roleVocabulary.representatives);

/** What the meeting pass reads. */
export interface MeetingSources {
  readonly document: AnnotatedDocument;
  readonly table: EntityTable;
  readonly actors: ActorFinder;
  readonly roles: Roles;
  readonly dating: Dating;
  /** Who holds which post: a minister who meets stands for the state. */
  readonly positions: readonly Position[];
  /** Additional or other patterns; the shipped ones where it is left out. */
  readonly lexicon?: MeetingLexicon;
}

/** A meeting as one trigger tells it. */
export interface MeetingMention extends Parties {
  readonly trigger: number;
  readonly rule: string;
  readonly form: string;
  readonly place: Entity | null;
  readonly date: DatedExpression | null;
  readonly status: Status;
  readonly direct: boolean | null;
  /** 'the talks', 'the meeting': one that has been told of. */
  readonly definite: boolean;
  /** 'a meeting': mostly one that has not been told of. */
  readonly indefinite: boolean;
  /** 'a second round', 'new talks': not the one told of before. */
  readonly another: boolean;
  /** The words in the place of the one who meets and of the one who is met, whether or not they name anybody. */
  readonly actorTokens: readonly number[];
  readonly targetTokens: readonly number[];
  readonly pattern: MeetingPattern;
  readonly predication: Predication;
}

/** All meetings that the patterns find, one for each trigger, in text order; parties as far as the words beside name them. */
export function findMeetings(sources: MeetingSources): MeetingMention[] {
  const lexicon = sources.lexicon ?? meetingLexicon();
  const found: MeetingMention[] = [];
  for (const token of sources.document.tokens) {
    if (token.upos !== 'VERB' && token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
    const patterns = token.upos === 'VERB' ? lexicon.verbs : lexicon.nouns;
    const candidates = entriesFor(patterns, token);
    if (candidates === undefined || isPartOfName(sources.table, token)) continue;
    const predication = sources.roles.at(token.i);
    const match = candidates.find(({ pattern }) => fits(sources, token, predication, pattern));
    const mention = match === undefined ? undefined : mentionOf(sources, lexicon, predication, match);
    if (mention !== undefined) found.push(mention);
  }
  return found.filter((mention) => !isToldByNoun(sources.document, mention, found));
}

/** 'talks mediated by Qatar between …': the participle adds to its noun and is no meeting of its own. */
function isToldByNoun(
  document: AnnotatedDocument,
  { trigger }: MeetingMention,
  found: readonly MeetingMention[],
): boolean {
  const verb = document.tokens[trigger];
  if (verb?.upos !== 'VERB' || verb.deprel !== 'acl') return false;
  return found.some((other) => other.trigger === verb.head && other.predication.kind !== 'verb');
}

/** 'General Assembly', 'African Union Summit', 'the Citizens' Forum' as a name of a body is no meeting. */
function isPartOfName(table: EntityTable, token: Token): boolean {
  if (/^(?:Forum|Congress|Assembly)$/.test(token.text)) return true;
  const mention = table.mentionAt(token.i);
  if (mention === undefined || mention.form !== 'name') return false;
  const isPlace = table.byId(mention.entity)?.kind === 'place';
  return !isPlace && (mention.last > mention.first || token.upos === 'PROPN');
}

function fits(
  sources: MeetingSources,
  token: Token,
  predication: Predication,
  pattern: MeetingPattern,
): boolean {
  if (pattern.plural === true && token.xpos !== 'NNS' && !token.lower.endsWith('s')) return false;
  if (pattern.court === true && !isCourt(sources.document, predication)) return false;
  if (pattern.personal === true && !meetsPeople(sources, predication)) return false;
  return holds(sources, predication, pattern.needs ?? {});
}

/** 'met the minister', 'met lawmakers', not 'met the bar'. */
function meetsPeople({ document, actors }: MeetingSources, { slots }: Predication): boolean {
  const met = slots.object ?? [];
  if (met.length === 0 || actors.actors(met).length > 0) return true;
  return met.some((token) => {
    const noun = document.tokens[token];
    return (
      noun?.upos === 'PRON' ||
      representatives.has(noun?.lower ?? '') ||
      representatives.has(noun?.lemma ?? '')
    );
  });
}

function isCourt(document: AnnotatedDocument, { slots }: Predication): boolean {
  return (slots.subject ?? []).some((token) =>
    /^(?:jury|court|tribunal|judge|inquest|inquiry)$/.test(document.tokens[token]?.lemma ?? ''),
  );
}

function mentionOf(
  sources: MeetingSources,
  lexicon: MeetingLexicon,
  predication: Predication,
  { pattern, rule }: NumberedMeetingPattern,
): MeetingMention | undefined {
  const { document } = sources;
  const status = statusIn(document, pattern, predication);
  if (status === undefined) return undefined;
  const named = partiesOf(sources, lexicon.words, predication, pattern);
  const told = placeOfMeeting(sources, lexicon.words, predication, pattern);
  const venue = told === undefined ? venueAmong(sources, predication, named) : undefined;
  const parties = venue === undefined ? named : { ...named, groups: [] };
  const ofPair = status === 'held' ? settingOfPair(sources, parties) : undefined;
  const place = told ?? venue ?? ofPair?.place;
  const date = dateIn(sources, lexicon.words, predication.trigger, status) ?? ofPair?.date ?? null;
  if (!isTold(sources, lexicon, pattern, parties, place, date, predication)) return undefined;
  return {
    ...parties,
    trigger: predication.trigger,
    rule,
    form: pattern.form,
    place: place ?? null,
    date,
    status,
    direct: pattern.indirect === true ? false : directnessOf(document, lexicon.words, predication),
    definite: predication.kind !== 'verb' && isDefinite(document, predication.trigger),
    indefinite:
      predication.kind !== 'verb' && /^an?$/.test(child(document, predication.trigger, 'det')?.lower ?? ''),
    another: isAnother(document, lexicon, predication.trigger),
    ...sidesOf(predication, pattern),
    pattern,
    predication,
  };
}

/** 'The two agreed in Sochi on Tuesday to … They met for four hours': where and when the two are told to have been together. */
function settingOfPair(
  { document, actors, roles, dating }: MeetingSources,
  { pair }: Parties,
): { readonly place: Entity | undefined; readonly date: DatedExpression | undefined } | undefined {
  if (pair === undefined || pair.verb === null) return undefined;
  return { place: placeOf(document, actors, roles.at(pair.verb)), date: dating.dateOf(pair.verb) };
}

/** When it is; a time that hangs on the verb that cancels a meeting is when it was cancelled. */
function dateIn(
  { document, dating }: MeetingSources,
  { cancelVerbs }: MeetingWords,
  trigger: number,
  status: Status,
): DatedExpression | undefined {
  const date = dating.dateOf(trigger);
  if (date === undefined) return undefined;
  if (status === 'planned' || status === 'possible') return readAhead(date);
  if (status !== 'cancelled') return date;
  const verb = ancestors(document, date.head).find(({ i, upos }) => upos === 'VERB' || i === trigger);
  return verb !== undefined && verb.i !== trigger && cancelVerbs.has(verb.lemma) ? undefined : date;
}

/** 'the Oman talks' of two other states: a lone state before the noun that the text is not about is where they were. */
function venueAmong(
  { table, document }: MeetingSources,
  { trigger, slots }: Predication,
  parties: Parties,
): Entity | undefined {
  const [only, ...others] = [...parties.participants, ...parties.groups];
  if (only === undefined || others.length > 0 || parties.joint) return undefined;
  const isBefore = (slots.modifier ?? []).some(
    (token) => document.tokens[token]?.upos === 'PROPN' && table.actorAt(token)?.id === only,
  );
  const place = table.counterpart(only);
  return isBefore && place?.kind === 'place' && !sidesBefore(table, trigger).includes(only)
    ? place
    : undefined;
}

/** The status by the words around, else what the pattern says of the present or of any tense. */
function statusIn(
  document: AnnotatedDocument,
  { form, status, present }: MeetingPattern,
  predication: Predication,
): Status | undefined {
  const told = statusOf(predication);
  if (told !== 'held') return told;
  const isPresent = /^VB[PZ]$/.test(document.tokens[predication.trigger]?.xpos ?? '');
  if (form === 'talks' && isBackdrop(document, predication)) return 'ongoing';
  return (isPresent ? present : undefined) ?? status ?? told;
}

/** 'people familiar with the talks say': talks that a sentence in the present only mentions go on. */
function isBackdrop(document: AnnotatedDocument, { trigger, kind, verb }: Predication): boolean {
  if (kind !== 'noun' || verb !== null || !isDefinite(document, trigger)) return false;
  return /^VB[PZ]$/.test(rootOf(document, trigger).xpos ?? '');
}

/** Who meets whom, as words; of parties joined by 'and' each is on both sides. */
function sidesOf(
  { slots }: Predication,
  { visited }: MeetingPattern,
): Pick<MeetingMention, 'actorTokens' | 'targetTokens'> {
  const actorTokens = firstFilled(slots, ['subject', 'attendant', 'possessive', 'by', 'between', 'modifier']);
  const met = firstFilled(slots, [
    'with',
    ...(visited ?? []),
    'object',
    'to',
    'between',
    'of',
    'modifier',
    'in',
  ]);
  return { actorTokens, targetTokens: met.length === 0 && actorTokens.length > 1 ? actorTokens : met };
}

/** Does the pattern have the parties, the place or the date it asks for? */
function isTold(
  { document, table }: MeetingSources,
  lexicon: MeetingLexicon,
  pattern: MeetingPattern,
  parties: Parties,
  place: Entity | undefined,
  date: DatedExpression | null,
  predication: Predication,
): boolean {
  const all = new Set([...parties.participants, ...parties.groups, ...parties.hosts]);
  if (all.size < (pattern.partners ?? 0)) return false;
  if (parties.participants.length < (pattern.people ?? 0)) return false;
  if (pattern.settled === true && place === undefined && date === null) return false;
  if (pattern.named === true && place === undefined && date === null && all.size === 0) return false;
  if (pattern.ofMeeting === true && !isRoundOfTalks(document, predication.trigger)) return false;
  return pattern.investigators !== true || hasInvestigator(document, table, lexicon, predication);
}

/** 'a second round' after talks, 'a round of talks', 'four rounds mediated by …'. */
function isRoundOfTalks(document: AnnotatedDocument, round: number): boolean {
  const of = children(document, round, 'nmod').filter(({ i }) => prepositionOf(document, i) === 'of');
  if (of.length > 0)
    return of.some(({ lemma }) =>
      /^(?:talk|negotiation|meeting|discussion|consultation|dialogue)$/.test(lemma),
    );
  return children(document, round, 'amod').some(({ lemma }) =>
    /^(?:second|third|fourth|fifth|next|new|final|last|first)$/.test(lemma),
  );
}

function hasInvestigator(
  document: AnnotatedDocument,
  table: EntityTable,
  { words }: MeetingLexicon,
  { trigger }: Predication,
): boolean {
  return subtree(document, trigger).some((token) => {
    const name = table.actorAt(token)?.name.toLowerCase() ?? '';
    return (
      words.investigators.has(document.tokens[token]?.lemma ?? '') ||
      name.split(/\s+/).some((part) => words.investigators.has(part))
    );
  });
}

function isDefinite(document: AnnotatedDocument, noun: number): boolean {
  const determiner = child(document, noun, 'det');
  return determiner !== undefined && /^(?:the|this|these|that|those|both)$/.test(determiner.lower);
}

function isAnother(document: AnnotatedDocument, { words }: MeetingLexicon, noun: number): boolean {
  return children(document, noun).some(
    ({ deprel, lemma, lower }) =>
      (deprel === 'amod' || deprel === 'det') &&
      (words.anotherRound.has(lemma) || words.anotherRound.has(lower)),
  );
}
