import type { Entity, Meeting } from '@dragoman/schemas';
import type { EntityTable, ExtractionContext } from '../context.ts';
import { stateById } from '../entity-table.ts';
import { isoDay, parseDay } from '../dates/calendar.ts';
import { passageOf } from '../roles/quote.ts';
import { quantitiesBelow } from '../roles/quantities.ts';
import { sidesBefore, twoSides } from '../roles/sides.ts';
import type { Status } from '../roles/status.ts';
import { withAccused } from './mentions/accused.ts';
import { markCancelled } from './joining/cancel.ts';
import { addCompanions } from './completing/companions.ts';
import { addDelegates, addNegotiators } from './completing/delegates.ts';
import { seatRivals } from './completing/debates.ts';
import { addMediators, seatChairs, seatHosts } from './completing/mediators.ts';
import { isToldAfter } from './mentions/days-of-talks.ts';
import { withHolders, withSpeakers } from './parties/first-person.ts';
import { findMeetings, type MeetingMention, type MeetingSources } from './mentions/find.ts';
import { meetingLexicon } from './lexicon.ts';
import { addContinued } from './joining/continued.ts';
import { datelineOf, placedByDateline } from './places/dateline.ts';
import { seatHearers } from './completing/hearers.ts';
import { addHearingBodies } from './completing/hearing-bodies.ts';
import { asIndirectTalks } from './mentions/indirect.ts';
import type { MeetingDraft } from './joining/draft.ts';
import { joinMeetings, type GroupsOf } from './joining/join.ts';
import { outcomesOf } from './completing/outcomes.ts';
import { addDisputed } from './joining/disputed.ts';
import { addMoved, addRescheduled } from './joining/rescheduled.ts';
import { dateNews, placeHearings } from './completing/settings.ts';

export { readMeetingLexicon } from './lexicon.ts';
export type { MeetingSources } from './mentions/find.ts';

/** What the frame hands to the meeting pass. */
export interface MeetingPassInput extends MeetingSources {
  readonly context: ExtractionContext;
  /** To whom the article attributes what a token tells; null for the article itself. */
  readonly attributedTo: (token: number) => string | null;
}

/**
 * The meeting pass: the encounters an article tells of, mentions of one joined, different ones kept apart, those told
 * most often first, with ids m1, m2, … Method: lexicon patterns over predications; mentions are joined by parties,
 * place, date and status, so that two versions that contradict each other stay two.
 */
export function extractMeetings(told: MeetingPassInput): Meeting[] {
  const spoken = { ...told, actors: withSpeakers(told.document, told.actors, told.attributedTo) };
  const { words } = told.lexicon ?? meetingLexicon();
  const input = { ...spoken, actors: withHolders(spoken, words) };
  const city = datelineOf(input.document, input.table);
  const groupsOf = groupsByPerson(input, city);
  const lexicon = input.lexicon ?? meetingLexicon();
  const drafts = joinMeetings(toldMeetings(input, city), {
    groupsOf,
    sidesBefore: (token) => sidesBefore(input.table, token),
    isBody: (id) => /^(?:igo|government_body)$/.test(input.table.byId(id)?.groupKind ?? ''),
    isPress: (id) => input.table.byId(id)?.groupKind === 'media',
    nameOf: (id) => input.table.byId(id)?.name ?? id,
    sentenceOf: (token) => input.document.tokens[token]?.sentence ?? -1,
    apart: lexicon.words.apart,
  });
  addDeniers(input, drafts, groupsOf);
  markCancelled(input.document, lexicon.words, drafts);
  addRescheduled(input, lexicon.words, drafts);
  addContinued(input, lexicon.words, drafts);
  addDisputed(input, drafts);
  addMoved({ ...input, published: input.context.published }, drafts);
  addCompanions(input.document, input.actors, lexicon.words, drafts);
  addDelegates(input.document, input.actors, lexicon.words, drafts, groupsOf);
  addNegotiators(input.document, input.table, input.positions, drafts, groupsOf);
  seatChairs(drafts, groupsOf, (id) => input.actors.kind(id) === 'person');
  addMediators(input.document, input.actors, lexicon.words, drafts);
  seatHosts(drafts, (id) => input.actors.kind(id) === 'person');
  addSides(input, drafts, groupsOf);
  seatRivals(input, drafts);
  addHearingBodies(input, lexicon.words, drafts);
  seatHearers(input, lexicon.words, drafts, groupsOf);
  placeHearings(input.table, drafts);
  dateNews(input.document, input.dating, input.context.published, drafts);
  const outcomes = outcomesOf(input.document, lexicon.words, drafts, input.dating.tokens);
  const attended = drafts.filter(({ form, participants }) => form !== 'debate' || participants.length > 0);
  const prominent = attended.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return prominent.map((draft, index) => {
    const own = quantitiesBelow(input.document, draft.mentions[0]?.trigger ?? 0, input.dating.tokens);
    const numbers = distinct([...own, ...(outcomes.get(draft) ?? [])]);
    return asMeeting(input, draft, groupsOf, { id: `m${index + 1}`, numbers });
  });
}

