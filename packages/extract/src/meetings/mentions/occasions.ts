import { children, type AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { DatedExpression } from '../../dates/dates.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import type { Predication, Slots } from '../../roles/predication.ts';
import type { MeetingPattern } from '../lexicon.ts';
import type { MeetingSources } from './mention.ts';

/** One of the meetings that a predication tells of, with the time and the place that the words give it alone. */
export interface Occasion {
  readonly predication: Predication;
  readonly date?: DatedExpression;
  readonly place?: Entity;
  /** The place told of one is that of all. */
  readonly isShared?: boolean;
}

/** Slots of those who are met or visited. */
const counterparts = ['object', 'with', 'to', 'into', 'in'];

/**
 * The meetings that one predication tells of: 'met A on Sunday and B on Monday', 'went to Baghdad on October 28 and to Kuwait
 * two days later', 'held separate talks with A and B' and 'met in Geneva on Sunday and again in Oslo on Monday' are two each.
 */
export function occasionsOf(
  sources: MeetingSources,
  predication: Predication,
  pattern: MeetingPattern,
): Occasion[] {
  const next = onceMore(sources, predication);
  if (next !== undefined) return [{ predication }, next];
  const visited = (pattern.visited ?? []).flatMap((name) => predication.slots[name] ?? []);
  const stops = visited.length === 1 ? furtherStops(sources, visited[0] ?? 0) : [];
  if (stops.length > 0) {
    const slot = pattern.visited?.find((name) => (predication.slots[name] ?? []).length > 0) ?? 'to';
    const further = stops.map(({ token, date }): Occasion => ({
      predication: { ...predication, slots: { ...predication.slots, [slot]: [token] } },
      date,
    }));
    return [{ predication }, ...further];
  }
  const met = counterparts.find(
    (name) =>
      (pattern.visited ?? pattern.parties).includes(name) && (predication.slots[name] ?? []).length > 1,
  );
  const apart = met === undefined ? [] : oneByOne(sources, predication, met);
  return apart.length > 1 ? apart : [{ predication }];
}

/** How far behind a place its date may begin. */
const dateReach = 3;

/** 'to Baghdad on October 28 and to Kuwait two days later': the places behind the first that have a date of their own. */
function furtherStops(
  { document, dating, actors }: MeetingSources,
  first: number,
): { readonly token: number; readonly date: DatedExpression }[] {
  const last = document.sentences[document.tokens[first]?.sentence ?? -1]?.last ?? first;
  const stops: { token: number; date: DatedExpression }[] = [];
  for (const { i, upos } of document.tokens.slice(first + 1, last + 1)) {
    if (upos === 'VERB') break;
    if (upos !== 'PROPN' || actors.place(i)?.kind !== 'place') continue;
    const before = document.tokens.slice(i - 2, i).map(({ lower }) => lower);
    const isNext =
      /^(?:and|then|,)$/.test(before[1] ?? '') ||
      (/^(?:to|for|in|into)$/.test(before[1] ?? '') && /^(?:and|then|,|on)$/.test(before[0] ?? ''));
    const date = dating.expressions.find(
      ({ first: opens, bound }) => bound === null && opens > i && opens - i <= dateReach,
    );
    if (isNext && date !== undefined) stops.push({ token: i, date });
  }
  return stops;
}

/** A meeting with each of the counterparts, where each has a date of its own or they are met severally: 'telephoned each of the two ministers'. */
function oneByOne(
  { document, dating, actors }: MeetingSources,
  predication: Predication,
  slot: string,
): Occasion[] {
  const { slots, trigger } = predication;
  const isEach = (token: number): boolean => document.tokens[token]?.lower === 'each';
  const each = (slots[slot] ?? []).some(isEach);
  const met = (slots[slot] ?? [])
    .filter((token) => (each ? !isEach(token) : token > trigger))
    .toSorted((a, b) => a - b);
  const named = met.filter((token) => actors.actors([token]).length > 0);
  if (named.length < 2 || named.length < met.length) return [];
  const last = document.sentences[document.tokens[trigger]?.sentence ?? -1]?.last ?? trigger;
  const ends = named.map((_, index) => named[index + 1] ?? last);
  const dates = named.map((token, index) =>
    dating.expressions.find(
      ({ first, last: end, bound }) => bound === null && first > token && end < (ends[index] ?? last),
    ),
  );
  const areDated = !each && dates.every((date) => date !== undefined);
  if (!areDated && !each && !areSevered(document, predication, named)) return [];
  return named.map((token, index): Occasion => {
    const own = { ...predication, slots: { ...slots, [slot]: [token] } };
    const date = areDated ? dates[index] : undefined;
    return date === undefined ? { predication: own, isShared: true } : { predication: own, date };
  });
}

/** 'separate talks with', 'spoke separately with', 'received A and then B'. */
function areSevered(
  document: AnnotatedDocument,
  { trigger, verb }: Predication,
  met: readonly number[],
): boolean {
  const beside = [trigger, verb ?? trigger].flatMap((token) =>
    children(document, token).filter(({ deprel }) => /^(?:amod|advmod)$/.test(deprel)),
  );
  const between = document.tokens.slice(met[0], met.at(-1));
  return (
    beside.some(({ lower }) => /^(?:separate|separately|individually)$/.test(lower)) ||
    between.some(({ lower }) => /^(?:then|later|afterwards)$/.test(lower))
  );
}

/** 'met in Geneva on Sunday and again in Oslo on Monday': the second time. */
function onceMore(
  { document, dating, actors }: MeetingSources,
  predication: Predication,
): Occasion | undefined {
  const { trigger } = predication;
  const last = document.sentences[document.tokens[trigger]?.sentence ?? -1]?.last ?? trigger;
  const again = document.tokens
    .slice(trigger + 1, last)
    .find(
      ({ i, lower }) => lower === 'again' && /^(?:and|then|,)$/.test(document.tokens[i - 1]?.lower ?? ''),
    );
  if (again === undefined) return undefined;
  const here = dating.expressions.filter(({ first, last: end }) => first > trigger && end <= last);
  const earlier = here.some(({ last: end }) => end < again.i);
  const date = here.find(({ first, bound }) => first > again.i && bound === null);
  if (!earlier || date === undefined) return undefined;
  const places = document.tokens
    .slice(again.i + 1, last + 1)
    .filter(({ i }) => /^(?:in|at)$/.test(prepositionOf(document, i) ?? ''))
    .flatMap(({ i }) => actors.place(i) ?? []);
  const { in: _inside, at: _at, ...slots }: Slots = predication.slots;
  const second = { predication: { ...predication, slots }, date };
  const [place] = places;
  return place === undefined ? second : { ...second, place };
}
