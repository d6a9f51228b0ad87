/** True positives, false positives and false negatives, each a share or a count. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export interface Scores {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const tokens = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

const shingleSize = 4;

function shingles(text: string): Map<string, number> {
  const words = tokens(text);
  const counts = new Map<string, number>();
  const last = Math.max(1, words.length - shingleSize + 1);
  for (let at = 0; at < last; at += 1) {
    const shingle = words.slice(at, at + shingleSize).join('\u0001');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Compares two texts by their runs of four words, as article-extraction-benchmark's evaluate.py does. */
export function compareTexts(truth: string, prediction: string): Counts {
  const expected = shingles(truth);
  const found = shingles(prediction);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const [shingle, count] of expected) {
    const other = found.get(shingle) ?? 0;
    tp += Math.min(count, other);
    fn += Math.max(0, count - other);
  }
  for (const [shingle, count] of found) fp += Math.max(0, count - (expected.get(shingle) ?? 0));
  const sum = tp + fp + fn;
  return sum === 0 ? { tp: 0, fp: 0, fn: 0 } : { tp: tp / sum, fp: fp / sum, fn: fn / sum };
}

/** Precision and recall averaged over the pages, and their F1, as evaluate.py has it. */
export function averageScores(pages: readonly Counts[]): Scores {
  const precision = mean(pages.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp)));
  const recall = mean(pages.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Counts the segments that a text should and should not have, as trafilatura's evaluation does. */
export function compareSegments(
  gold: { readonly with: readonly string[]; readonly without: readonly string[] },
  text: string,
): Counts {
  const found = spaced(text);
  const tp = gold.with.filter((segment) => found.includes(spaced(segment))).length;
  const fp = gold.without.filter((segment) => found.includes(spaced(segment))).length;
  return { tp, fp, fn: gold.with.length - tp };
}

/** Scores over the sum of all counts. */
export function summedScores(pages: readonly Counts[]): Scores {
  const tp = pages.reduce((sum, page) => sum + page.tp, 0);
  const fp = pages.reduce((sum, page) => sum + page.fp, 0);
  const fn = pages.reduce((sum, page) => sum + page.fn, 0);
  return {
    precision: tp / (tp + fp || 1),
    recall: tp / (tp + fn || 1),
    f1: (2 * tp) / (2 * tp + fp + fn || 1),
  };
}

/** Lines of a text that another hardly has: less than half of their runs of four words, or of their words. */
export function linesMissingFrom(text: string, other: string): readonly string[] {
  const known = shingles(other);
  const bareOther = ` ${tokens(other).join(' ').toLowerCase()} `;
  return text.split('\n').filter((line) => {
    const words = tokens(line);
    if (words.length === 0) return false;
    if (words.length < shingleSize * 2) return !bareOther.includes(` ${words.join(' ').toLowerCase()} `);
    const own = [...shingles(line).keys()];
    return own.filter((shingle) => known.has(shingle)).length < own.length / 2;
  });
}
