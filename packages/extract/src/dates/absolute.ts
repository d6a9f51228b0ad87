import type { Reading, TimeValue } from './time-value.ts';
import type { Unit } from './units.ts';
import {
  afterComma,
  afterDayPart,
  afterRangeSign,
  dayAt,
  isSign,
  isWord,
  monthAt,
  seasonAt,
  weekdayAt,
  yearAt,
  type Read,
} from './units-of-time.ts';
import { vocabulary } from './vocabulary.ts';

type DayValue = Extract<TimeValue, { kind: 'day' }>;

/** Dates that name a day: 'Friday, February 6, 2026', '6th of May', 'January 15-20', '2026-02-05'. */
export function readDay(units: readonly Unit[], at: number): Reading | undefined {
  return isoDayAt(units, at) ?? namedDay(units, at) ?? dayOfThisMonth(units, at);
}

function isoDayAt(units: readonly Unit[], at: number): Reading | undefined {
  const [year, first, month, second, day] = units.slice(at, at + 5);
  if (!isSign(first, '-') || !isSign(second, '-') || yearAt(units, at) === undefined) return undefined;
  if (!/^\d\d$/.test(month?.text ?? '') || !/^\d\d$/.test(day?.text ?? '')) return undefined;
  const value: DayValue = {
    kind: 'day',
    year: Number(year?.text),
    month: Number(month?.text),
    day: Number(day?.text),
  };
  return { value, next: at + 5, rule: 'date.iso' };
}

function namedDay(units: readonly Unit[], at: number): Reading | undefined {
  const weekday = leadingWeekday(units, at);
  const from = weekday?.next ?? at;
  const found = monthThenDay(units, from) ?? dayThenMonth(units, from);
  if (found === undefined) return undefined;
  if (weekday === undefined || found.value.kind !== 'day') return found;
  return { ...found, value: { ...found.value, weekday: weekday.value } };
}

/** 'Friday,', 'Thurs.,', 'Friday the', 'Friday morning,': only before a date. */
function leadingWeekday(units: readonly Unit[], at: number): Read<number> | undefined {
  const unit = units[at];
  const full = weekdayAt(units, at);
  const short = unit?.kind === 'word' ? vocabulary.weekdayAbbreviations.get(unit.lower) : undefined;
  const value = full?.value ?? short;
  if (value === undefined) return undefined;
  let next = isSign(units[at + 1], '.') ? at + 2 : at + 1;
  next = afterComma(units, afterDayPart(units, next));
  if (isWord(units[next], ['on'])) next++;
  if (isWord(units[next], ['the'])) next++;
  return { value, next };
}

function monthThenDay(units: readonly Unit[], at: number): Reading | undefined {
  const month = monthAt(units, at);
  if (month === undefined) return undefined;
  const first = dayAt(units, isWord(units[month.next], ['the']) ? month.next + 1 : month.next);
  if (first === undefined || isYearFigures(units, first)) return undefined;
  const range = rangeEnd(units, first.next, month.value);
  const year = yearOfDay(units, range?.next ?? first.next);
  const day = (of: { month: number; day: number }): DayValue => ({ kind: 'day', ...of, ...year?.value });
  const next = year?.next ?? range?.next ?? first.next;
  const value = day({ month: month.value, day: first.value });
  if (range === undefined) return { value, next, rule: 'date.month-day' };
  return { value, to: day(range.value), next, rule: 'date.month-day.range' };
}

/** A number behind a month that goes on as something else: 'May 20 million'. */
function isYearFigures(units: readonly Unit[], day: Read<number>): boolean {
  return isWord(units[day.next], ['million', 'billion', 'percent', 'per']) || isSign(units[day.next], '%$€£');
}

/** '-20', 'to 20', 'and 20', '- February 2' behind a month and a day. */
function rangeEnd(
  units: readonly Unit[],
  at: number,
  month: number,
): Read<{ month: number; day: number }> | undefined {
  const from = behindList(units, at);
  const next = afterRangeSign(units, from);
  if (next === undefined) return undefined;
  const named = monthAt(units, next);
  const day = dayAt(units, named?.next ?? next);
  if (day === undefined || isYearFigures(units, day)) return undefined;
  if (named === undefined && isWord(units[from], ['and']) && units[day.next]?.kind === 'word')
    return undefined;
  return { value: { month: named?.value ?? month, day: day.value }, next: day.next };
}

/** Behind ', 7' in 'January 5, 7 and 9', '8, 10 or 11 March': the days between the first and the last. */
function behindList(units: readonly Unit[], at: number): number {
  let next = at;
  while (isSign(units[next], ',')) {
    const day = dayAt(units, next + 1);
    if (day === undefined) break;
    next = day.next;
  }
  return next;
}

function trailingYear(units: readonly Unit[], at: number): Read<number> | undefined {
  return yearAt(units, afterComma(units, at));
}

/** Behind a day and its month: '2026', 'last year', 'of this year'. */
function yearOfDay(
  units: readonly Unit[],
  at: number,
): Read<Pick<DayValue, 'year' | 'yearStep'>> | undefined {
  const year = trailingYear(units, at);
  if (year !== undefined) return { value: { year: year.value }, next: year.next };
  const step = relativeYear(units, at);
  return step === undefined ? undefined : { value: { yearStep: step.value }, next: step.next };
}

