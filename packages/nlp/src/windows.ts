/** Cuts what is too long for the network. */

/** Signs after which a long sentence is best cut, the best first. */
const breaks = [/^[.!?;…]+$/, /^[:–—]$|^--$/, /^,$/];

/**
 * Pieces [start, end) of at most `limit` words that cover the words `start` to `end` (exclusive).
 * A piece ends after a sign of division in its second half where there is one.
 */
export function cutPoints(
  words: readonly string[],
  start: number,
  end: number,
  limit: number,
): [number, number][] {
  const pieces: [number, number][] = [];
  let from = start;
  while (end - from > limit) {
    const to = lastBreak(words, from + (limit >> 1), from + limit);
    pieces.push([from, to]);
    from = to;
  }
  if (from < end) pieces.push([from, end]);
  return pieces;
}

/** One past the last good break between two indices; `high` where there is none. */
function lastBreak(words: readonly string[], low: number, high: number): number {
  for (const pattern of breaks) {
    for (let i = high - 1; i >= low; i--) if (pattern.test(words[i] ?? '')) return i + 1;
  }
  return high;
}
