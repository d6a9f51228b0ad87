import { ancestors, child, headOf, subtree, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { parseDay } from '../../dates/calendar.ts';
import { readAhead, type DatedExpression } from '../../dates/dates.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import { firstFilled, type Predication } from '../../roles/predication.ts';
import { placeOf } from '../../roles/setting.ts';
import { sidesBefore } from '../../roles/sides.ts';
import type { Status } from '../../roles/status.ts';
import { entriesFor } from '../../roles/trigger.ts';
import { type Accompanied, type Pair, withPair } from '../parties/company.ts';
import { stretched } from './days-of-talks.ts';
import { fits, isTold } from './fits.ts';
import { meetingLexicon } from '../lexicon.ts';
import type { MeetingLexicon, MeetingPattern, MeetingWords, NumberedMeetingPattern } from '../lexicon.ts';
import {
  directIn,
  isAside,
  isBackground,
  isDefinite,
  isAgain,
  isAsked,
  isTheFirst,
  isTopic,
  ordinalOf,
  statusIn,
} from './manner.ts';
import type { MeetingMention, MeetingSources } from './mention.ts';
import { isAheadOfIt } from './outlook.ts';
import { occasionsOf, type Occasion } from './occasions.ts';
import { partiesOf, type Parties } from '../parties/parties.ts';
import { placeOfMeeting } from '../places/place.ts';
import { withSpeakerBehind } from './speech-behind.ts';
import { widened } from '../parties/widen.ts';

export type { MeetingMention, MeetingSources } from './mention.ts';

/** All meetings that the patterns find, one for each trigger, in text order; parties as far as the words beside name them. */
export function findMeetings(sources: MeetingSources): MeetingMention[] {
  const lexicon = sources.lexicon ?? meetingLexicon();
  const found: MeetingMention[] = [];
  for (const token of sources.document.tokens) {
    if (!triggering.has(token.upos)) continue;
    const patterns = token.upos === 'VERB' || token.upos === 'ADJ' ? lexicon.verbs : lexicon.nouns;
    const whole = hyphenated(sources.document, token);
    const candidates =
      (whole === undefined ? undefined : entriesFor(patterns, whole)) ?? entriesFor(patterns, token);
    if (candidates === undefined || isPartOfName(sources, token)) continue;
    const { document, table, roles } = sources;
    const told = withPair(
      sources,
      lexicon.words,
      withSpeakerBehind(document, table, widened(document, roles.at(token.i))),
    );
    for (const candidate of candidates) {
      if (!fits(sources, lexicon.words, token, told.predication, candidate.pattern)) continue;
      const occasions = occasionsOf(sources, told.predication, candidate.pattern);
      const mentions = occasions.flatMap(
        (occasion) => mentionOf(sources, lexicon, told, candidate, occasion) ?? [],
      );
      if (mentions.length === 0) continue;
      const shared = occasions.some(({ isShared }) => isShared === true);
      const place = shared ? (mentions.find((mention) => mention.place !== null)?.place ?? null) : null;
      found.push(...mentions.map((mention) => ({ ...mention, place: mention.place ?? place })));
      break;
    }
  }
  return found
    .filter((mention) => !isToldByNoun(sources.document, mention, found) && !isToldByVerb(mention, found))
    .map((mention) => ({ ...mention, partOf: whichOf(sources.document, mention, found) }));
}

/** Parts of speech that tell of a meeting. */
const triggering: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'PROPN', 'ADJ']);

/** 'cross-examined', 'sit-down', 'round-table': a word that the tokeniser cut at its hyphen, under its whole lemma. Undefined for others. */
function hyphenated({ tokens }: AnnotatedDocument, token: Token): Token | undefined {
  const hyphen = tokens[token.i - 1];
  if (hyphen?.text !== '-' || hyphen.end !== token.start) return undefined;
  const before = tokens[token.i - 2];
  if (before === undefined || hyphen.start !== before.end) return undefined;
  return { ...token, lemma: `${before.lower}-${token.lemma}` };
}

