/** From role scores of one predicate to one role a word, core roles held by at most one word. */

/**
 * `scores`: n rows of `count`; role 0 is none. `core`: indices of the roles that only one word may hold.
 * Where several want one, the word with the highest log-probability keeps it and the others take their next best.
 */
export function decodeRoles(
  scores: Float32Array,
  n: number,
  count: number,
  core: readonly number[],
): Int32Array {
  const roles = new Int32Array(n);
  for (let t = 0; t < n; t++) roles[t] = bestRole(scores, t, count);
  let normalisers: Float64Array | undefined;
  for (let changed = true; changed;) {
    changed = false;
    for (const role of core) {
      const holders: number[] = [];
      for (let t = 0; t < n; t++) if (roles[t] === role) holders.push(t);
      if (holders.length < 2) continue;
      changed = true;
      normalisers ??= logSums(scores, n, count);
      const keeper = mostProbable(scores, holders, role, count, normalisers);
      for (const t of holders) {
        if (t === keeper) continue;
        scores[t * count + role] = Number.NEGATIVE_INFINITY;
        roles[t] = bestRole(scores, t, count);
      }
    }
  }
  return roles;
}

function bestRole(scores: Float32Array, t: number, count: number): number {
  let best = 0;
  for (let role = 1; role < count; role++)
    if ((scores[t * count + role] ?? 0) > (scores[t * count + best] ?? 0)) best = role;
  return best;
}

/** Log of the sum of exponentials of each row. */
function logSums(scores: Float32Array, n: number, count: number): Float64Array {
  return Float64Array.from({ length: n }, (_, t) => {
    const row = scores.subarray(t * count, (t + 1) * count);
    const top = Math.max(...row);
    return top + Math.log(row.reduce((sum, value) => sum + Math.exp(value - top), 0));
  });
}

function mostProbable(
  scores: Float32Array,
  holders: readonly number[],
  role: number,
  count: number,
  normalisers: Float64Array,
): number {
  let keeper = holders[0] ?? 0;
  let best = Number.NEGATIVE_INFINITY;
  for (const t of holders) {
    const probability = (scores[t * count + role] ?? 0) - (normalisers[t] ?? 0);
    if (probability > best) {
      best = probability;
      keeper = t;
    }
  }
  return keeper;
}
