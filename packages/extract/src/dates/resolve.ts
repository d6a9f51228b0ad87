import {
  addMonths,
  calendarDay,
  dayNumber,
  daysInMonth,
  isDay,
  mondayOf,
  weekdayOf,
  type DayNumber,
} from './calendar.ts';
import type { TimeValue } from './time-value.ts';

/** Where a time lies, seen from the day of writing; 'unknown' where the sentence does not tell. */
export type Direction = 'behind' | 'ahead' | 'unknown';

/** A stretch of days, and how exactly the text gives it. */
export interface Period {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly grain: 'day' | 'month' | 'year';
}

/** What a time is read against. */
export interface Reference {
  readonly published: DayNumber;
  readonly direction: Direction;
  /** The last date told before this one. */
  readonly narrative: Period | undefined;
}

/** Sets a time against its reference; undefined where the text does not allow a date ('that month' with no month told). */
export function resolveTime(value: TimeValue, reference: Reference): Period | undefined {
  switch (value.kind) {
    case 'day':
      return resolveDay(value, reference);
    case 'weekday':
      return resolveWeekday(value, reference);
    case 'month':
      return resolveMonth(value, reference);
    case 'year':
      return yearPeriod(value.year, value.span);
    case 'season':
      return resolveSeason(value, reference);
    case 'shift':
      return resolveShift(value, reference);
    case 'period':
      return resolvePeriod(value, reference);
    case 'window':
      return resolveWindow(value, reference);
  }
}

type ValueOf<K extends TimeValue['kind']> = Extract<TimeValue, { kind: K }>;

const oneDay = (day: DayNumber): Period => ({ first: day, last: day, grain: 'day' });

function monthPeriod(year: number, month: number): Period {
  const first = dayNumber({ year, month, day: 1 });
  return { first, last: first + daysInMonth(year, month) - 1, grain: 'month' };
}

function yearPeriod(year: number, span = 1): Period {
  return {
    first: dayNumber({ year, month: 1, day: 1 }),
    last: dayNumber({ year: year + span - 1, month: 12, day: 31 }),
    grain: 'year',
  };
}

function resolveDay(value: ValueOf<'day'>, reference: Reference): Period | undefined {
  const now = calendarDay(reference.published);
  if (value.month === undefined) {
    const months = [-1, 0, 1].map((step) => calendarDay(addMonths(reference.published - now.day + 1, step)));
    return chosen(
      months
        .map(({ year, month }) => ({ year, month, day: value.day }))
        .filter(isDay)
        .map(dayNumber),
      reference,
    );
  }
  const { month, day, yearStep } = value;
  const year = value.year ?? (yearStep === undefined ? undefined : now.year + yearStep);
  const years = year === undefined ? [now.year - 1, now.year, now.year + 1] : [year];
  const days = years
    .map((year) => ({ year, month, day }))
    .filter(isDay)
    .map(dayNumber);
  const agreeing = days.filter((candidate) => weekdayOf(candidate) === value.weekday);
  return agreeing.length > 0 ? nearest(agreeing, reference.published) : chosen(days, reference);
}

/** A date without a year is not meant to lie that many days ahead: they would say 'next October'. */
const farAhead = 240;

/** The candidate on the side that the tense tells, the nearest one where it tells nothing. */
function chosen(days: readonly DayNumber[], { published, direction }: Reference): Period | undefined {
  const behind = days.filter((day) => day <= published);
  const ahead = days.filter((day) => day >= published);
  if (direction === 'behind' && behind.length > 0) return oneDay(Math.max(...behind));
  const next = Math.min(...ahead);
  if (direction === 'ahead' && next - published < farAhead) return oneDay(next);
  return nearest(days, published);
}

function nearest(days: readonly DayNumber[], to: DayNumber): Period | undefined {
  const [best] = days.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to) || a - b);
  return best === undefined ? undefined : oneDay(best);
}

function resolveWeekday(value: ValueOf<'weekday'>, { published, direction }: Reference): Period {
  if (value.weekStep !== undefined) return oneDay(mondayOf(published) + 7 * value.weekStep + value.weekday);
  const back = (weekdayOf(published) - value.weekday + 7) % 7;
  const forth = (7 - back) % 7;
  switch (value.which) {
    case 'previous':
      return oneDay(published - (back === 0 ? 7 : back));
    case 'following':
      return oneDay(published + (forth === 0 ? 7 : forth));
    case 'current':
      return oneDay(direction === 'behind' ? published - back : published + forth);
    case 'nearest':
      return oneDay(direction === 'ahead' ? published + forth : published - back);
  }
}

