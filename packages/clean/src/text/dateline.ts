import type { Article } from '@dragoman/schemas';
import { bylineWords } from '../lines/byline-words.ts';
import { fold } from '../lines/tokens.ts';
import { isoDay, readDates } from '../metadata/date-text.ts';

export type Dateline = NonNullable<Article['dateline']>;

const maxLength = 130;
/** Words of a place that neither an agency nor a date stands beside. */
const longestBarePlace = 4;
const separator = /\s[–—-]{1,2}\s|\)\s?[–—-]{1,2}\s?|\.\s?[–—-]{1,2}\s|[–—]\s?(?=\p{Lu})|\/\.?\s[–—-]?\s?/u;
const chinese =
  /^[\s（(【]?(?:(?<agency>\p{Script=Han}{2,6}[社网網])\s?)?(?<place>\p{Script=Han}{2,8}?)\s?(?<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s?[电電讯訊]/u;
const smallWords: ReadonlySet<string> = new Set([
  'de',
  'la',
  'el',
  'al',
  'of',
  'the',
  'and',
  'del',
  'le',
  'am',
  'an',
  'der',
  'upon',
  'sur',
  'do',
  'da',
]);

/**
 * The dateline that a paragraph opens with: 'BRUSSELS -', 'DHAKA, 18 February 2026 –', 'Berlin (dpa) -',
 * 'DJIBOUTI CITY, Nov 13 (Meridian Ledger) —', 'MOSCOW, February 5. /TASS/.', '新华社北京2月5日电'.
 * In: the paragraph; the publication date (ISO) for a dateline that leaves the year out; whether it is the first
 * paragraph, where 'Lomé - Togo's port authority …' is a dateline, too.
 * Out: place, agency and date, or null where the paragraph opens with its first sentence.
 */
export function readDateline(
  paragraph: string,
  published: string | null = null,
  isFirst = false,
): Dateline | null {
  const han = chinese.exec(paragraph.slice(0, maxLength));
  if (han?.groups !== undefined) {
    return {
      place: han.groups['place'] ?? null,
      agency: han.groups['agency'] ?? null,
      date: dateOf(han.groups['date'] ?? '', published)?.iso ?? null,
    };
  }
  const opening = paragraph.slice(0, maxLength);
  const end = separator.exec(opening);
  if (end === null) return null;
  const bracketed = opening[end.index] === ')' || opening[end.index] === '/';
  const head = opening.slice(0, end.index + (bracketed ? 1 : 0));
  const rest = paragraph.slice(end.index + end[0].length);
  const dateline = readHead(head, published, agencyAfter(rest.slice(0, maxLength)));
  if (dateline !== null || !isFirst || !isBarePlace(head, rest)) return dateline;
  return { place: head.trim(), agency: null, date: null };
}

/** One to three capitalised words, no label, before a sentence that begins anew. */
function isBarePlace(head: string, rest: string): boolean {
  const words = head.trim().split(/\s+/);
  if (words.length > 3 || !/^["“„«]?\p{Lu}/u.test(rest) || rest.length < 60) return false;
  if (/^[^.!?]{0,200}\s[–—-]\s/.test(rest)) return false;
  return (
    /^[\p{L}\s.'’/-]+$/u.test(head) && isPlace(head.trim()) && !bylineWords().notPlaces.has(fold(head.trim()))
  );
}

function readHead(head: string, published: string | null, agencyBehind: string | null): Dateline | null {
  let rest = head;
  let agency = agencyBehind;
  const bracket = /[(/]([^()/]{2,50})[)/]/.exec(rest);
  if (bracket !== null) {
    agency = (bracket[1] ?? '').trim();
    rest = rest.replace(bracket[0], ' ');
  }
  const date = dateOf(rest, published);
  if (date !== null) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  const named = rest
    .split(/[,;:]/)
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[\s.]+|[\s/]+$|(?<=\p{L}{3})\.$/gu, ''))
    .filter((part) => /\p{L}/u.test(part) && !isWeekday(part));
  const last = named.at(-1);
  if (agency === null && named.length > 1 && last !== undefined && bylineWords().agencies.has(fold(last))) {
    agency = named.pop() ?? null;
  }
  const place = named.join(', ');
  if (place === '')
    return bracket === null || agency === null ? null : bracketOnly(agency, date?.iso ?? null);
  if (!isPlace(place)) return null;
  const [city = ''] = named;
  const shouted = /\p{Lu}{3}/u.test(city) && city === city.toUpperCase();
  if (agency === null && date === null && (!shouted || place.split(' ').length > longestBarePlace))
    return null;
  return {
    place: shouted ? named.map(titleCased).join(', ') : place,
    agency,
    date: date?.iso ?? null,
  };
}

function isPlace(text: string): boolean {
  const words = text.split(/[\s/-]+/).filter((word) => word !== '' && word !== ',');
  if (words.length === 0 || words.length > 7 || text.length > 60) return false;
  return words.every((word) => /^\p{Lu}/u.test(word) || /^\p{Lo}/u.test(word) || smallWords.has(fold(word)));
}

const isWeekday = (text: string): boolean => /day$/i.test(text) && text.length < 10;

function agencyAfter(rest: string): string | null {
  const name = /^([\p{L}\p{N} ]{2,20})\.\s/u.exec(rest)?.[1];
  return name !== undefined && bylineWords().agencies.has(fold(name)) ? name : null;
}

interface HeadDate {
  readonly iso: string | null;
  readonly start: number;
  readonly end: number;
}

function dateOf(text: string, published: string | null): HeadDate | null {
  const date = readDates(text)[0];
  if (date === undefined) return null;
  const year = date.year ?? nearestYear(date.month, date.day, published);
  return { iso: isoDay({ ...date, year }), start: date.start, end: date.end };
}

/** The year in which a day without one lies closest to the publication date. */
function nearestYear(month: number, day: number, published: string | null): number | null {
  const reference = published === null ? Number.NaN : Date.parse(published.slice(0, 10));
  if (Number.isNaN(reference)) return null;
  const year = new Date(reference).getUTCFullYear();
  const distance = (candidate: number): number => Math.abs(Date.UTC(candidate, month - 1, day) - reference);
  return [year - 1, year, year + 1].reduce(
    (best, each) => (distance(each) < distance(best) ? each : best),
    year,
  );
}

/** 'DJIBOUTI CITY' as 'Djibouti City'. */
function titleCased(place: string): string {
  if (!/^[^\p{Ll}]{4,}$/u.test(place) || place.includes('.')) return place;
  return place.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** '(EFE) -' names an agency, '(Leipzig) -' a place. */
function bracketOnly(name: string, date: string | null): Dateline {
  const isAgency = bylineWords().agencies.has(fold(name)) || /^\p{Lu}{2}/u.test(name);
  return { place: isAgency ? null : name, agency: isAgency ? name : null, date };
}