/** Prepositions by which a noun says again what its verb tells: 'met in Cuenca for their first talks'. */
const again = /^(?:for|in|during|at)$/;

/** So many days ahead a date without a year is not meant to lie. */
const farAhead = 240;

/** The time to come that a date of something planned may be; what a noun takes from its clause and lies behind is not its time. */
function aheadOf(
  published: string | null,
  { kind }: Predication,
  date: DatedExpression,
): DatedExpression | undefined {
  const ahead = readAhead(date);
  const [today, start] = [published, ahead.start].map((day) =>
    day === null || day === undefined ? undefined : parseDay(`${day}-01-01`.slice(0, 10)),
  );
  if (today === undefined || start === undefined) return ahead;
  if (ahead !== date && start - today > farAhead) return date;
  const isBehind = date.grain === 'day' && start < today;
  return isBehind && kind !== 'verb' && date.bound === null ? undefined : ahead;
}

/** The verb of meeting whose phrase a noun of meeting is, however far the tree hangs it from there within the sentence. */
function whichOf(
  document: AnnotatedDocument,
  { trigger, predication, place, date, pattern }: MeetingMention,
  found: readonly MeetingMention[],
): number | null {
  if (pattern.mediators !== undefined && pattern.indirect === true)
    return meetingIn(document, trigger, found);
  if (predication.kind === 'verb' || !again.test(prepositionOf(document, trigger) ?? '')) return null;
  if (place !== null && date !== null) return null;
  const noun = document.tokens[trigger];
  const verbs = found.filter(
    (other) =>
      other.predication.kind === 'verb' &&
      other.trigger < trigger &&
      document.tokens[other.trigger]?.sentence === noun?.sentence,
  );
  const own = verbs.find((other) => other.trigger === noun?.head);
  const near = verbs.findLast((other) => !hasVerbBetween(document, other.trigger, trigger));
  return (own ?? near)?.trigger ?? null;
}

/** 'The talks took place at a guest house, where the envoy shuttled between …': the meeting of the same sentence. */
function meetingIn(
  document: AnnotatedDocument,
  trigger: number,
  found: readonly MeetingMention[],
): number | null {
  const before = found.filter(
    (other) =>
      other.trigger < trigger &&
      document.tokens[other.trigger]?.sentence === document.tokens[trigger]?.sentence,
  );
  return before.findLast(({ form }) => /^(?:talks|meeting|round)$/.test(form))?.trigger ?? null;
}

function hasVerbBetween(document: AnnotatedDocument, from: number, to: number): boolean {
  return document.tokens.slice(from + 1, to).some(({ upos }) => upos === 'VERB');
}

