import { isDay, isoDay, readDates } from './date-text.ts';
import type { NumericOrder } from './date-text.ts';

const iso =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;
const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6}|T\d{4,6}Z?)?\s*$/;
const epoch = /^\s*(\d{10})(\d{3})?(?:\.\d+)?\s*$/;
const years = { first: 1993, last: 2040 };

/**
 * A date that a page states in an attribute or a field, as ISO 8601: the date, and time and zone where it gives them.
 * Reads ISO, compact and epoch forms, and whatever `readDates` reads. Null for anything else and for days
 * before the web or far in the future.
 */
export function readStatedDate(value: string, order: NumericOrder = 'day-first'): string | null {
  const source = value.slice(0, 100);
  const full = iso.exec(source);
  if (full !== null) return fromIso(full);
  const short = compact.exec(source);
  if (short !== null) return dayOf(Number(short[1]), Number(short[2]), Number(short[3]));
  const seconds = epoch.exec(source);
  if (seconds !== null)
    return within(new Date(Number(seconds[1]) * 1000).toISOString().replace('.000Z', 'Z'));
  const [date] = readDates(source, order);
  return date === undefined || date.year === null ? null : within(isoDay(date));
}

function fromIso(match: RegExpExecArray): string | null {
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const time = match[4];
  if (day === null || time === undefined) return day;
  const clock = time.length < 6 ? `${time.padStart(5, '0')}:00` : time.padStart(8, '0');
  const zone = (match[5] ?? '').toUpperCase().replace(/UTC|GMT/, 'Z');
  return `${day}T${clock}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
}

function dayOf(year: number, month: number, day: number): string | null {
  return isDay(year, month, day) ? within(isoDay({ year, month, day })) : null;
}

function within(date: string | null): string | null {
  if (date === null) return null;
  const year = Number(date.slice(0, 4));
  return year >= years.first && year <= years.last ? date : null;
}
