import { judge, keyOf } from './judge.ts';
import type { DroppedLine, FilterOutcome, Line, LineContext } from './line.ts';
import { settle } from './neighbours.ts';
import { repeatedPosts } from './posts.ts';
import { phraseTokens } from './tokens.ts';

/**
 * Splits an article's lines into those that are its own and boilerplate.
 * In: the lines in page order. Out: both parts in page order, each dropped line with its reason.
 * Decides line by line (phrases of `data/boilerplate`, dates, bylines, credits, prompts, links), then by
 * neighbours: words that might be the article's own go only at its edges or beside other lines that go.
 */
export function filterLines<L extends Line>(
  lines: readonly L[],
  context: LineContext = {},
): FilterOutcome<L> {
  const title = keyOf(phraseTokens(context.title ?? ''));
  const reasons = settle(
    lines,
    lines.map((line) => judge(line, title)),
    { titled: title !== '', scraped: context.scraped === true, source: context.source ?? null },
  );
  for (const index of repeatedPosts(lines)) reasons[index] = 'post-repeated';
  const kept: L[] = [];
  const dropped: DroppedLine<L>[] = [];
  for (const [index, line] of lines.entries()) {
    const reason = reasons[index];
    if (reason === null || reason === undefined) kept.push(line);
    else dropped.push({ line, reason });
  }
  return { kept, dropped };
}
