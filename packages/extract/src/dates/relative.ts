import type { Reading, TimeValue, Which } from './time-value.ts';
import type { Unit } from './units.ts';
import {
  afterDayPart,
  afterRangeSign,
  amountAt,
  isSign,
  isWord,
  monthAt,
  seasonAt,
  weekdayAt,
} from './units-of-time.ts';
import { type TimeUnit, vocabulary } from './vocabulary.ts';

/** Times told from the day of writing or from the last date told: 'Tuesday', 'last week', 'two days later'. */
export function readRelative(units: readonly Unit[], at: number): Reading | undefined {
  return (
    dayWord(units, at) ??
    weekday(units, at) ??
    ofTheStory(units, at) ??
    stepped(units, at) ??
    counted(units, at) ??
    window(units, at)
  );
}

/** 'today', 'tomorrow morning', 'the day before yesterday', 'this morning', 'last night'. */
function dayWord(units: readonly Unit[], at: number): Reading | undefined {
  const unit = units[at];
  const days = (amount: number, next: number): Reading => ({
    value: { kind: 'shift', unit: 'day', amount, anchor: 'published' },
    next: afterDayPart(units, next),
    rule: 'date.day-word',
  });
  const step = unit?.kind === 'word' ? vocabulary.words.get(unit.lower) : undefined;
  if (step !== undefined) return days(step, at + 1);
  if (isWord(unit, ['day']) && isWord(units[at + 1], ['before']) && isWord(units[at + 2], ['yesterday'])) {
    return days(-2, at + 3);
  }
  if (isWord(unit, ['day']) && isWord(units[at + 1], ['after']) && isWord(units[at + 2], ['tomorrow'])) {
    return days(2, at + 3);
  }
  if (isWord(unit, ['this']) && isWord(units[at + 1], vocabulary.dayParts)) return days(0, at + 1);
  return isWord(unit, ['last']) && isWord(units[at + 1], ['night']) ? days(-1, at + 1) : undefined;
}

/** 'Tuesday', 'last Tuesday night', 'Tuesday and Wednesday', 'Monday to Friday', 'Friday of next week', 'Tuesday last week'. */
function weekday(units: readonly Unit[], at: number): Reading | undefined {
  const lead = whichAt(units, at);
  const first = weekdayAt(units, lead === undefined ? at : at + 1);
  if (first === undefined) return undefined;
  const next = afterDayPart(units, first.next);
  const sign = afterRangeSign(units, next);
  const second = sign === undefined ? undefined : weekdayAt(units, sign);
  const week = weekOf(units, second === undefined ? next : afterDayPart(units, second.next));
  const value = (day: number): TimeValue => ({
    kind: 'weekday',
    weekday: day,
    which: lead ?? 'nearest',
    ...(week === undefined ? {} : { weekStep: week.step }),
  });
  if (second === undefined)
    return { value: value(first.value), next: week?.next ?? next, rule: 'date.weekday' };
  return {
    value: value(first.value),
    to: value(second.value),
    next: week?.next ?? afterDayPart(units, second.next),
    rule: 'date.weekday.range',
  };
}

/** 'of last week', 'next week' behind a weekday: weeks from the week of writing. */
function weekOf(units: readonly Unit[], at: number): { step: number; next: number } | undefined {
  const start = isWord(units[at], ['of']) ? at + 1 : at;
  const which = whichAt(units, start);
  const noun = units[start + 1];
  if (which === undefined || which === 'nearest' || !isWord(noun, ['week'])) return undefined;
  // 'released the video on Monday of last week's shooting': the week is not that of the day.
  if (noun?.possessive === true) return undefined;
  return { step: steps[which], next: start + 2 };
}

function whichAt(units: readonly Unit[], at: number): Which | undefined {
  if (isWord(units[at], vocabulary.previous)) return 'previous';
  if (isWord(units[at], vocabulary.following)) return 'following';
  return isWord(units[at], vocabulary.current) ? 'current' : undefined;
}

const steps: Record<Exclude<Which, 'nearest'>, number> = { previous: -1, current: 0, following: 1 };

/** 'last week', 'next month', 'this year', 'last February', 'next summer', 'the weekend'. */
function stepped(units: readonly Unit[], at: number): Reading | undefined {
  if (isWord(units[at], ['weekend']) && isWord(units[at - 1], ['the'])) {
    return { value: period('weekend', 0), next: at + 1, rule: 'date.weekend' };
  }
  const which = whichAt(units, at);
  const noun = units[at + 1];
  if (which === undefined || which === 'nearest' || noun?.kind !== 'word') return undefined;
  const unit = vocabulary.units.get(noun.lower);
  const next = at + 2;
  // 'the last day of the hearings' is one of theirs.
  if (unit === 'day' && isWord(units[at], ['last'])) return undefined;
  if (unit !== undefined && !noun.lower.endsWith('s')) {
    return { value: period(unit, steps[which]), next, rule: `date.${which}-${unit}` };
  }
  const endMonth = seasonAt(units, at + 1);
  if (endMonth !== undefined)
    return { value: { kind: 'season', endMonth, which }, next, rule: 'date.season' };
  const month = monthAt(units, at + 1);
  if (month === undefined || units[month.next]?.kind === 'number') return undefined;
  return {
    value: { kind: 'month', month: month.value, which },
    next: month.next,
    rule: `date.${which}-month`,
  };
}

