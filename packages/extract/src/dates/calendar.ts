/** Days as the number of days since 1970-01-01: arithmetic without time zones. */
export type DayNumber = number;

const millisecondsADay = 86_400_000;

/** A calendar day; month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of a calendar day; days outside the month roll over, as Date.UTC has it. */
export function dayNumber({ year, month, day }: CalendarDay): DayNumber {
  return Math.floor(Date.UTC(year, month - 1, day) / millisecondsADay);
}

export function calendarDay(number: DayNumber): CalendarDay {
  const date = new Date(number * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Reads YYYY-MM-DD (what follows is not looked at); undefined for anything else. */
export function parseDay(iso: string): DayNumber | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? dayNumber(day) : undefined;
}

/** Does the month have that day? */
export function isDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return calendarDay(dayNumber({ year, month: month + 1, day: 0 })).day;
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7;
}

export function mondayOf(number: DayNumber): DayNumber {
  return number - weekdayOf(number);
}

/** The same day some months on, or the month's last where it has no such day. */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = calendarDay(number);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return dayNumber({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

export const isoYear = (year: number): string => String(year).padStart(4, '0');
export const isoMonth = (year: number, month: number): string =>
  `${isoYear(year)}-${String(month).padStart(2, '0')}`;

export function isoDay(number: DayNumber): string {
  const { year, month, day } = calendarDay(number);
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}
