import { different, type Verdict } from '../cluster/verdict.ts';
import { shared } from '../identity/overlap.ts';
import { dayOfIso, relate, stretchOf, type DateRelation } from './dates.ts';
import { relatePlaces } from './places.ts';
import type { Telling } from './telling.ts';

const enough = 0.5;
const enoughWithin = 0.75;
/** Attacks and accusations repeat themselves: the same parties in the same month are not enough. */
const enoughForEvents = 0.7;

const dateWeight: Record<DateRelation, number> = {
  same: 0.3,
  overlap: 0.25,
  within: 0.15,
  near: 0.1,
  unknown: 0.05,
  apart: 0,
};
const placeWeight = { same: 0.2, within: 0.12, unknown: 0, conflict: -0.15 } as const;

/** Whether two tellings are of one meeting, or of one event: by who, when and where. Local and symmetric. */
export function compareTellings(left: Telling, right: Telling): Verdict {
  if (left.type !== right.type) return different;
  const dates = relate(stretchOf(left.start, left.end), stretchOf(right.start, right.end));
  if (dates === 'apart' || stillToCome(left, right) || stillToCome(right, left)) return different;
  const who = left.type === 'meeting' ? meetingParties(left, right) : eventParties(left, right);
  if (who === null) return different;
  const place = relatePlaces(left.place, right.place);
  const copies = left.article !== right.article && left.story === right.story;
  const weight = round(
    who +
      dateWeight[dates] +
      placeWeight[place] +
      (shared(left.mediators, right.mediators).length > 0 ? 0.1 : 0) +
      (left.status === right.status ? 0.05 : 0) +
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

/** An article tells one thing twice where the second telling denies or corrects the first; otherwise two tellings are two. */
function withinArticle(left: Telling, right: Telling, weight: number): Verdict {
  const denied = (left.status === 'denied') !== (right.status === 'denied');
  const corrected = left.direct !== null && right.direct !== null && left.direct !== right.direct;
  const needed = denied || corrected ? enough : enoughWithin;
  return { kind: weight >= needed ? 'same' : 'different', weight, alike: false, reasons: ['one article'] };
}

const toCome = new Set(['planned', 'possible']);

/** What an article expects, after something of the kind was over elsewhere, is another one. */
function stillToCome(expected: Telling, past: Telling): boolean {
  if (!toCome.has(expected.status) || toCome.has(past.status) || expected.article === past.article)
    return false;
  const told = dayOfIso(expected.published);
  const over = stretchOf(past.start, past.end);
  if (told === null || over?.precision !== 'day' || past.status === 'cancelled') return false;
  const due = stretchOf(expected.start, expected.end);
  if (due !== null && due.first <= over.last) return false;
  return over.last < told - 1 || (due !== null && over.last < due.first && over.last < told);
}

function meetingParties(left: Telling, right: Telling): number | null {
  if ((left.form === 'call') !== (right.form === 'call') && left.form !== '' && right.form !== '')
    return null;
  const everybody = (telling: Telling): string[] => [
    ...new Set([...telling.persons, ...telling.mediators, ...telling.hosts]),
  ];
  const persons = shared(everybody(left), everybody(right));
  const sides = shared(allSides(left), allSides(right));
  const both = left.persons.length > 0 && right.persons.length > 0;
  const taking = shared(left.persons, right.persons).length;
  if (both && taking === 0) return persons.length > 0 && sides.length > 1 ? 0.1 : null;
  if (both && taking === 1 && otherCounterparts(left, right)) return null;
  if (persons.length >= 2)
    return taking * 2 >= Math.min(left.persons.length, right.persons.length) ? 0.5 : 0.3;
  if (persons.length === 1) return sides.length >= 2 ? 0.4 : 0.25;
  if (sides.length >= 2) return 0.3;
  return sides.length === 1 && soleParty(left) && soleParty(right) ? 0.2 : 0.05;
}

function allSides(telling: Telling): string[] {
  return [...new Set([...telling.sides, ...telling.states, ...telling.hosts])];
}

function soleParty(telling: Telling): boolean {
  return telling.sides.length + telling.persons.length === 1;
}

/** One person in common, and each met somebody whom the other did not, from another side: two meetings of one person. */
function otherCounterparts(left: Telling, right: Telling): boolean {
  const onlyLeft = left.persons.filter(
    (person) => !right.persons.includes(person) && !right.hosts.includes(person),
  );
  const onlyRight = right.persons.filter(
    (person) => !left.persons.includes(person) && !left.hosts.includes(person),
  );
  if (onlyLeft.length === 0 || onlyRight.length === 0) return false;
  const statesLeft = onlyLeft.map((person) => left.stateOf[person] ?? person);
  const statesRight = onlyRight.map((person) => right.stateOf[person] ?? person);
  return shared(statesLeft, statesRight).length === 0;
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
