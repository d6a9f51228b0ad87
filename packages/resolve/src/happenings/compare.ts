import { different, type Verdict } from '../cluster/verdict.ts';
import { shared } from '../identity/overlap.ts';
import { dayOfIso, relate, stretchOf, type DateRelation, type Stretch } from './dates.ts';
import { relateForms } from './forms.ts';
import { relatePlaces } from './places.ts';
import type { Telling } from './telling.ts';

const enough = 0.5;
const enoughWithin = 0.75;
/** Word against word about one place is worth less than this by just that. */
const enoughContested = 0.4;
/** A denial in the same article that is alike by less neither joins nor parts. */
const maybeRetold = 0.3;
/** Attacks and accusations repeat themselves: the same parties in the same month are not enough. */
const enoughForEvents = 0.7;

const dateWeight: Record<DateRelation, number> = {
  same: 0.3,
  overlap: 0.25,
  within: 0.15,
  near: 0.1,
  unknown: 0.02,
  apart: 0,
};
const placeWeight = { same: 0.2, within: 0.12, unknown: 0, conflict: -0.15 } as const;

/** Whether two tellings are of one meeting, or of one event: by who, when and where. Local and symmetric. */
export function compareTellings(left: Telling, right: Telling): Verdict {
  if (left.type !== right.type) return different;
  const days = [stretchOf(left.start, left.end), stretchOf(right.start, right.end)] as const;
  const dates = relate(...days);
  if (
    (dates === 'apart' && !oneIsMisdated(left, right, days) && !oneIsMisplanned(left, right, days)) ||
    stillToCome(left, right) ||
    stillToCome(right, left)
  )
    return different;
  const who = left.type === 'meeting' ? meetingParties(left, right, dates) : eventParties(left, right);
  if (who === null) return different;
  const place = relatePlaces(left.place, right.place);
  const copies = left.article !== right.article && left.story === right.story;
  const weight = round(
    who +
      (dates === 'unknown' && toldTogether(left, right) ? soonTold : dateWeight[dates]) +
      placeWeight[place] +
      (shared(left.mediators, right.mediators).length > 0 ? 0.1 : 0) +
      (left.status === right.status ? 0.05 : 0) -
      (relateForms(left.form, right.form) === 'unlike' ? 0.15 : 0) -
      (calledOff(left, right) ? 0.1 : 0) +
      (copies ? 0.2 : 0),
  );
  if (left.article === right.article) return withinArticle(left, right, weight);
  const certain = left.type === 'meeting' ? enough : enoughForEvents;
  const reasons = [`parties ${who}`, `dates ${dates}`, `place ${place}`];
  return {
    kind: weight >= certain ? 'same' : 'doubt',
    weight,
    alike: false,
    reasons,
  };
}

/** An article tells one thing twice where the second telling denies or corrects the first, or gives another's word for it; otherwise two tellings are two. */
function withinArticle(left: Telling, right: Telling, weight: number): Verdict {
  const denied = (left.status === 'denied') !== (right.status === 'denied');
  const corrected = left.direct !== null && right.direct !== null && left.direct !== right.direct;
  const contested = wordAgainstWord(left, right);
  const retold = denied || corrected || contested;
  const needed = contested ? enoughContested : retold ? enough : enoughWithin;
  const kind = weight >= needed ? 'same' : retold && weight >= maybeRetold ? 'doubt' : 'different';
  return { kind, weight, alike: false, reasons: ['one article'] };
}

/** Two who speak tell of the same two people: where they name different places or days, they contradict each other. */
function wordAgainstWord(left: Telling, right: Telling): boolean {
  const speakers =
    left.attributedTo !== null && right.attributedTo !== null && left.attributedTo !== right.attributedTo;
  return speakers && left.persons.length >= 2 && left.persons.join() === right.persons.join();
}

/** What it is worth that an undated telling was published when the other one was, or when that says it was. */
const soonTold = 0.12;
const soonDays = 10;

