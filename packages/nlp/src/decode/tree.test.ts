import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTree, spanningTree } from './tree.ts';

const scoresOf = (n: number) =>
  fc
    .array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
    .map((list) => Float32Array.from(list));

/** Sum of the arcs but the root's: the root word is chosen before the rest. */
function weightUnder(scores: Float32Array, heads: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let d = 0; d < n; d++) if (heads[d] !== 0) sum += scores[d * (n + 1) + (heads[d] ?? 0)] ?? 0;
  return sum;
}

function allTrees(n: number): number[][] {
  const trees: number[][] = [];
  for (let code = 0; code < (n + 1) ** n; code++) {
    const heads = Array.from({ length: n }, (_, d) => Math.floor(code / (n + 1) ** d) % (n + 1));
    if (isTree(heads, n)) trees.push(heads);
  }
  return trees;
}

test('cycles, two roots and no root are no trees', () => {
  expect(isTree([0, 1, 2], 3)).toBe(true);
  expect(isTree([2, 1, 0], 3)).toBe(false);
  expect(isTree([0, 0, 2], 3)).toBe(false);
  expect(isTree([2, 3, 1], 3)).toBe(false);
});

test('any scores give a tree with one root', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 24 }).chain((n) => scoresOf(n).map((scores) => ({ n, scores }))),
      ({ n, scores }) => isTree(spanningTree(scores, n), n),
    ),
    { numRuns: 100 },
  );
});

test('no tree under the same root word is better', () => {
  const trees = allTrees(4);
  fc.assert(
    fc.property(scoresOf(4), (scores) => {
      const found = spanningTree(scores, 4);
      const root = found.indexOf(0);
      const best = Math.max(
        ...trees.filter((heads) => heads[root] === 0).map((heads) => weightUnder(scores, heads, 4)),
      );
      expect(weightUnder(scores, found, 4)).toBeCloseTo(best, 3);
    }),
    { numRuns: 200 },
  );
});
