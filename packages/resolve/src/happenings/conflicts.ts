import { shared } from '../identity/overlap.ts';
import { datesConflict, stretchOf } from './dates.ts';
import { placesContradict } from './places.ts';
import { unitOf } from './quantities.ts';
import type { Telling } from './telling.ts';

/** One thing that tellings of one happening disagree about. */
export interface Conflict {
  readonly slot: string;
  /** The tellings that take part, in order of their ids, with what each says. */
  readonly values: readonly { readonly telling: Telling; readonly value: string }[];
  /** Claims that contradict each other, the smaller id first. */
  readonly pairs: readonly (readonly [string, string])[];
}

interface Slot {
  readonly slot: string;
  /** What a telling says here; null where it says nothing. Equal values never conflict. */
  value(telling: Telling): string | null;
  conflict(left: Telling, right: Telling): boolean;
}

/** Where the tellings of one happening disagree, slot by slot: a coarser value does not contradict a finer one. */
export function conflictsOf(tellings: readonly Telling[]): Conflict[] {
  const inOrder = tellings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const found = [...slots, ...numberSlots(inOrder)].flatMap((slot) => conflictIn(slot, inOrder) ?? []);
  const startsDiffer = found.some(({ slot }) => slot === 'start');
  return found.filter(({ slot }) => slot !== 'end' || !startsDiffer);
}

/** Each value is held against the first telling of every other value, so that the links grow with the tellings, not their pairs. */
function conflictIn(slot: Slot, tellings: readonly Telling[]): Conflict | null {
  const saying = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const value = slot.value(telling);
    if (value !== null) saying.set(value, [...(saying.get(value) ?? []), telling]);
  }
  const pairs = new Map<string, readonly [string, string]>();
  const taking = new Map<string, { telling: Telling; value: string }>();
  for (const [value, group] of saying) {
    for (const [otherValue, others] of saying) {
      const other = others[0];
      if (value === otherValue || other === undefined) continue;
      for (const telling of group) {
        if (!slot.conflict(telling, other)) continue;
        const [a, b] = telling.id < other.id ? [telling, other] : [other, telling];
        pairs.set(`${a.id} ${b.id}`, [a.id, b.id]);
        taking.set(telling.id, { telling, value });
        taking.set(other.id, { telling: other, value: otherValue });
      }
    }
  }
  if (pairs.size === 0) return null;
  const values = [...taking].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return {
    slot: slot.slot,
    values,
    pairs: [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair),
  };
}

const unlike = new Set([
  'held denied',
  'ongoing denied',
  'planned denied',
  'held cancelled',
  'ongoing cancelled',
  'planned cancelled',
]);

const slots: readonly Slot[] = [
  { slot: 'start', value: (telling) => telling.start, conflict: startsConflict },
  {
    slot: 'end',
    value: (telling) => telling.end,
    conflict: (left, right) => datesConflict(left.end ?? '', right.end ?? '') && !eitherWithin(left, right),
  },
  {
    slot: 'place',
    value: (telling) => telling.place?.name ?? null,
    conflict: (left, right) => placesContradict(left.place, right.place),
  },
  { slot: 'participants', value: participantsOf, conflict: participantsConflict },
  {
    slot: 'mediators',
    value: (telling) => namesOf(telling, telling.mediators),
    conflict: (left, right) => shared(left.mediators, right.mediators).length === 0,
  },
  {
    slot: 'status',
    value: (telling) => telling.status,
    conflict: (left, right) =>
      unlike.has(`${left.status} ${right.status}`) || unlike.has(`${right.status} ${left.status}`),
  },
  {
    slot: 'status',
    value: (telling) => (telling.direct === null ? null : telling.direct ? 'direct' : 'indirect'),
    conflict: (left, right) => left.direct !== right.direct,
  },
];

/** A single day, or days of a vague week, within the days that another telling gives do not contradict them. */
function startsConflict(left: Telling, right: Telling): boolean {
  if (!datesConflict(left.start ?? '', right.start ?? '')) return false;
  return !eitherWithin(left, right);
}

function eitherWithin(left: Telling, right: Telling): boolean {
  return liesWithin(left, right) || liesWithin(right, left);
}

/** "This week" is written as its days. */
const vagueDays = 5;

function liesWithin(inner: Telling, outer: Telling): boolean {
  const [within, around] = [stretchOf(inner.start, inner.end), stretchOf(outer.start, outer.end)];
  if (within === null || around === null || within.first < around.first || within.last > around.last)
    return false;
  return within.first === within.last || around.last - around.first + 1 >= vagueDays;
}

function participantsOf(telling: Telling): string | null {
  return namesOf(telling, telling.persons);
}

function namesOf(telling: Telling, nodes: readonly string[]): string | null {
  const names = nodes.map((node) => telling.names[node] ?? node);
  return names.length === 0 ? null : names.toSorted().join(', ');
}

/**
 * Lists of two or more that name different people; who hosts or mediates in the other telling is no difference, nor is it that an
 * article names fewer when it comes back to the meeting.
 */
function participantsConflict(left: Telling, right: Telling): boolean {
  const onlyLeft = missing(left, right);
  const onlyRight = missing(right, left);
  if (onlyLeft.length === 0 && onlyRight.length === 0) return false;
  if (isExpected(left) !== isExpected(right)) return false;
  if (left.article === right.article && (onlyLeft.length === 0 || onlyRight.length === 0)) return false;
  if (left.persons.length >= 2 && right.persons.length >= 2) return true;
  return onlyLeft.some((a) =>
    onlyRight.some((b) => left.stateOf[a] !== undefined && left.stateOf[a] === right.stateOf[b]),
  );
}

/** Who comes in the end need not be who was expected. */
function isExpected({ status }: Telling): boolean {
  return status === 'planned' || status === 'possible';
}

function missing(from: Telling, other: Telling): string[] {
  return from.persons.filter(
    (person) => ![...other.persons, ...other.hosts, ...other.mediators].includes(person),
  );
}

/** One slot for each unit that at least two articles give numbers of. */
function numberSlots(tellings: readonly Telling[]): Slot[] {
  const units = new Set(
    tellings.flatMap(({ numbers }) => numbers.flatMap((quantity) => unitOf(quantity) ?? [])),
  );
  return [...units].toSorted().map((unit) => ({
    slot: 'number',
    value: (telling) => {
      const texts = numbersIn(telling, unit).map(({ text }) => text);
      return texts.length === 0 ? null : [...new Set(texts)].toSorted().join(', ');
    },
    conflict: (left, right) => {
      if (left.article === right.article) return false;
      const values = new Set(numbersIn(left, unit).map(({ value }) => value));
      return !numbersIn(right, unit).some(({ value }) => values.has(value));
    },
  }));
}

function numbersIn(telling: Telling, unit: string) {
  return telling.numbers.filter((quantity) => unitOf(quantity) === unit);
}