function toldTogether(left: Telling, right: Telling): boolean {
  const told = [dayOfIso(left.published), dayOfIso(right.published)];
  const dated = [stretchOf(left.start, left.end)?.last, stretchOf(right.start, right.end)?.last];
  return soon(told[0], told[1]) || soon(dated[0], told[1]) || soon(told[0], dated[1]);
}

function soon(left: number | null | undefined, right: number | null | undefined): boolean {
  return typeof left === 'number' && typeof right === 'number' && Math.abs(left - right) <= soonDays;
}

/** One was called off, the other took place or is said never to have been. */
function calledOff(left: Telling, right: Telling): boolean {
  const statuses = [left.status, right.status];
  return statuses.includes('cancelled') && statuses.some((status) => over.has(status) || status === 'denied');
}

/** How many days two articles may be apart about one meeting. */
const misdatedDays = 3;

/**
 * Whether two articles may put one meeting on two days: both tell that two people or more met, in one way and at no two places, some
 * days apart, and both came out when either day was over. What came after one of the articles is another meeting.
 */
function oneIsMisdated(
  left: Telling,
  right: Telling,
  [a, b]: readonly [Stretch | null, Stretch | null],
): boolean {
  if (left.type !== 'meeting' || left.article === right.article) return false;
  if (left.status !== 'held' || right.status !== 'held') return false;
  if (a?.precision !== 'day' || b?.precision !== 'day') return false;
  const later = Math.max(a.last, b.last);
  const isOver = [left, right].every(({ published }) => (dayOfIso(published) ?? -Infinity) >= later);
  const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last);
  const sameForm = relateForms(left.form, right.form) !== 'unlike';
  const samePlace = relatePlaces(left.place, right.place) !== 'conflict';
  const people = shared(left.persons, right.persons).length >= 2;
  return isOver && gap <= misdatedDays && sameForm && samePlace && people;
}

/** How many days two announcements of one meeting may differ, and how many days apart they may come out. */
const misplannedDays = 10;
const announcedDays = 5;

/**
 * Whether two articles may announce one meeting for two days: both expect it, at one place, of the same two sides, and neither day had
 * come when either came out.
 */
function oneIsMisplanned(
  left: Telling,
  right: Telling,
  [a, b]: readonly [Stretch | null, Stretch | null],
): boolean {
  if (left.type !== 'meeting' || left.article === right.article) return false;
  if (left.status !== 'planned' || right.status !== 'planned') return false;
  if (a?.precision !== 'day' || b?.precision !== 'day') return false;
  const [told, toldToo] = [dayOfIso(left.published), dayOfIso(right.published)];
  if (told === null || toldToo === null || Math.abs(told - toldToo) > announcedDays) return false;
  const areAhead = Math.min(a.first, b.first) >= Math.max(told, toldToo);
  const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last);
  const sameForm = relateForms(left.form, right.form) !== 'unlike';
  const sameSides = sharedSides(left, right) >= 2 || shared(left.persons, right.persons).length >= 2;
  const samePlace = relatePlaces(left.place, right.place) === 'same';
  return areAhead && gap <= misplannedDays && sameForm && sameSides && samePlace;
}

const toCome = new Set(['planned', 'possible']);
const over = new Set(['held', 'ongoing']);

/** What an article expects, after something of the kind was over elsewhere, is another one. */
function stillToCome(expected: Telling, past: Telling): boolean {
  if (!toCome.has(expected.status) || toCome.has(past.status) || expected.article === past.article)
    return false;
  if (past.status === 'cancelled') return false;
  const told = dayOfIso(expected.published);
  const due = stretchOf(expected.start, expected.end);
  const end = lastDay(past);
  if (end === null) return false;
  if (due !== null) return due.first > end + 1 || (due.first > end && told !== null && end < told);
  return told !== null && end < told - 1;
}

/** The last day that a telling of the past may be of: its date's, if that is exact, else the day when it was told. */
function lastDay(past: Telling): number | null {
  const stretch = stretchOf(past.start, past.end);
  if (stretch?.precision === 'day') return stretch.last;
  return stretch === null && over.has(past.status) ? dayOfIso(past.published) : null;
}

