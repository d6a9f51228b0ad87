/** How a word stands to a predicate in the tree: one of eleven types (train/FORMAT.md, "Semantic roles"). */

export const pathTypes = 11;

/** `heads[i]` is the 1-based head of the 1-based word `i`, 0 for the root word and for 0; `p` the predicate and `c` the word. */
export function pathType(heads: Int32Array, p: number, c: number): number {
  if (c === p) return 1;
  const c1 = heads[c] ?? 0;
  if (c1 === p) return 2;
  const p1 = heads[p] ?? 0;
  if (c === p1) return 3;
  const c2 = heads[c1] ?? 0;
  if (c2 === p) return 4;
  if (c1 === p1 && p1 > 0) return 5;
  const p2 = heads[p1] ?? 0;
  if (p2 > 0 && c === p2) return 6;
  if (p2 > 0 && c1 === p2) return 7;
  if (p1 > 0 && c2 === p1) return 8;
  if (heads[c2] === p) return 9;
  const p3 = heads[p2] ?? 0;
  return p3 > 0 && (c1 === p3 || c === p3) ? 10 : 0;
}