function resolveMonth(value: ValueOf<'month'>, { published, direction }: Reference): Period {
  const now = calendarDay(published);
  if (value.year !== undefined) return monthPeriod(value.year, value.month);
  if (value.yearStep !== undefined) return monthPeriod(now.year + value.yearStep, value.month);
  const back = (now.month - value.month + 12) % 12;
  const forth = (12 - back) % 12;
  const index = now.year * 12 + now.month - 1;
  const at = (months: number): Period => monthPeriod(Math.floor((index + months) / 12), value.month);
  switch (value.which) {
    case 'previous':
      return at(back === 0 ? -12 : -back);
    case 'following':
      return at(forth === 0 ? 12 : forth);
    case 'current':
      return monthPeriod(now.year, value.month);
    case 'nearest':
      if (direction === 'unknown') return at(back <= forth ? -back : forth);
      return at(direction === 'behind' || back === 1 ? -back : forth);
  }
}

function resolveSeason({ endMonth, which }: ValueOf<'season'>, { published }: Reference): Period {
  const { year, month } = calendarDay(published);
  const over = month > endMonth;
  if (which === 'previous') return yearPeriod(over ? year : year - 1);
  return yearPeriod(which === 'following' && over ? year + 1 : year);
}

const daysOf = { day: 1, week: 7, fortnight: 14, weekend: 7 } as const;
const monthsOf = { month: 1, year: 12, decade: 120 } as const;

function resolveShift(value: ValueOf<'shift'>, { published, narrative }: Reference): Period | undefined {
  const base = value.anchor === 'published' ? oneDay(published) : narrative;
  if (base === undefined) return undefined;
  const { unit, amount } = value;
  if (unit === 'month' || unit === 'year' || unit === 'decade') {
    const moved = calendarDay(addMonths(base.first, amount * monthsOf[unit]));
    const yearly = unit !== 'month' || base.grain === 'year';
    return yearly ? yearPeriod(moved.year) : monthPeriod(moved.year, moved.month);
  }
  // 'in July … the next day': of a day that is told by its month no more is known of the day behind it.
  if (unit === 'day' && base.grain === 'month') return base;
  const moved = (amount < 0 ? base.first : base.last) + amount * daysOf[unit];
  const inexact =
    value.vague === true || (value.anchor === 'published' && unit !== 'day' && Math.abs(amount) > 1);
  if (!inexact && base.grain === 'day') return oneDay(moved);
  const { year, month } = calendarDay(moved);
  return base.grain === 'year' ? undefined : monthPeriod(year, month);
}

function resolvePeriod(value: ValueOf<'period'>, reference: Reference): Period | undefined {
  const { published, narrative, direction } = reference;
  const base = value.anchor === 'published' ? published : narrative?.first;
  if (base === undefined) return undefined;
  const { year, month } = calendarDay(base);
  switch (value.unit) {
    case 'day':
      return oneDay(base + value.step);
    case 'week':
    case 'fortnight':
      return week(
        mondayOf(base) + 7 * value.step,
        value.anchor === 'published' && value.step === 0,
        reference,
      );
    case 'weekend':
      return weekend(base, value.step, direction);
    case 'month': {
      const moved = calendarDay(addMonths(dayNumber({ year, month, day: 1 }), value.step));
      return monthPeriod(moved.year, moved.month);
    }
    case 'year':
      return yearPeriod(year + value.step);
    case 'decade':
      return yearPeriod(Math.floor(year / 10) * 10 + 10 * value.step, 10);
  }
}

/** Monday to Sunday; this week ends with the day of writing where it is past, and starts there where it is ahead. */
function week(monday: DayNumber, isThis: boolean, { published, direction }: Reference): Period {
  if (!isThis) return { first: monday, last: monday + 6, grain: 'day' };
  if (direction === 'ahead') return { first: published, last: monday + 6, grain: 'day' };
  return { first: monday, last: published, grain: 'day' };
}

/** Saturday and Sunday: the last ones, the coming ones, or by the tense. */
function weekend(base: DayNumber, step: number, direction: Direction): Period {
  const saturday = mondayOf(base) + 5;
  const over = saturday > base ? -7 : 0;
  const shift = step === 0 && direction !== 'ahead' ? over : step < 0 ? -7 : step > 0 ? over + 7 : 0;
  return { first: saturday + shift, last: saturday + shift + 1, grain: 'day' };
}

function resolveWindow({ unit, amount }: ValueOf<'window'>, { published }: Reference): Period {
  const monthly = unit === 'month' || unit === 'year' || unit === 'decade';
  const edge = monthly ? addMonths(published, amount * monthsOf[unit]) : published + amount * daysOf[unit];
  const grain = unit === 'year' || unit === 'decade' ? 'year' : monthly ? 'month' : 'day';
  return { first: Math.min(edge, published), last: Math.max(edge, published), grain };
}

/**
 * The day of a date with its weekday but no year, in an article that does not tell when it was written: the last one up to
 * a year. Undefined for anything else.
 */
export function resolveUndated(value: TimeValue, latestYear: number): Period | undefined {
  if (value.kind !== 'day' || value.month === undefined || value.weekday === undefined) return undefined;
  const { month, day, weekday } = value;
  for (let year = latestYear; year > latestYear - 12; year--) {
    if (isDay({ year, month, day }) && weekdayOf(dayNumber({ year, month, day })) === weekday) {
      return oneDay(dayNumber({ year, month, day }));
    }
  }
  return undefined;
}
