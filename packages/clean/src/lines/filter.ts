import type { DroppedLine, FilterOutcome, Line, LineContext } from './line.ts';

/**
 * Splits an article's lines into those that are its own and boilerplate.
 * In: the lines in page order. Out: both parts in page order, each dropped line with its reason.
 */
export function filterLines<L extends Line>(
  lines: readonly L[],
  _context: LineContext = {},
): FilterOutcome<L> {
  const dropped: DroppedLine<L>[] = [];
  const kept: L[] = [];
  for (const line of lines) {
    if (/[\p{L}\p{N}]/u.test(line.text)) kept.push(line);
    else dropped.push({ line, reason: 'symbols' });
  }
  return { kept, dropped };
}