/** 'Minsk said that no talks with Lithuania were held': who denies a meeting with another is the one who would have been there. */
function addDeniers(input: MeetingPassInput, drafts: readonly MeetingDraft[], groupsOf: GroupsOf): void {
  for (const draft of drafts) {
    const trigger = draft.mentions[0]?.trigger;
    const denier = trigger === undefined || draft.status !== 'denied' ? null : input.attributedTo(trigger);
    if (denier === null || draft.participants.length > 0 || draft.groups.length !== 1) continue;
    const groups =
      input.actors.kind(denier) === 'person' ? groupsOf(denier) : [stateBehind(input.table, denier)];
    const states = groups.filter((id) => input.table.byId(id)?.groupKind === 'state');
    const others = states.length > 0 ? states : otherSide(input, draft.groups);
    draft.groups = [...new Set([...draft.groups, ...others])];
  }
}

/** Of the two sides that an article is about the one that is not named. */
function otherSide({ table }: MeetingPassInput, named: readonly string[]): string[] {
  const sides = sidesBefore(table, Number.POSITIVE_INFINITY);
  return named.every((id) => sides.includes(id)) ? sides.filter((id) => !named.includes(id)) : [];
}

/** Talks through a go-between of people whom the text gives no side are those of the two sides that it is about. */
function addSides(input: MeetingPassInput, drafts: readonly MeetingDraft[], groupsOf: GroupsOf): void {
  for (const draft of drafts) {
    const isMediated = draft.direct === false || draft.mediators.length > 0;
    const sideless = draft.groups.length === 0 && draft.participants.flatMap(groupsOf).length === 0;
    if (!isMediated || !sideless || draft.participants.length < 2) continue;
    const sides = sidesBefore(input.table, Number.POSITIVE_INFINITY);
    const areAtOdds = sides.some((id) => input.table.byId(id)?.groupKind === 'armed_group');
    const told = areAtOdds && sides.length === 2 ? sides : twoSides(input.table);
    if (told !== undefined) draft.groups = [...told];
  }
}

/** Whom a person stands for by the posts they hold now; of a ministry that is nobody's, the state that the article is dated from. */
function groupsByPerson({ positions, table }: MeetingPassInput, city: Entity | undefined): GroupsOf {
  const groups = new Map<string, string[]>();
  const home = homeState(table, city);
  for (const { person, group, status } of positions) {
    if (group === null || status === 'former' || status === 'candidate') continue;
    groups.set(person, [...new Set([...(groups.get(person) ?? []), stateBehind(table, group, home)])]);
  }
  return (person) => groups.get(person) ?? [];
}

/** The state that a city is in, where the article speaks of it. */
function homeState(table: EntityTable, city: Entity | undefined): string | undefined {
  const state = stateById(table, city?.country);
  return state !== undefined && table.mentionsOf(state.id).length > 0 ? state.id : undefined;
}

/** Bodies of a government, whose people speak for the state. */
const ofGovernment = /\b(?:ministry|security council|foreign office|presidency)\b/i;

/** A minister of 'Sudan's oil ministry' stands for the state where the article names it; of 'the energy ministry' for its own. */
function stateBehind(table: EntityTable, group: string, home?: string): string {
  const body = table.byId(group);
  if (body?.groupKind !== 'government_body' || !ofGovernment.test(body.name)) return group;
  const state = table.entities.find(
    ({ groupKind, gazetteer, name, aliases }) =>
      groupKind === 'state' &&
      ((gazetteer !== undefined && gazetteer === body.country) ||
        [name, ...aliases].some((known) => body.name.startsWith(known))),
  );
  const isNobodys =
    body.country === undefined && /^(?:the )?(?:ministry\b|\p{L}+ ministry$)/iu.test(body.name);
  return state?.id ?? (isNobodys ? home : undefined) ?? group;
}

