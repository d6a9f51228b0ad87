import { isDay } from './date-text.ts';
import { readStatedDate } from './stated-date.ts';

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/;

/**
 * The publication date that somebody states about a document, which wins over the page's own: ISO 8601, a year or a month too, stays as
 * it is; another form that can be read becomes ISO 8601; null for what is no date.
 */
export function readStatedPublication(value: string): string | null {
  const trimmed = value.trim();
  const [whole, year, month = '01', day = '01'] = isoDate.exec(trimmed) ?? [];
  if (whole === undefined) return readStatedDate(trimmed);
  return isDay(Number(year), Number(month), Number(day)) ? trimmed : null;
}