const period = (unit: TimeUnit, step: number): TimeValue => ({
  kind: 'period',
  unit,
  step,
  anchor: 'published',
});

/** 'two days ago', 'a week later', 'three months earlier', 'in two weeks', 'a week after the shelling'. */
function counted(units: readonly Unit[], at: number): Reading | undefined {
  const ahead = isWord(units[at], ['in', 'within']);
  const amount = amountAt(units, ahead ? at + 1 : at);
  const noun = amount === undefined ? undefined : units[amount.next];
  const unit = noun?.kind === 'word' ? vocabulary.units.get(noun.lower) : undefined;
  if (amount === undefined || unit === undefined || isSign(units[at - 1], '-–')) return undefined;
  if (ahead && isWord(units[at - 1], countingWords)) return undefined;
  const after = amount.next + 1;
  const shift = (sign: number, anchor: 'published' | 'narrative', next: number, rule: string): Reading => ({
    value: shifted(unit, sign, amount.value, anchor),
    next,
    rule,
  });
  if (isWord(units[after], ['ago'])) return shift(-1, 'published', after + 1, 'date.ago');
  if (isWord(units[after], ['later', 'afterwards', 'afterward']))
    return shift(1, 'narrative', after + 1, 'date.later');
  if (isWord(units[after], ['earlier', 'previously']))
    return shift(-1, 'narrative', after + 1, 'date.earlier');
  if (isWord(units[after], ['from']) && isWord(units[after + 1], ['now'])) {
    return shift(1, 'published', after + 2, 'date.from-now');
  }
  if (isWord(units[after], ['after', 'before']) && !ahead) {
    const sign = isWord(units[after], ['after']) ? -1 : 1;
    return { ...shift(sign, 'narrative', after + 1, 'date.offset'), eventOffset: true };
  }
  return ahead && noun?.possessive !== true ? shift(1, 'published', after, 'date.in') : undefined;
}

/** 'for the second time in a month', 'the first in three years' look back. */
const countingWords = [
  'time',
  'times',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'once',
  'twice',
  'worst',
  'best',
  'only',
];

function shifted(
  unit: TimeUnit,
  sign: number,
  amount: number | undefined,
  anchor: 'published' | 'narrative',
): TimeValue {
  if (amount === undefined) return { kind: 'shift', unit, amount: sign * 3, anchor, vague: true };
  return { kind: 'shift', unit, amount: sign * amount, anchor };
}

/** 'the past two weeks', 'the next three days', 'the last decade'. */
function window(units: readonly Unit[], at: number): Reading | undefined {
  const which = whichAt(units, at);
  if (which === undefined || which === 'current') return undefined;
  const amount = amountAt(units, at + 1);
  const noun = amount === undefined ? undefined : units[amount.next];
  const unit = noun?.kind === 'word' ? vocabulary.units.get(noun.lower) : undefined;
  if (amount === undefined || unit === undefined) return undefined;
  const sign = which === 'previous' ? -1 : 1;
  return {
    value: { kind: 'window', unit, amount: sign * (amount.value ?? 3) },
    next: amount.next + 1,
    rule: 'date.window',
  };
}

/** 'the next day', 'the following morning', 'the previous month', 'that year', 'the same evening'. */
function ofTheStory(units: readonly Unit[], at: number): Reading | undefined {
  const noun = units[at + 1];
  const isOfDay = isWord(noun, vocabulary.dayParts);
  const unit = isOfDay ? 'day' : noun?.kind === 'word' ? vocabulary.units.get(noun.lower) : undefined;
  if (unit === undefined || noun?.lower.endsWith('s') === true) return undefined;
  const story = (step: number): Reading => ({
    value:
      unit === 'day'
        ? { kind: 'shift', unit, amount: step, anchor: 'narrative' }
        : { kind: 'period', unit, step, anchor: 'narrative' },
    next: at + 2,
    rule: 'date.story',
  });
  if (isWord(units[at], ['following']) || (isWord(units[at], ['next']) && isWord(units[at - 1], ['the'])))
    return story(1);
  if (isWord(units[at], ['previous', 'preceding'])) return story(-1);
  return isWord(units[at], vocabulary.sameAsBefore) ? story(0) : undefined;
}