function dayThenMonth(units: readonly Unit[], at: number): Reading | undefined {
  const start = isWord(units[at], ['the']) ? at + 1 : at;
  const first = dayAt(units, start) ?? ordinalWord(units, start);
  if (first === undefined || isSign(units[start - 1], '$€£:')) return undefined;
  const sign = afterRangeSign(units, behindList(units, first.next));
  const second = sign === undefined ? undefined : dayAt(units, sign);
  const of = second?.next ?? first.next;
  const month = monthAt(units, isWord(units[of], ['of']) ? of + 1 : of);
  if (month === undefined) return undefined;
  const year = yearOfDay(units, month.next);
  const day = (number: number): DayValue => ({
    kind: 'day',
    month: month.value,
    day: number,
    ...year?.value,
  });
  const next = year?.next ?? month.next;
  if (second === undefined) return { value: day(first.value), next, rule: 'date.day-month' };
  return { value: day(first.value), to: day(second.value), next, rule: 'date.day-month.range' };
}

function ordinalWord(units: readonly Unit[], at: number): Read<number> | undefined {
  const unit = units[at];
  const value = unit?.kind === 'word' ? vocabulary.ordinals.get(unit.lower) : undefined;
  return value !== undefined && isWord(units[at + 1], ['of']) ? { value, next: at + 1 } : undefined;
}

/** 'on the 20th': a day of the month the text is in. */
function dayOfThisMonth(units: readonly Unit[], at: number): Reading | undefined {
  if (!isWord(units[at], ['the']) || !isWord(units[at - 1], ['on', 'until', 'from', 'by', 'for']))
    return undefined;
  const day = dayAt(units, at + 1);
  if (day === undefined || day.next !== at + 3) return undefined;
  if (units[day.next]?.kind === 'word' && !isWord(units[day.next], ['in', 'at', 'and', 'for', 'to']))
    return undefined;
  return { value: { kind: 'day', day: day.value }, next: day.next, rule: 'date.day-only' };
}

/** Months and years: 'March 2026', 'last February', 'March of next year', 'in 2013', 'summer 2024', 'the 1990s'. */
export function readMonthOrYear(units: readonly Unit[], at: number): Reading | undefined {
  return monthOfYear(units, at) ?? seasonOfYear(units, at) ?? yearAlone(units, at);
}

function monthOfYear(units: readonly Unit[], at: number): Reading | undefined {
  const first = oneMonth(units, at);
  if (first === undefined) return undefined;
  const sign = afterRangeSign(units, first.next);
  const second = sign === undefined ? undefined : oneMonth(units, sign);
  if (second === undefined) return first;
  return { value: first.value, to: second.value, next: second.next, rule: 'date.month.range' };
}

function oneMonth(units: readonly Unit[], at: number): Reading | undefined {
  const month = monthAt(units, at);
  if (month === undefined) return undefined;
  const year = trailingYear(units, isWord(units[month.next], ['of']) ? month.next + 1 : month.next);
  if (year !== undefined) {
    const value: TimeValue = { kind: 'month', month: month.value, year: year.value, which: 'nearest' };
    return { value, next: year.next, rule: 'date.month-year' };
  }
  if (dayAt(units, month.next) !== undefined) return undefined;
  const step = relativeYear(units, month.next);
  const value: TimeValue = {
    kind: 'month',
    month: month.value,
    which: 'nearest',
    ...(step === undefined ? {} : { yearStep: step.value }),
  };
  return { value, next: step?.next ?? month.next, rule: 'date.month' };
}

/** 'of next year', 'last year', 'this year' behind a month: years from the year of writing. */
function relativeYear(units: readonly Unit[], at: number): Read<number> | undefined {
  const start = isWord(units[at], ['of']) ? at + 1 : at;
  if (!isWord(units[start + 1], ['year'])) return undefined;
  if (isWord(units[start], vocabulary.previous)) return { value: -1, next: start + 2 };
  if (isWord(units[start], vocabulary.following)) return { value: 1, next: start + 2 };
  return isWord(units[start], vocabulary.current) ? { value: 0, next: start + 2 } : undefined;
}

function seasonOfYear(units: readonly Unit[], at: number): Reading | undefined {
  if (seasonAt(units, at) === undefined) return undefined;
  const of = isWord(units[at + 1], ['of']) ? at + 2 : at + 1;
  const year = trailingYear(units, of);
  if (year === undefined) return undefined;
  return { value: { kind: 'year', year: year.value, span: 1 }, next: year.next, rule: 'date.season' };
}

const countedNoun =
  /^(?:people|men|women|children|police|percent|million|billion|km|kilomet\w+|miles|met\w+s|euros?|dollars?)$/;

function yearAlone(units: readonly Unit[], at: number): Reading | undefined {
  const year = yearAt(units, at);
  if (year === undefined || year.value > 2100) return undefined;
  const before = units[at - 1];
  const after = units[year.next];
  if (after?.glued === true && isWord(after, ['s']) && year.value % 10 === 0) {
    return { value: { kind: 'year', year: year.value, span: 10 }, next: year.next + 1, rule: 'date.decade' };
  }
  if (
    isSign(before, '$€£#/.:@=') ||
    isSign(after, '%/@') ||
    (after?.glued === true && after.kind === 'word')
  ) {
    return undefined;
  }
  const counted = after?.kind === 'word' && (countedNoun.test(after.lower) || /[^s]s$/.test(after.lower));
  const dated = isWord(before, [
    'in',
    'since',
    'by',
    'until',
    'from',
    'during',
    'of',
    'early',
    'late',
    'mid',
    'to',
  ]);
  if (counted && !(dated && isWord(before, ['in', 'since', 'during']))) return undefined;
  return { value: { kind: 'year', year: year.value, span: 1 }, next: year.next, rule: 'date.year' };
}