/** 'addressed the symposium', 'told the conference': the noun is who hears, and no meeting beside the speech. */
function isToldByVerb({ predication, trigger }: MeetingMention, found: readonly MeetingMention[]): boolean {
  return (
    predication.kind !== 'verb' &&
    found.some(
      ({ pattern, predication: verb }) =>
        verb.kind === 'verb' &&
        verb.trigger !== trigger &&
        /^(?:speech|hearing)$/.test(pattern.form) &&
        (pattern.hosts ?? []).some((slot) => verb.slots[slot]?.includes(trigger) === true),
    )
  );
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

/** 'General Assembly', 'African Union Summit', 'the Citizens' Forum', 'the Tour of Australia' as a name of a body or a race is no meeting. */
function isPartOfName({ document, table }: MeetingSources, token: Token): boolean {
  if (/^(?:Forum|Congress|Assembly)$/.test(token.text)) return true;
  if (token.text === 'Tour') return true;
  const mention = table.mentionAt(token.i);
  if (mention === undefined || mention.form !== 'name') return false;
  const words = document.tokens.slice(mention.first, mention.last + 1);
  if (!words.some(({ text }) => /^\p{Lu}/u.test(text))) return false;
  const isPlace = table.byId(mention.entity)?.kind === 'place';
  return !isPlace && (mention.last > mention.first || token.upos === 'PROPN');
}

function mentionOf(
  sources: MeetingSources,
  lexicon: MeetingLexicon,
  { joint: jointSlots, pair }: Accompanied,
  { pattern, rule }: NumberedMeetingPattern,
  { predication, date: ownDate, place: ownPlace }: Occasion,
): MeetingMention | undefined {
  const { document } = sources;
  const reality = statusIn(document, pattern, predication);
  const isSet = reality === 'held' && isSetFor(sources, predication);
  const isAhead = isAheadOfIt(document, predication);
  const isOver = isAhead && reality === 'planned' && isBehindUs(sources, predication);
  const status = pattern.announces === true || isSet ? 'planned' : isOver ? 'held' : reality;
  if (status === undefined) return undefined;
  if (isAsked(document, predication)) return undefined;
  const topic = !isAhead && isTopic(document, predication);
  const named = partiesOf(sources, lexicon.words, predication, pattern);
  const isBetweenOthers =
    pattern.mediators !== undefined && named.participants.length + named.groups.length === 0;
  const joint = isBetweenOthers || pattern.parties.some((name) => jointSlots.has(name));
  const told = placeOfMeeting(
    sources,
    lexicon.words,
    topic ? { ...predication, verb: null } : predication,
    pattern,
  );
  const venue = told === undefined && !joint ? venueAmong(sources, predication, named) : undefined;
  const parties = venue === undefined ? named : { ...named, groups: [] };
  const ofPair = status === 'held' ? settingOfPair(sources, pair) : undefined;
  const place = ownPlace ?? told ?? venue ?? ofPair?.place ?? sceneOf(sources, predication, status);
  const date =
    ownDate ??
    (topic ? undefined : dateIn(sources, lexicon.words, predication, status)) ??
    ofPair?.date ??
    null;
  if (pattern.announces === true && !isFor(document, date)) return undefined;
  const ordinal = ordinalOf(document, lexicon, predication.trigger);
  if (!isTold(sources, lexicon, pattern, parties, place, date, predication, joint)) return undefined;
  return {
    ...parties,
    joint,
    trigger: predication.trigger,
    rule,
    form: pattern.form,
    place: place ?? null,
    date,
    status,
    direct: directIn(sources, lexicon.words, pattern, predication),
    definite: predication.kind !== 'verb' && isDefinite(document, predication.trigger),
    indefinite:
      predication.kind !== 'verb' && /^an?$/.test(child(document, predication.trigger, 'det')?.lower ?? ''),
    habitual: status === 'held' && /^VB[PZ]$/.test(document.tokens[predication.trigger]?.xpos ?? ''),
    again: isAgain(document, predication.trigger),
    another: ordinal !== null && !isTheFirst(document, predication.trigger, ordinal),
    ordinal,
    ...sidesOf(predication, pattern),
    pattern,
    predication,
    partOf: null,
    background: isBackground(document, predication),
    aside: isAside(document, predication),
  };
}

/** 'met at the presidential palace': the site of a meeting of which no other place is told. */
function sceneOf(
  { unnamedPlace }: MeetingSources,
  { slots }: Predication,
  status: Status,
): Entity | undefined {
  if (unnamedPlace === undefined || status === 'denied') return undefined;
  const sites = [...(slots.at ?? []), ...(slots.in ?? []), ...(slots.inside ?? []), ...(slots.outside ?? [])];
  return sites.map((token) => unnamedPlace(token)).find((place) => place !== undefined);
}

/** 'has convened a hearing for Wednesday': a meeting that a verb fixes a day for is still to come. */
function isSetFor({ document, dating }: MeetingSources, { kind, trigger, verb }: Predication): boolean {
  if (kind === 'verb' || verb === null) return false;
  if (!/^(?:convene|call|schedule|fix|set|announce|summon)$/.test(document.tokens[verb]?.lemma ?? ''))
    return false;
  return isFor(document, dating.dateOf(trigger) ?? null);
}

/** So many days ago 'Friday' is still the Friday that was, and not the one to come. */
const freshDays = 2;

/** 'Ahead of Friday's meeting', told on Sunday. */
function isBehindUs({ document, dating, published }: MeetingSources, { trigger }: Predication): boolean {
  const own = dating.expressions.find(({ head }) => {
    const time = document.tokens[head];
    return time?.head === trigger && time.deprel === 'nmod:poss';
  });
  const [today, start] = [published, own?.start].map((day) => parseDay(day ?? ''));
  return today !== undefined && start !== undefined && start < today && today - start <= freshDays;
}

/** 'for October 21'. */
function isFor(document: AnnotatedDocument, date: DatedExpression | null): boolean {
  if (date === null) return false;
  return document.tokens
    .slice(Math.max(0, date.first - 2), date.first + 1)
    .some(({ lower }) => lower === 'for');
}

/** 'The two agreed in Sochi on Tuesday to … They met for four hours': where and when the two are told to have been together. */
function settingOfPair(
  { document, actors, roles, dating }: MeetingSources,
  pair: Pair | undefined,
): { readonly place: Entity | undefined; readonly date: DatedExpression | undefined } | undefined {
  if (pair === undefined || pair.verb === null) return undefined;
  const where = actors.place(pair.verb) ?? placeOf(document, actors, roles.at(pair.verb));
  return { place: where, date: dating.dateOf(pair.verb) };
}

/** When it is; a time that hangs on the verb that cancels a meeting is when it was cancelled. */
function dateIn(
  { document, dating, published }: MeetingSources,
  { cancelVerbs }: MeetingWords,
  predication: Predication,
  status: Status,
): DatedExpression | undefined {
  const { trigger } = predication;
  if (status === 'cancelled') return plannedFor(document, dating, cancelVerbs, predication);
  const date = dating.dateOf(trigger);
  if (date === undefined) return undefined;
  if (date.bound === 'since' && status !== 'ongoing') return undefined;
  const ahead = status === 'planned' || status === 'possible' || isRuledOut(document, trigger, status);
  const read = ahead ? aheadOf(published ?? null, predication, date) : date;
  return read === undefined ? undefined : stretched(document, predication, read);
}

/** 'ruled out a meeting in June': what is denied is still to come. */
function isRuledOut(document: AnnotatedDocument, noun: number, status: Status): boolean {
  const verb = headOf(document, noun);
  return (
    status === 'denied' && verb?.upos === 'VERB' && /^(?:rule|exclude|preclude|reject)$/.test(verb.lemma)
  );
}

/** Participles of the time that was set for what is called off. */
const setting = /^(?:plan|schedule|set|slate|expect|fix|arrange|intend)$/;

/** 'the visit, planned for Thursday, was postponed', 'the summit on February 12 was called off on Monday': the day it was to be. */
function plannedFor(
  document: AnnotatedDocument,
  dating: MeetingSources['dating'],
  cancelVerbs: ReadonlySet<string>,
  { trigger, verb: whole }: Predication,
): DatedExpression | undefined {
  const clause = subtree(document, trigger).find((token) => {
    const { xpos, lemma = '' } = document.tokens[token] ?? {};
    return token > trigger && xpos === 'VBN' && setting.test(lemma);
  });
  const set =
    (clause === undefined ? undefined : dating.dateOf(clause)) ??
    dating.expressions.find(
      ({ first, last, bound }) => bound === null && first > trigger && last < (whole ?? trigger),
    );
  if (set !== undefined) return readAhead(set);
  const date = dating.dateOf(trigger);
  if (date === undefined) return undefined;
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
  if (only === undefined || others.length > 0) return undefined;
  const isBefore = (slots.modifier ?? []).some(
    (token) => document.tokens[token]?.upos === 'PROPN' && table.actorAt(token)?.id === only,
  );
  const place = table.counterpart(only);
  return isBefore && place?.kind === 'place' && !sidesBefore(table, trigger).includes(only)
    ? place
    : undefined;
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
