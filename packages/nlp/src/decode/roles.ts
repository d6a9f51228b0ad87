/** From role scores of one predicate to one role a word, core roles held by at most one word. */

/** Rows of scores: `count` roles a row, rows `stride` values apart; role 0 is none. */
export interface RoleRows {
  count: number;
  stride: number;
}

/** Does any of the core roles stand more than once? */
export function holdsTwice(roles: Int32Array, core: readonly number[]): boolean {
  return core.some((role) => {
    const first = roles.indexOf(role);
    return first >= 0 && roles.indexOf(role, first + 1) >= 0;
  });
}

/**
 * The role of each of `n` words. `core`: indices of the roles that only one word may hold.
 * Where several want one, the word with the highest log-probability keeps it and the others take their next best. Overwrites `scores`.
 */
export function decodeRoles(
  scores: Float32Array,
  n: number,
  rows: RoleRows,
  core: readonly number[],
): Int32Array {
  const roles = new Int32Array(n);
  for (let t = 0; t < n; t++) roles[t] = bestRole(scores, t, rows);
  const normalisers = logSums(scores, n, rows);
  for (let changed = true; changed;) {
    changed = false;
    for (const role of core) {
      const holders: number[] = [];
      for (let t = 0; t < n; t++) if (roles[t] === role) holders.push(t);
      if (holders.length < 2) continue;
      changed = true;
      const probability = (t: number): number =>
        (scores[t * rows.stride + role] ?? 0) - (normalisers[t] ?? 0);
      const keeper = holders.reduce((best, t) => (probability(t) > probability(best) ? t : best));
      for (const t of holders) {
        if (t === keeper) continue;
        scores[t * rows.stride + role] = Number.NEGATIVE_INFINITY;
        roles[t] = bestRole(scores, t, rows);
      }
    }
  }
  return roles;
}

function bestRole(scores: Float32Array, t: number, { count, stride }: RoleRows): number {
  const row = t * stride;
  let best = 0;
  for (let role = 1; role < count; role++)
    if ((scores[row + role] ?? 0) > (scores[row + best] ?? 0)) best = role;
  return best;
}

/** Log of the sum of exponentials of each row. */
function logSums(scores: Float32Array, n: number, rows: RoleRows): Float64Array {
  const sums = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    const row = t * rows.stride;
    const top = scores[row + bestRole(scores, t, rows)] ?? 0;
    let sum = 0;
    for (let role = 0; role < rows.count; role++) sum += Math.exp((scores[row + role] ?? 0) - top);
    sums[t] = top + Math.log(sum);
  }
  return sums;
}