/** The mentions, what lies ahead of the day of writing taken as planned whatever the tense: 'Friday's summit'. */
function toldMeetings(input: MeetingPassInput, city: Entity | undefined): MeetingMention[] {
  const { published } = input.context;
  const { words } = input.lexicon ?? meetingLexicon();
  return withAccused(input, findMeetings({ ...input, published })).map((found) => {
    const mention = placedByDateline(input.document, city, asIndirectTalks(input.document, words, found));
    const start = mention.date?.start?.slice(0, 10);
    const isAhead = published !== null && start !== undefined && start > published;
    const end = (mention.date?.end ?? mention.date?.start)?.slice(0, 10);
    const isOver = published !== null && end?.length === published.length && end < published;
    if (mention.status === 'ongoing' && mention.predication.kind !== 'verb') {
      if (isOver) return { ...mention, status: 'held' };
      if (isAhead) return { ...mention, status: 'held', date: weekBefore(mention.date) };
    }
    if (mention.status !== 'held' || !isAhead) return mention;
    const earlier = isToldAfter(input.document, mention.trigger) ? weekBefore(mention.date) : null;
    const isBehind = earlier !== null && (earlier.end ?? published) <= published;
    return isBehind ? { ...mention, date: earlier } : { ...mention, status: 'planned' };
  });
}

/** 'is raising questions about Monday's debate', read as the Monday to come: what is spoken of now was the one before. */
function weekBefore(date: MeetingMention['date']): MeetingMention['date'] {
  const earlier = (day: string | null): string | null => {
    const number = day === null ? undefined : parseDay(day.slice(0, 10));
    return number === undefined ? day : isoDay(number - daysOfWeek);
  };
  return date?.grain === 'day' ? { ...date, start: earlier(date.start), end: earlier(date.end) } : date;
}

const daysOfWeek = 7;

function asMeeting(
  input: MeetingPassInput,
  draft: MeetingDraft,
  groupsOf: GroupsOf,
  { id, numbers }: Pick<Meeting, 'id' | 'numbers'>,
): Meeting {
  const { context, document, attributedTo } = input;
  const lead = draft.mentions[0];
  if (lead === undefined) throw new RangeError('a meeting has at least one mention');
  const participants = draft.participants.filter((person) => !draft.mediators.includes(person));
  const named = [...new Set([...draft.groups, ...participants.flatMap(groupsOf)])];
  const represented = [...new Set([...named, ...unnamedBeside(input, draft, named)])];
  const passages = draft.mentions.map(({ trigger }) => passageOf(document, trigger));
  const [first, ...rest] = passages.map(({ span }) => span);
  return {
    id,
    form: lead.form,
    participants,
    represented: represented.filter((group) => !draft.mediators.includes(group)),
    mediators: [...draft.mediators],
    hosts: [...draft.hosts],
    place: draft.place?.id ?? null,
    start: draft.date?.start ?? null,
    end: draft.date?.end ?? null,
    status: statusByDate(draft, context.published),
    direct: draft.direct,
    attributedTo: attributedTo(lead.trigger),
    quote: passages[0]?.quote ?? '',
    numbers,
    rule: lead.rule,
    confidence: confidenceOf(draft, participants.length + represented.length),
    spans: [first ?? { start: 0, end: 0 }, ...rest],
  };
}

/** The parties without a name: bodies always, people only where not two others have one. */
function unnamedBeside({ table }: MeetingPassInput, draft: MeetingDraft, named: readonly string[]): string[] {
  const areTold = draft.participants.length + named.length > 1;
  return draft.unnamed.filter((id) => !areTold || table.byId(id)?.groupKind === 'government_body');
}

/** Each quantity once. */
function distinct(numbers: Meeting['numbers']): Meeting['numbers'] {
  return numbers.filter(
    ({ value, unit }, index) =>
      numbers.findIndex((other) => other.value === value && other.unit === unit) === index,
  );
}

/** What was planned for a day that is over is taken as held where only a noun tells it: 'the talks scheduled for Monday'. */
function statusByDate({ status, date, mentions }: MeetingDraft, published: string | null): Status {
  const start = date?.start?.slice(0, 10);
  if (published === null || start === undefined) return status;
  const isOver = (date?.end ?? start) < published.slice(0, start.length);
  return status === 'planned' && isOver && mentions[0]?.predication.kind !== 'verb' ? 'held' : status;
}

function confidenceOf({ place, date, mentions }: MeetingDraft, parties: number): number {
  const told = (place === null ? 0 : 0.1) + (date === null ? 0 : 0.1) + (mentions.length > 1 ? 0.1 : 0);
  return 0.5 + told + (parties > 1 ? 0.15 : 0);
}
