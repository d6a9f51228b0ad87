import { copyKeyCount, type CountedShape, type SiteLine, type SiteLines } from './site-lines.ts';
import { added, distinct, emptyTally, isSpent, taken, type Tally } from './tally.ts';

/** Over how many days and texts a line is spread; copies of one text count once. */
interface Spread {
  readonly days: Tally;
  readonly copies: readonly Tally[];
}

/** How often a line stands in the articles of one source. */
export interface LineCount {
  readonly source: string;
  /** As one of the articles has it. */
  readonly text: string;
  readonly shape: CountedShape;
  readonly articles: number;
  readonly anywhere: Spread;
  /** Of the articles, those in which it is one of the first or last lines. */
  readonly atEdge: Spread;
}

/** Where a line is boilerplate: wherever it stands, at the edges of articles only, or nowhere. */
export type Standing = 'everywhere' | 'edges' | null;

/** What is enough. More articles never make less of it, so that a line which is boilerplate stays it as articles come in. */
interface Threshold {
  readonly texts: number;
  readonly days: number;
}

const thresholds: Readonly<Record<CountedShape, { atEdge: Threshold; anywhere: Threshold }>> = {
  label: { atEdge: { texts: 4, days: 2 }, anywhere: { texts: 10, days: 4 } },
  prompt: { atEdge: { texts: 4, days: 2 }, anywhere: { texts: 6, days: 3 } },
};
/** So many texts beyond those that make up the days stand for a day more: sources without dates, and busy days. */
const textsADay = 6;

const emptySpread: Spread = {
  days: emptyTally,
  copies: Array.from({ length: copyKeyCount }, () => emptyTally),
};

/** The count of a line that no article has yet. */
export function emptyCount(
  source: string,
  { text, shape }: { text: string; shape: CountedShape },
): LineCount {
  return { source, text, shape, articles: 0, anywhere: emptySpread, atEdge: emptySpread };
}

/** The count with one more article, or with one less that was in it. */
export function counted(
  count: LineCount,
  change: 'added' | 'taken',
  article: Pick<SiteLines, 'day' | 'copies'>,
  line: Pick<SiteLine, 'atEdge'>,
): LineCount {
  const step = change === 'added' ? added : taken;
  const spread = ({ days, copies }: Spread): Spread => ({
    days: article.day === null ? days : step(days, article.day),
    copies: copies.map((tally, index) => step(tally, article.copies[index] ?? '')),
  });
  return {
    ...count,
    articles: count.articles + (change === 'added' ? 1 : -1),
    anywhere: spread(count.anywhere),
    atEdge: line.atEdge ? spread(count.atEdge) : count.atEdge,
  };
}

/** Whether articles have to be counted again because the count has lost those that it told apart. */
export const needsRecount = ({ anywhere, atEdge }: LineCount): boolean =>
  [anywhere, atEdge].some(({ days, copies }) => [days, ...copies].some(isSpent));

/** Where the line is boilerplate at its source. */
export function standingOf({ shape, anywhere, atEdge }: LineCount): Standing {
  const enough = thresholds[shape];
  if (reaches(anywhere, enough.anywhere)) return 'everywhere';
  if (!reaches(atEdge, enough.atEdge)) return null;
  // The page speaks to its reader wherever it does; a label within an article may be a heading.
  return shape === 'prompt' ? 'everywhere' : 'edges';
}

function reaches(spread: Spread, { texts, days }: Threshold): boolean {
  const known = textsOf(spread);
  const spans = Math.min(distinct(spread.days), known);
  return known >= texts && spans + Math.floor((known - spans) / textsADay) >= days;
}

/**
 * How many texts at least, copies counted once: the least but one over several ways of telling them apart, since a paragraph that
 * stands in all articles may spoil one way.
 */
function textsOf({ copies }: Spread): number {
  const [, second = 0] = copies.map(distinct).toSorted((a, b) => a - b);
  return second;
}

/** The count in words. */
export function reasonOf(count: Pick<LineCount, 'articles' | 'source'>, articlesOfSource: number): string {
  return `recurs in ${count.articles} of ${articlesOfSource} articles of ${count.source}`;
}
