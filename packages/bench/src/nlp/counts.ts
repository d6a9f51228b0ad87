/** Counting what was right. */

/** True positives, false positives, false negatives. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

export const noCounts = (): Counts => ({ right: 0, wrong: 0, missed: 0 });

/** Adds the comparison of two sets of keys. */
export function addSets(counts: Counts, gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
  for (const key of found) {
    if (gold.has(key)) counts.right++;
    else counts.wrong++;
  }
  for (const key of gold) if (!found.has(key)) counts.missed++;
}

export function f1({ right, wrong, missed }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

export const precision = ({ right, wrong }: Counts): number => (right === 0 ? 0 : right / (right + wrong));
export const recall = ({ right, missed }: Counts): number => (right === 0 ? 0 : right / (right + missed));
