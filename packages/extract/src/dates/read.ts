import { headOfSpan, tokensBetween, type AnnotatedDocument } from '@dragoman/nlp';
import type { ExtractionContext } from '../context.ts';
import { readDay, readMonthOrYear } from './absolute.ts';
import { isoDay, isoMonth, isoYear, calendarDay, parseDay, type DayNumber } from './calendar.ts';
import { clockAt, type Clock } from './clock.ts';
import { readRelative } from './relative.ts';
import { resolveTime, resolveUndated, type Direction, type Period } from './resolve.ts';
import { directionAt } from './tense.ts';
import type { Reading, TimeValue } from './time-value.ts';
import { unitsOf, type Unit } from './units.ts';
import { isWord } from './units-of-time.ts';
import { vocabulary, type Bound } from './vocabulary.ts';

/** A time told in the article, as a date. */
export interface DatedExpression {
  /** Tokens, `last` inclusive. */
  readonly first: number;
  readonly last: number;
  /** The token by which the expression hangs in the tree. */
  readonly head: number;
  /** ISO, as exact as the text allows; null where only the other end is told ('until 2021'). */
  readonly start: string | null;
  readonly end: string | null;
  readonly grain: Period['grain'];
  readonly bound: Bound | null;
  /** The token whose time it is, where that is not told by the tree: the shelling in 'a week after the shelling'. */
  readonly of: number | null;
  readonly rule: string;
  /** The same words read as a time to come ('in January', 'on Friday'), where that is another one. */
  readonly ahead?: Pick<DatedExpression, 'start' | 'end'>;
}

/**
 * All times of the article, in text order, resolved against its publication date (the method: a hand-written grammar over
 * words; direction from tense; relative times of a narrative from the last date told before them).
 * Without a publication date only what names its year is dated.
 */
export function readDates({ document, published }: ExtractionContext): DatedExpression[] {
  const units = unitsOf(document.text);
  const today = published === null ? undefined : parseDay(published);
  const found: DatedExpression[] = [];
  let narrative: Period | undefined;
  for (let at = 0; at < units.length;) {
    const reading = readAt(units, at);
    if (reading === undefined) {
      at++;
      continue;
    }
    const dated = dateOf(document, units, at, reading, today, narrative);
    at = reading.next;
    if (dated === undefined) continue;
    found.push(dated.expression);
    if (isAnchor(dated.expression)) narrative = dated.period;
  }
  return found;
}

/** Every word a time may begin with: most words of a text are none, and need no look at the grammar. */
const openers: ReadonlySet<string> = new Set([
  ...vocabulary.months.keys(),
  ...vocabulary.weekdays.keys(),
  ...vocabulary.weekdayAbbreviations.keys(),
  ...vocabulary.seasons.keys(),
  ...vocabulary.numbers.keys(),
  ...vocabulary.ordinals.keys(),
  ...vocabulary.words.keys(),
  ...vocabulary.previous,
  ...vocabulary.following,
  ...vocabulary.current,
  ...vocabulary.sameAsBefore,
  ...'the day this last in within several few some following next previous preceding weekend'.split(' '),
]);

/** What the grammar reads at a unit, the longest form first. */
export function readAt(units: readonly Unit[], at: number): Reading | undefined {
  const unit = units[at];
  if (unit === undefined || !(unit.kind === 'number' || openers.has(unit.lower))) return undefined;
  return readDay(units, at) ?? readRelative(units, at) ?? readMonthOrYear(units, at);
}

/** What is yet to come is dated ahead, however the sentence that tells of it is put: 'a round in January was on the calendar'. */
export function readAhead(date: DatedExpression): DatedExpression {
  return date.ahead === undefined ? date : { ...date, ...date.ahead };
}

function isAnchor({ bound, of }: DatedExpression): boolean {
  return of === null && bound !== 'until' && bound !== 'by' && bound !== 'before';
}

interface Dated {
  readonly expression: DatedExpression;
  readonly period: Period;
}

