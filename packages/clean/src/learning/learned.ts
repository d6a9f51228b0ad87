import type { LineOccurrence, LineShape } from './occurrences.ts';

/** How often a line stands in the articles of one source. */
export interface LineCount {
  readonly source: string;
  readonly line: string;
  readonly articles: number;
  /** Distinct days of publication among them. */
  readonly days: number;
  readonly atEdge: number;
  readonly shape: LineShape;
}

/** The lines that are boilerplate at each source, with how many articles show it. */
export type LearnedLines = ReadonlyMap<string, ReadonlyMap<string, LineCount>>;

/** What a line of a shape needs to be boilerplate: articles and days; `edgeShare` of them at the top or the end. */
interface Threshold {
  readonly articles: number;
  readonly days: number;
  readonly edgeShare: number;
}

/** For each shape, what is enough; a sentence inside articles needs overwhelming numbers. */
const thresholds: Readonly<Record<LineShape, readonly Threshold[]>> = {
  label: [
    { articles: 4, days: 2, edgeShare: 0.8 },
    { articles: 10, days: 4, edgeShare: 0 },
  ],
  prompt: [
    { articles: 4, days: 2, edgeShare: 0.8 },
    { articles: 6, days: 3, edgeShare: 0 },
  ],
  sentence: [
    { articles: 8, days: 4, edgeShare: 0.9 },
    { articles: 25, days: 12, edgeShare: 0 },
  ],
};

/** Where no article has a date, this many times as many are asked for. */
const undatedFactor = 2;

/**
 * Counts occurrences. Each article counts once for a line, however often it is given, so the outcome depends on
 * the set of articles only, not on the order or the number of times in which they come.
 */
export function countLines(occurrences: Iterable<LineOccurrence>): LineCount[] {
  const byLine = new Map<string, Map<string, LineOccurrence>>();
  for (const occurrence of occurrences) {
    const key = `${occurrence.source}\n${occurrence.line}`;
    const articles = byLine.get(key) ?? new Map<string, LineOccurrence>();
    const known = articles.get(occurrence.article);
    if (known === undefined || isBefore(occurrence, known)) articles.set(occurrence.article, occurrence);
    byLine.set(key, articles);
  }
  return [...byLine.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, articles]) => countOf([...articles.values()]));
}

/** Of two versions of one article, the one that counts: the earlier, then the one without the line at an edge. */
function isBefore(one: LineOccurrence, other: LineOccurrence): boolean {
  const [a, b] = [one.day ?? '', other.day ?? ''];
  return a === b ? !one.atEdge && other.atEdge : a < b;
}

function countOf(occurrences: readonly LineOccurrence[]): LineCount {
  const [first] = occurrences;
  if (first === undefined) throw new RangeError('a line that stands in no article');
  return {
    source: first.source,
    line: first.line,
    articles: occurrences.length,
    days: new Set(occurrences.map(({ day }) => day).filter((day) => day !== null)).size,
    atEdge: occurrences.filter(({ atEdge }) => atEdge).length,
    shape: occurrences.some(({ shape }) => shape === 'sentence') ? 'sentence' : first.shape,
  };
}

/** The lines that recur so often at their source that they are boilerplate there. */
export function learnedBoilerplate(counts: Iterable<LineCount>): LearnedLines {
  const learned = new Map<string, Map<string, LineCount>>();
  for (const count of counts) {
    if (!recurs(count)) continue;
    const lines = learned.get(count.source) ?? new Map<string, LineCount>();
    lines.set(count.line, count);
    learned.set(count.source, lines);
  }
  return learned;
}

function recurs(count: LineCount): boolean {
  return thresholds[count.shape].some(({ articles, days, edgeShare }) => {
    const dated = count.days >= days || (count.days === 0 && count.articles >= articles * undatedFactor);
    return dated && count.articles >= articles && count.atEdge >= count.articles * edgeShare;
  });
}
