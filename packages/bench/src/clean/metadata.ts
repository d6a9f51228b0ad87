import type { CleanedPage } from './cleaners.ts';
import type { SegmentGold } from './pages.ts';

/** Right answers among the pages that have gold for them. */
export interface Accuracy {
  readonly right: number;
  readonly of: number;
}

const bare = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const authorsOf = (value: string): string =>
  value
    .split(/\s*(?:[;,|]|\b(?:and|und|et|y|i)\b)\s*/u)
    .map(bare)
    .filter((name) => name !== '')
    .toSorted()
    .join('|');

/** Whether a page's title is the gold's, but for case and punctuation; null without gold. */
export const titleIsRight = (gold: SegmentGold, found: CleanedPage): boolean | null =>
  gold.title === null ? null : bare(gold.title) === bare(found.title ?? '');

/** Whether the authors are the gold's, in any order; null without gold. */
export const authorIsRight = (gold: SegmentGold, found: CleanedPage): boolean | null =>
  gold.author === null ? null : authorsOf(gold.author) === authorsOf(found.authors.join(';'));

/** Whether the publication day is the gold's; null without gold. */
export const dateIsRight = (gold: { readonly date: string | null }, found: CleanedPage): boolean | null =>
  gold.date === null ? null : dayOf(found.published) === gold.date.slice(0, 10);

function dayOf(value: string | null): string | null {
  if (value === null) return null;
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return value.slice(0, 10);
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

export function accuracyOf(answers: readonly (boolean | null)[]): Accuracy {
  const known = answers.filter((answer) => answer !== null);
  return { right: known.filter(Boolean).length, of: known.length };
}
