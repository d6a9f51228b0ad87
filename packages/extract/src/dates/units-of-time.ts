import type { Unit } from './units.ts';
import { vocabulary } from './vocabulary.ts';

/** A number read at a place, and the index of the unit after it. */
export interface Read<T> {
  readonly value: T;
  readonly next: number;
}

const prepositionsOfTime = new Set(
  'in since until till by before after from during last next this past of early late mid through'.split(' '),
);

/** Is the unit one of these words? */
export function isWord(unit: Unit | undefined, words: readonly string[]): boolean {
  return unit?.kind === 'word' && words.includes(unit.lower);
}

/** Is the unit this sign? */
export function isSign(unit: Unit | undefined, signs: string): boolean {
  return unit?.kind === 'sign' && signs.includes(unit.text);
}

/** The index behind an optional comma. */
export function afterComma(units: readonly Unit[], at: number): number {
  return isSign(units[at], ',') ? at + 1 : at;
}

/** A month by name or abbreviation, its full stop included. */
export function monthAt(units: readonly Unit[], at: number): Read<number> | undefined {
  const unit = units[at];
  if (unit?.kind !== 'word') return undefined;
  const value = vocabulary.months.get(unit.lower);
  if (value === undefined || !/^\p{Lu}/u.test(unit.text)) return undefined;
  const dotted = unit.lower.length <= 4 && isSign(units[at + 1], '.') && units[at + 1]?.glued === true;
  const next = dotted ? at + 2 : at + 1;
  if (vocabulary.ambiguousMonths.includes(unit.lower) && !standsAsMonth(units, at, next)) return undefined;
  return { value, next };
}

function standsAsMonth(units: readonly Unit[], at: number, next: number): boolean {
  const before = units[at - 1];
  if (units[next]?.kind === 'number' || before?.kind === 'number') return true;
  if (isSign(units[next], ',') && yearAt(units, next + 1) !== undefined) return true;
  if (isWord(units[next], ['of', 'last', 'next', 'this'])) {
    const of = isWord(units[next], ['of']) ? next + 1 : next;
    if (yearAt(units, of) !== undefined || isWord(units[of + 1], ['year'])) return true;
  }
  if (isSign(before, '-')) return isWord(units[at - 2], ['mid']);
  return before?.kind === 'word' && prepositionsOfTime.has(before.lower);
}

/** A day of the month, with or without its ordinal ending. */
export function dayAt(units: readonly Unit[], at: number): Read<number> | undefined {
  const unit = units[at];
  if (unit?.kind !== 'number' || !/^\d{1,2}$/.test(unit.text)) return undefined;
  const value = Number(unit.text);
  if (value < 1 || value > 31) return undefined;
  const suffix = units[at + 1];
  const ordinal = suffix?.glued === true && isWord(suffix, vocabulary.ordinalSuffixes);
  return { value, next: ordinal ? at + 2 : at + 1 };
}

/** A year of four figures. */
export function yearAt(units: readonly Unit[], at: number): Read<number> | undefined {
  const unit = units[at];
  if (unit?.kind !== 'number' || !/^(1[5-9]|20|21)\d\d$/.test(unit.text)) return undefined;
  return { value: Number(unit.text), next: at + 1 };
}

/** A day of the week by its full name. */
export function weekdayAt(units: readonly Unit[], at: number): Read<number> | undefined {
  const unit = units[at];
  if (unit?.kind !== 'word' || !/^\p{Lu}/u.test(unit.text)) return undefined;
  const value = vocabulary.weekdays.get(unit.lower);
  return value === undefined ? undefined : { value, next: at + 1 };
}

/** A count: 'two', '2', 'a', 'a couple of'; `undefined` as value for 'a few', 'several'. */
export function amountAt(units: readonly Unit[], at: number): Read<number | undefined> | undefined {
  const unit = units[at];
  if (unit === undefined) return undefined;
  if (unit.kind === 'number') {
    return /^\d{1,3}$/.test(unit.text) ? { value: Number(unit.text), next: at + 1 } : undefined;
  }
  if (isWord(unit, ['several', 'few', 'some'])) return { value: undefined, next: at + 1 };
  if (isWord(unit, ['a']) && isWord(units[at + 1], ['few'])) return { value: undefined, next: at + 2 };
  if (isWord(unit, ['a']) && isWord(units[at + 1], ['couple'])) {
    return { value: 2, next: isWord(units[at + 2], ['of']) ? at + 3 : at + 2 };
  }
  const value = unit.kind === 'word' ? vocabulary.numbers.get(unit.lower) : undefined;
  return value === undefined ? undefined : { value, next: at + 1 };
}

/** The index behind words of the part of a day, with or without 'in the': 'morning', 'in the evening'. */
export function afterDayPart(units: readonly Unit[], at: number): number {
  if (isWord(units[at], vocabulary.dayParts)) return at + 1;
  if (
    isWord(units[at], ['in', 'at']) &&
    isWord(units[at + 1], ['the']) &&
    isWord(units[at + 2], vocabulary.dayParts)
  ) {
    return at + 3;
  }
  return isWord(units[at], ['at']) && isWord(units[at + 1], vocabulary.dayParts) ? at + 2 : at;
}

/** Joins the ends of a range: '-', '–', 'to', 'and', 'through'. */
export function afterRangeSign(units: readonly Unit[], at: number): number | undefined {
  if (isSign(units[at], '-–—/&')) return at + 1;
  return isWord(units[at], ['to', 'and', 'through', 'until', 'till', 'or']) ? at + 1 : undefined;
}

/** The last month of a season by its name. */
export function seasonAt(units: readonly Unit[], at: number): number | undefined {
  const unit = units[at];
  return unit?.kind === 'word' ? vocabulary.seasons.get(unit.lower) : undefined;
}