function dateOf(
  document: AnnotatedDocument,
  units: readonly Unit[],
  at: number,
  reading: Reading,
  today: DayNumber | undefined,
  narrative: Period | undefined,
): Dated | undefined {
  const start = units[at]?.start ?? 0;
  const end = units[reading.next - 1]?.end ?? start;
  const span = tokensBetween(document, start, end);
  if (span.end <= span.start) return undefined;
  const head = headOfSpan(document, span).i;
  const bound = boundBefore(units, at, reading);
  const told = directionAt(document, head);
  const direction = bound === 'until' && told === 'behind' ? 'unknown' : told;
  if (reading.rule === 'date.in' && direction !== 'ahead') return undefined;
  const period =
    today === undefined && !isAbsolute(reading.value)
      ? resolveUndated(reading.value, vocabulary.latestYear)
      : resolveReading(reading, today ?? 0, direction, narrative);
  if (period === undefined) return undefined;
  const clock = clockAt(units, at, reading.next);
  const ahead = today === undefined ? undefined : resolveReading(reading, today, 'ahead', narrative);
  const isOther = ahead !== undefined && ahead.first > period.first;
  const expression: DatedExpression = {
    first: span.start,
    last: span.end - 1,
    head,
    ...isoOf(period, bound, clock),
    grain: period.grain,
    bound,
    of: reading.eventOffset === true ? nounBehind(document, span.end) : null,
    rule: reading.rule,
    ...(isOther ? { ahead: isoOf(ahead, bound, clock) } : {}),
  };
  return { expression, period };
}

function isAbsolute(value: TimeValue): boolean {
  if (value.kind === 'year') return true;
  return (value.kind === 'day' || value.kind === 'month') && value.year !== undefined;
}

function resolveReading(
  reading: Reading,
  published: DayNumber,
  direction: Direction,
  narrative: Period | undefined,
): Period | undefined {
  const reference = { published, direction, narrative };
  const first = resolveTime(reading.value, reference);
  if (first === undefined || reading.to === undefined) return first;
  const second = resolveTime(reading.to, reference);
  if (second === undefined) return first;
  if (second.last >= first.first) return { ...first, last: second.last };
  if (reading.to.kind !== 'weekday') return first;
  return direction === 'ahead'
    ? { ...first, last: second.last + 7 }
    : { ...first, first: first.first - 7, last: second.last };
}

/** 'since October', 'by Friday': the preposition right before a date that no noun follows. */
function boundBefore(units: readonly Unit[], at: number, reading: Reading): Bound | null {
  const last = units[reading.next - 1];
  if (reading.to !== undefined || last?.possessive === true) return null;
  const before = units[at - 1];
  const word = isWord(before, ['the', ...vocabulary.parts]) ? units[at - 2] : before;
  return word?.kind === 'word' ? (vocabulary.bounds.get(word.lower) ?? null) : null;
}

function isoOf(
  period: Period,
  bound: Bound | null,
  clock: Clock | undefined,
): Pick<DatedExpression, 'start' | 'end'> {
  const start = isoAt(period.first, period.grain);
  const end = isoAt(period.last, period.grain);
  if (bound === 'since' || bound === 'from') return { start, end: null };
  if (bound === 'until') return { start: null, end };
  if (clock !== undefined && period.first === period.last)
    return { start: `${start}T${clock.time}`, end: null };
  if (period.grain !== 'day' && start === end) return { start, end: null };
  return { start, end };
}

function isoAt(day: DayNumber, grain: Period['grain']): string {
  if (grain === 'day') return isoDay(day);
  const { year, month } = calendarDay(day);
  return grain === 'month' ? isoMonth(year, month) : isoYear(year);
}

/** The head of the words behind 'a week after': a noun or a verb within the next few tokens. */
function nounBehind(document: AnnotatedDocument, from: number): number | null {
  for (let i = from; i < Math.min(from + 6, document.tokens.length); i++) {
    const token = document.tokens[i];
    if (token?.upos === 'NOUN' || token?.upos === 'VERB') return i;
    if (token?.upos === 'PUNCT') return null;
  }
  return null;
}
