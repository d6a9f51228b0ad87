import { groupedBy } from '../collections.ts';

/** Patterns by each lemma that triggers them; those with most conditions first, of equals the earlier in the file. */
export function byLemma<T extends { readonly weight: number }>(
  patterns: readonly T[],
  lemmasOf: (pattern: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const triggered = patterns.flatMap((pattern) => lemmasOf(pattern).map((lemma) => ({ lemma, pattern })));
  const groups = groupedBy(triggered, ({ lemma }) => lemma);
  return new Map(
    [...groups].map(([lemma, group]) => [
      lemma,
      group.map(({ pattern }) => pattern).toSorted((a, b) => b.weight - a.weight),
    ]),
  );
}
