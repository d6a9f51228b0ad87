import type { Line } from './line.ts';
import { phraseTokens } from './tokens.ts';

/** '— Name (@handle) February 5, 2026': what an embedded post ends with. */
const signature = /^[—–-]{1,2}\s?[^()]{1,80}\(@\w{1,30}\).{0,40}$/u;
/** How far above a post the words it repeats are looked for, and how many lines it may be broken into. */
const reach = 14;
const maxPieces = 10;

/**
 * Marks embedded posts whose words stand in the article as a quotation already.
 * In: lines in order. Out: the indices of the lines that only repeat, the signature among them.
 */
export function repeatedPosts(lines: readonly Line[]): ReadonlySet<number> {
  const repeated = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (signature.test(line.text)) markPost(lines, index, repeated);
  }
  return repeated;
}

function markPost(lines: readonly Line[], at: number, repeated: Set<number>): void {
  let first = at;
  while (first > 0 && at - first < maxPieces && isRepeated(lines, first - 1, first - 1)) first -= 1;
  let last = at;
  while (last - at < maxPieces && isRepeated(lines, last + 1, first)) last += 1;
  if (first === last) return;
  for (let index = first; index <= last; index += 1) repeated.add(index);
}

/** Whether a line's words follow one another somewhere in the lines before `end`. */
function isRepeated(lines: readonly Line[], index: number, end: number): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  const tokens = phraseTokens(line.text);
  if (tokens.length === 0) return false;
  const above = lines.slice(Math.max(0, end - reach), end).flatMap((other) => phraseTokens(other.text));
  const words = ` ${tokens.join(' ')}`;
  return ` ${above.join(' ')} `.includes(line.text.endsWith('…') ? words : `${words} `);
}
