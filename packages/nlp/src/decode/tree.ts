/**
 * From arc scores to a tree: the best head of each word where that is a tree with one root, else the maximum spanning arborescence
 * (Chu and Liu 1965, Edmonds 1967) under the most probable root.
 *
 * Scores: `n` rows (dependents 1 … n) of `n + 1` (head 0 is the artificial root). Heads: 1-based, 0 for the root word.
 */

/** Do the heads make a tree with exactly one child of the root? */
export function isTree(heads: ArrayLike<number>, n: number): boolean {
  let roots = 0;
  for (let i = 0; i < n; i++) if (heads[i] === 0) roots++;
  if (roots !== 1) return false;
  // 0 not seen, 1 on the way up from the current word, 2 known to reach the root.
  const state = new Uint8Array(n + 1);
  state[0] = 2;
  for (let word = 1; word <= n; word++) {
    let at = word;
    while (state[at] === 0) {
      state[at] = 1;
      at = heads[at - 1] ?? 0;
    }
    if (state[at] === 1) return false;
    for (at = word; state[at] === 1; at = heads[at - 1] ?? 0) state[at] = 2;
  }
  return true;
}

/** The word whose root score is furthest above its best other head; the lowest on ties. 1-based. */
function bestRoot(scores: Float32Array, n: number): number {
  let root = 1;
  let best = Number.NEGATIVE_INFINITY;
  for (let d = 1; d <= n; d++) {
    const row = (d - 1) * (n + 1);
    let other = Number.NEGATIVE_INFINITY;
    for (let h = 1; h <= n; h++) if (h !== d) other = Math.max(other, scores[row + h] ?? 0);
    const margin = n === 1 ? 0 : (scores[row] ?? 0) - other;
    if (margin > best) {
      best = margin;
      root = d;
    }
  }
  return root;
}

/** The best tree with a single root word. */
export function spanningTree(scores: Float32Array, n: number): Int32Array {
  const size = n + 1;
  const root = bestRoot(scores, n);
  const weights = new Float64Array(size * size).fill(forbidden);
  for (let d = 1; d <= n; d++) {
    if (d === root) weights[d * size] = 0;
    else for (let h = 1; h <= n; h++) if (h !== d) weights[d * size + h] = scores[(d - 1) * size + h] ?? 0;
  }
  return arborescence(weights, size).slice(1);
}

const forbidden = -1e12;

/** Heads of the maximum arborescence rooted in node 0; `weights[dependent * size + head]`. */
function arborescence(weights: Float64Array, size: number): Int32Array {
  const heads = greedyHeads(weights, size);
  const cycle = findCycle(heads, size);
  return cycle === undefined ? heads : expand(weights, size, heads, cycle);
}

function greedyHeads(weights: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  heads[0] = -1;
  for (let d = 1; d < size; d++) {
    let best = 0;
    for (let h = 0; h < size; h++)
      if (h !== d && (weights[d * size + h] ?? forbidden) > (weights[d * size + best] ?? forbidden)) best = h;
    heads[d] = best;
  }
  return heads;
}

function findCycle(heads: Int32Array, size: number): number[] | undefined {
  const state = new Uint8Array(size);
  state[0] = 2;
  for (let node = 1; node < size; node++) {
    const path: number[] = [];
    let at = node;
    while (state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? 0;
    }
    if (state[at] === 1) return path.slice(path.indexOf(at));
    for (const seen of path) state[seen] = 2;
  }
  return undefined;
}

/** Contracts a cycle to one node, solves the smaller graph, opens the cycle at the arc that enters it. */
function expand(weights: Float64Array, size: number, heads: Int32Array, cycle: number[]): Int32Array {
  const weight = (d: number, h: number): number => weights[d * size + h] ?? forbidden;
  const inCycle = new Set(cycle);
  const rest: number[] = [];
  for (let i = 0; i < size; i++) if (!inCycle.has(i)) rest.push(i);
  const small = rest.length + 1;
  const contracted = new Float64Array(small * small).fill(forbidden);
  // For each node outside: the cycle's node through which it best enters, and the one it best hangs on.
  const entry = new Int32Array(rest.length);
  const exit = new Int32Array(rest.length);
  rest.forEach((outside, a) => {
    rest.forEach((other, b) => {
      contracted[a * small + b] = weight(outside, other);
    });
    let bestEntry = Number.NEGATIVE_INFINITY;
    let bestExit = Number.NEGATIVE_INFINITY;
    for (const node of cycle) {
      const gain = weight(node, outside) - weight(node, heads[node] ?? 0);
      if (gain > bestEntry) {
        bestEntry = gain;
        entry[a] = node;
      }
      if (weight(outside, node) > bestExit) {
        bestExit = weight(outside, node);
        exit[a] = node;
      }
    }
    contracted[rest.length * small + a] = bestEntry;
    contracted[a * small + rest.length] = bestExit;
  });
  const solved = arborescence(contracted, small);
  const result = Int32Array.from(heads);
  rest.forEach((outside, a) => {
    if (a === 0) return;
    const head = solved[a] ?? 0;
    result[outside] = head === rest.length ? (exit[a] ?? 0) : (rest[head] ?? 0);
  });
  const from = solved[rest.length] ?? 0;
  result[entry[from] ?? 0] = rest[from] ?? 0;
  return result;
}