/** How well the parties of two meetings agree; null where they tell of two. */
function meetingParties(left: Telling, right: Telling, dates: DateRelation): number | null {
  if (relateForms(left.form, right.form) === 'excluded') return null;
  const sides = sharedSides(left, right);
  const both = left.persons.length > 0 && right.persons.length > 0;
  const taking = shared(left.persons, right.persons).length;
  if (both && taking === 0) return sides >= 2 && !sameSideOthers(left, right) ? 0.2 : null;
  const others = both && taking === 1 ? otherCounterparts(left, right) : 'none';
  if (others === 'of other states') return null;
  if (others === 'unknown') return 0.2;
  if (taking >= 2) return taking * 2 >= Math.min(left.persons.length, right.persons.length) ? 0.5 : 0.3;
  const persons = shared(everybody(left), everybody(right)).length;
  if (persons >= 1) return sides >= 2 ? 0.45 : persons >= 2 ? 0.4 : 0.25;
  if (sides >= 2) return 0.35;
  const days = dates === 'same' || dates === 'overlap';
  if (sides === 1 && (soleParty(left) || soleParty(right))) return days ? 0.25 : 0.2;
  return 0.05;
}

function everybody(telling: Telling): string[] {
  return [...new Set([...telling.persons, ...telling.mediators, ...telling.hosts])].filter((node) =>
    node.startsWith('person:'),
  );
}

/** Each names somebody else for one side, or somebody of no known side. */
function sameSideOthers(left: Telling, right: Telling): boolean {
  const stateOf = (telling: Telling, person: string): string => telling.stateOf[person] ?? '';
  return left.persons.some((a) =>
    right.persons.some(
      (b) => stateOf(left, a) === '' || stateOf(right, b) === '' || stateOf(left, a) === stateOf(right, b),
    ),
  );
}

/** Sides in common; a host counts as one where a telling names no two others, as of a visit. */
function sharedSides(left: Telling, right: Telling): number {
  const own = [left, right].map(({ sides, states }) => [...new Set([...sides, ...states])]);
  const [a = [], b = []] = own;
  if (a.length >= 2 && b.length >= 2) return shared(a, b).length;
  return shared([...new Set([...a, ...left.hosts])], [...new Set([...b, ...right.hosts])]).length;
}

function soleParty(telling: Telling): boolean {
  return telling.sides.length + telling.persons.length === 1;
}

/**
 * One person in common, and each telling has somebody whom the other has not. Where those are of different states, one person met two:
 * two meetings. Where their states are not known, they may have been in one room.
 */
function otherCounterparts(left: Telling, right: Telling): 'none' | 'unknown' | 'of other states' {
  const onlyLeft = left.persons.filter(
    (person) => !right.persons.includes(person) && !right.hosts.includes(person),
  );
  const onlyRight = right.persons.filter(
    (person) => !left.persons.includes(person) && !left.hosts.includes(person),
  );
  if (onlyLeft.length === 0 || onlyRight.length === 0) return 'none';
  const statesLeft = onlyLeft.map((person) => left.stateOf[person]);
  const statesRight = onlyRight.map((person) => right.stateOf[person]);
  const known = (state: string | undefined): state is string => state !== undefined;
  if (shared(statesLeft.filter(known), statesRight.filter(known)).length > 0) return 'none';
  return statesLeft.every(known) && statesRight.every(known) ? 'of other states' : 'unknown';
}

function eventParties(left: Telling, right: Telling): number | null {
  const actors = [...left.persons, ...left.sides];
  const others = [...right.persons, ...right.sides];
  const acting = shared(actors, others).length;
  const hit = shared(left.targets, right.targets).length;
  if (actors.length > 0 && others.length > 0 && acting === 0) return null;
  if (left.targets.length > 0 && right.targets.length > 0 && hit === 0) return null;
  return (acting > 0 ? 0.25 : 0) + (hit > 0 ? 0.25 : 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
