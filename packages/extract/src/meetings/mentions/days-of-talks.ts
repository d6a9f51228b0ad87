import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { isoDay, parseDay } from '../../dates/calendar.ts';
import type { DatedExpression } from '../../dates/dates.ts';
import { vocabulary } from '../../dates/vocabulary.ts';
import type { Predication } from '../../roles/predication.ts';

/** Talks of more days than that are told by their months. */
const mostDays = 14;

const lengths: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, fortnight: 14 };

/** Verbs that put a day at the beginning of talks. */
const opening = /^(?:open|begin|start|launch|commence|resume|convene|hold|schedule|plan|set|meet)$/;

/** Verbs that put a day at their end. */
const closing = /^(?:end|conclude|close|finish|wrap|adjourn|collapse|break|complete)$/;

/**
 * The days that talks took, where their length is told beside one day: 'agreed on Thursday after two days of talks' is
 * Wednesday and Thursday, 'three days of talks opened on Friday' is Friday to Sunday. Any other date stays as it is.
 */
export function stretched(
  document: AnnotatedDocument,
  { trigger, verb }: Predication,
  date: DatedExpression,
): DatedExpression {
  const days = daysTold(document, trigger);
  const day = date.grain === 'day' ? parseDay(date.start ?? '') : undefined;
  if (days === undefined || day === undefined || days < 2 || date.bound !== null) return date;
  if (date.end !== null && date.end.slice(0, 10) !== date.start?.slice(0, 10)) return date;
  const lemma = verb === null ? '' : (document.tokens[verb]?.lemma ?? '');
  const isEnd = isToldAfter(document, trigger) || closing.test(lemma);
  if (isEnd) return { ...date, start: isoDay(day - days + 1), end: isoDay(day) };
  return opening.test(lemma) ? { ...date, start: isoDay(day), end: isoDay(day + days - 1) } : date;
}

/** 'after two days of talks'. */
export function isToldAfter(document: AnnotatedDocument, noun: number): boolean {
  const measure = measureOf(document, noun);
  return [noun, measure?.i].some(
    (token) =>
      token !== undefined &&
      children(document, token, 'case').some(({ lower }) => /^(?:after|following)$/.test(lower)),
  );
}

/** The noun that measures: 'days' in 'two days of talks'. */
function measureOf(document: AnnotatedDocument, noun: number): Token | undefined {
  const governor = headOf(document, noun);
  return governor !== undefined && governor.lemma in lengths ? governor : undefined;
}

/** How many days a noun is said to have taken: 'two days of talks', 'a week of talks', 'three-day talks'. */
function daysTold(document: AnnotatedDocument, noun: number): number | undefined {
  const measure = measureOf(document, noun);
  if (measure !== undefined) {
    const counted = child(document, measure.i, 'nummod') ?? child(document, measure.i, 'det');
    return counted === undefined
      ? undefined
      : limited(numberOf(counted.lower) * (lengths[measure.lemma] ?? 1));
  }
  const adjective = document.tokens
    .slice(Math.max(0, noun - longestAdjective), noun)
    .map(({ lower }) => lower)
    .join('');
  const [, count = '', unit = ''] = /(\p{L}+|\d{1,2})-(day|week)\p{L}*$/u.exec(adjective) ?? [];
  return count === '' ? undefined : limited(numberOf(count) * (lengths[unit] ?? 1));
}

/** How many tokens before the noun 'three-day' may begin. */
const longestAdjective = 4;

const limited = (days: number): number | undefined => (days <= mostDays ? days : undefined);

const numberOf = (word: string): number =>
  /^an?$/.test(word)
    ? 1
    : (vocabulary.numbers.get(word) ?? Number(/^\d{1,2}$/.exec(word)?.[0] ?? Number.NaN));
