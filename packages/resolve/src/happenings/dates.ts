/** A stretch of days, both ends included, as numbers of days since 1970; `days` is how exact it is. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly precision: 'day' | 'month' | 'year';
}

const dayMs = 86_400_000;

function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / dayMs);
}

/** The days that an ISO date of any exactness may mean; null for what is not one. */
function span(iso: string): Stretch | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(iso) ?? [];
  if (year === '') return null;
  if (day !== undefined) return { first: dayNumber(iso), last: dayNumber(iso), precision: 'day' };
  if (month !== undefined) {
    const first = dayNumber(`${year}-${month}-01`);
    const next =
      month === '12'
        ? `${Number(year) + 1}-01-01`
        : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
    return { first, last: dayNumber(next) - 1, precision: 'month' };
  }
  return { first: dayNumber(`${year}-01-01`), last: dayNumber(`${year}-12-31`), precision: 'year' };
}

/** The days between a start and an end as an article gives them; null where it gives neither. */
export function stretchOf(start: string | null, end: string | null): Stretch | null {
  const from = start === null ? null : span(start);
  const to = end === null ? null : span(end);
  if (from === null || to === null) return from ?? to;
  return {
    first: Math.min(from.first, to.first),
    last: Math.max(from.last, to.last),
    precision: from.precision,
  };
}

export type DateRelation = 'same' | 'overlap' | 'within' | 'near' | 'apart' | 'unknown';

/**
 * How two stretches lie: the same days, overlapping days, one within the other's coarser date, a day apart, more than a day apart.
 */
export function relate(left: Stretch | null, right: Stretch | null): DateRelation {
  if (left === null || right === null) return 'unknown';
  const gap = Math.max(left.first, right.first) - Math.min(left.last, right.last);
  if (gap > 1) return 'apart';
  if (gap === 1) return left.precision === 'day' && right.precision === 'day' ? 'near' : 'apart';
  if (left.precision !== right.precision) return 'within';
  return left.first === right.first ? 'same' : 'overlap';
}

/** The day of an ISO date as a number; null for none. */
export function dayOfIso(iso: string): number | null {
  return /^\d{4}-\d\d-\d\d/u.test(iso) ? dayNumber(iso) : null;
}

/** Names of the months (or the year, for a date no more exact) that a stretch touches, with three days' slack at its ends. */
export function periodsOf(stretch: Stretch): string[] {
  if (stretch.precision === 'year') return [isoOf(stretch.first).slice(0, 4)];
  const slack = stretch.precision === 'day' ? 3 : 0;
  const months = new Set<string>();
  const last = Math.min(stretch.last, stretch.first + 92) + slack;
  for (let day = stretch.first - slack; day <= last; day += 1) months.add(isoOf(day).slice(0, 7));
  return [...months].toSorted();
}

/** The month before, of and after a day. */
export function monthsAround(day: number): string[] {
  return [...new Set([day - 30, day, day + 30].map((at) => isoOf(at).slice(0, 7)))];
}

function isoOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Whether two ISO dates contradict: neither is the beginning of the other, as a coarser date is of a finer one. */
export function datesConflict(left: string, right: string): boolean {
  return !left.startsWith(right) && !right.startsWith(left);
}
