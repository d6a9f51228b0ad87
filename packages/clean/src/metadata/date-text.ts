import { dateWords } from '../lines/date-words.ts';
import { fold } from '../lines/tokens.ts';

/** A day read from text; `year` is null where the text leaves it out. */
export interface TextDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Where it stands in the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** How '3/4/2020' is to be read. */
export type NumericOrder = 'day-first' | 'month-first';

const patterns = {
  yearFirst:
    /(?<![\d.])((?:19|20)\d{2})(?:[-/.]|\s?[年년.]\s?)(\d{1,2})(?:[-/.]|\s?[月월.]\s?)(\d{1,2})(?!\d)/gu,
  numeric: /(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)?\d{2})(?![\d])/gu,
  dayName:
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\u00a0-]{0,2}(?:de\s|of\s|di\s)?([\p{L}\p{M}]{3,12})(?:\.|,)?[\s\u00a0-]{0,2}(?:de\s|del\s|do\s)?((?:19|20)\d{2})?(?!\d)/gu,
  nameDay:
    /(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,12})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d|:\d|[.,]\d)(?:,?\s{1,2}((?:19|20)\d{2})(?!\d))?/gu,
  monthDay: /(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/gu,
};

/** More are of no use, and each is compared with those found before. */
const maxDates = 400;

/**
 * The days that a text names, in the order in which they stand: ISO dates, numbers with '.', '/' or '-',
 * month names of 27 languages before or after the day, Chinese, Japanese and Korean dates.
 * Linear in the length of the text.
 */
export function readDates(text: string, order: NumericOrder = 'day-first'): TextDate[] {
  if (!/\p{N}/u.test(text)) return [];
  const source = westernDigits(text);
  const found: TextDate[] = [];
  const add = (match: RegExpMatchArray, year: number | null, month: number, day: number): void => {
    const start = match.index ?? 0;
    if (found.length >= maxDates || !isDay(year, month, day)) return;
    if (found.some((other) => start < other.end && other.start < start + match[0].length)) return;
    found.push({ year, month, day, start, end: start + match[0].trimEnd().length });
  };
  for (const match of source.matchAll(patterns.yearFirst))
    add(match, int(match[1]), int(match[2]), int(match[3]));
  for (const match of source.matchAll(patterns.dayName)) {
    const month = monthOf(match[2]);
    if (month !== null) add(match, match[3] === undefined ? null : int(match[3]), month, int(match[1]));
  }
  for (const match of source.matchAll(patterns.nameDay)) {
    const month = monthOf(match[1]);
    if (month !== null) add(match, match[3] === undefined ? null : int(match[3]), month, int(match[2]));
  }
  for (const match of source.matchAll(patterns.numeric)) addNumeric(match, order, add);
  for (const match of source.matchAll(patterns.monthDay)) add(match, null, int(match[1]), int(match[2]));
  return found.sort((a, b) => a.start - b.start);
}

type Add = (match: RegExpMatchArray, year: number | null, month: number, day: number) => void;

function addNumeric(match: RegExpMatchArray, order: NumericOrder, add: Add): void {
  const first = int(match[1]);
  const second = int(match[3]);
  const digits = match[4] ?? '';
  const year = digits.length === 2 ? 2000 + int(digits) : int(digits);
  const monthFirst = second > 12 || (order === 'month-first' && first <= 12 && match[2] === '/');
  if (monthFirst) add(match, year, first, second);
  else add(match, year, second, first);
}

const int = (digits: string | undefined): number => Number.parseInt(digits ?? '', 10);

function monthOf(word: string | undefined): number | null {
  return dateWords().months.get(fold(word ?? '')) ?? null;
}

/** Whether the day exists. */
export function isDay(year: number | null, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** 'YYYY-MM-DD', or null where the year is not known. */
export function isoDay(date: Pick<TextDate, 'year' | 'month' | 'day'>): string | null {
  if (date.year === null) return null;
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** Arabic-Indic, Persian and Devanagari digits as 0 to 9; every other character stays where it is. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660;
    return String(code - zero);
  });
}
