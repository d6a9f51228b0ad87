import type { Unit } from './units.ts';
import { isSign, isWord } from './units-of-time.ts';
import { vocabulary } from './vocabulary.ts';

/** A time of day as HH:MM. */
export interface Clock {
  readonly time: string;
}

/**
 * The time of day beside a date that spans the units `first` to `next` (exclusive):
 * 'Friday, at 10:00 am local time', 'at 10 a.m. on Friday'.
 */
export function clockAt(units: readonly Unit[], first: number, next: number): Clock | undefined {
  return clockBehind(units, next) ?? clockBefore(units, first);
}

function clockBehind(units: readonly Unit[], next: number): Clock | undefined {
  const comma = isSign(units[next], ',') ? next + 1 : next;
  const at = isWord(units[comma], ['at', 'around', 'about', 'from']) ? comma + 1 : comma;
  const stated = at > comma || units[at]?.text.includes(':') === true;
  return stated ? readClock(units, at)?.clock : undefined;
}

function clockBefore(units: readonly Unit[], first: number): Clock | undefined {
  const end = isWord(units[first - 1], ['on']) || isSign(units[first - 1], ',') ? first - 1 : first;
  for (let at = end - 1; at >= Math.max(0, end - 7); at--) {
    if (units[at]?.kind !== 'number') continue;
    const read = readClock(units, at);
    return read !== undefined && read.next === end ? read.clock : undefined;
  }
  return undefined;
}

function readClock(units: readonly Unit[], at: number): { clock: Clock; next: number } | undefined {
  const figures = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(units[at]?.text ?? '');
  if (figures === null) return undefined;
  const half = halfDay(units, at + 1);
  const minutes = figures[2];
  if (half === undefined && (minutes === undefined || units[at]?.text.includes(':') !== true))
    return undefined;
  const hour = Number(figures[1]);
  const of24 = half === undefined ? hour : (hour % 12) + (half.afternoon ? 12 : 0);
  if (of24 > 23 || Number(minutes ?? 0) > 59) return undefined;
  return {
    clock: { time: `${String(of24).padStart(2, '0')}:${minutes ?? '00'}` },
    next: afterZone(units, half?.next ?? at + 1),
  };
}

/** 'am', 'p.m.', 'pm'. */
function halfDay(units: readonly Unit[], at: number): { afternoon: boolean; next: number } | undefined {
  const letter = units[at];
  if (isWord(letter, ['am', 'pm'])) return { afternoon: letter?.lower === 'pm', next: at + 1 };
  if (!isWord(letter, ['a', 'p']) || !isSign(units[at + 1], '.') || !isWord(units[at + 2], ['m']))
    return undefined;
  return { afternoon: letter?.lower === 'p', next: isSign(units[at + 3], '.') ? at + 4 : at + 3 };
}

function afterZone(units: readonly Unit[], at: number): number {
  if (isWord(units[at], ['local']) && isWord(units[at + 1], ['time'])) return at + 2;
  return isWord(units[at], vocabulary.timeZones) ? at + 1 : at;
}
