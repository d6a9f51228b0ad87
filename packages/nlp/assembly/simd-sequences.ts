// Kernels over the words of a sentence in order: the recurrence, heads, tags.
import { traceBack } from './common';
import { sumLanes } from './simd-rows';

// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  // 1 / (1 + 2^(-x log2 e)); 2^f by a polynomial of degree 5.
  let y = f32x4.mul(x, f32x4.splat(-1.44269504));
  y = f32x4.pmax(f32x4.splat(-60), f32x4.pmin(f32x4.splat(60), y));
  const whole = f32x4.floor(y);
  const f = f32x4.sub(y, whole);
  let p = f32x4.splat(1.8775767e-3);
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(8.9893397e-3));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(5.5826318e-2));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(2.4015361e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(6.9315308e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(9.9999994e-1));
  // The last bits of 1.5 * 2^23 + 127 + `whole` are the exponent; the shift leaves only them.
  const power = i32x4.shl(f32x4.add(whole, f32x4.splat(12582912 + 127)), 23);
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(p, power)));
}

/**
 * The gated linear recurrence in both directions: h = z + sigmoid(f) * (h before - z).
 * `gates` rows of 4 * width: f forward, f backward, z forward, z backward; `out` rows of 2 * width.
 */
export function scan(gates: usize, n: i32, width: i32, out: usize): void {
  const gateBytes = <usize>width << 4;
  const outBytes = <usize>width << 3;
  const half = <usize>width << 2;
  for (let direction = 0; direction < 2; direction++) {
    const shift = direction ? half : 0;
    const zero = f32x4.splat(0);
    // Word by word over all columns: rows are read in order, and the columns do not wait for each other.
    for (let i = 0; i < n; i++) {
      const t = <usize>(direction ? n - 1 - i : i);
      const row = gates + t * gateBytes + shift;
      const here = out + t * outBytes + shift;
      const before = direction ? here + outBytes : here - outBytes;
      for (let c: usize = 0; c < half; c += 16) {
        const f = sigmoid(v128.load(row + c));
        const z = v128.load(row + 2 * half + c);
        const state = i ? v128.load(before + c) : zero;
        v128.store(here + c, f32x4.add(z, f32x4.mul(f, f32x4.sub(state, z))));
      }
    }
  }
}

/**
 * Scores of every head for every dependent, and the best one.
 * `dep` n rows of `width` (already times U), `head` n + 1 rows (row 0 the root), `headBias` rows of 8 (first used), `depDist` and `headDist` rows of 24:
 * bias by distance class; `bucket` points to the class of distance 0. `scores` n rows of n + 1; `best` n i32 (0 root).
 */
export function arcs(
  dep: usize, head: usize, headBias: usize, depDist: usize, headDist: usize, bucket: usize, n: i32, width: i32, factor: f32, rootClass: i32, scores: usize, best: usize,
): void {
  const bytes = <usize>width << 2;
  for (let d = 0; d < n; d++) {
    const p = dep + <usize>d * bytes;
    const row = scores + ((<usize>(d * (n + 1))) << 2);
    let top = -1;
    let topScore: f32 = 0;
    for (let h = 0; h <= n; h++) {
      let score: f32 = -1e9;
      if (h != d + 1) {
        const q = head + <usize>h * bytes;
        let a = f32x4.splat(0);
        let b = a;
        for (let k: usize = 0; k < bytes; k += 32) {
          a = f32x4.add(a, f32x4.mul(v128.load(p + k), v128.load(q + k)));
          b = f32x4.add(b, f32x4.mul(v128.load(p + k, 16), v128.load(q + k, 16)));
        }
        const distance = <usize>(h ? load<i32>(bucket + ((<usize>(h - d - 1)) << 2)) : rootClass);
        score = sumLanes(f32x4.add(a, b)) * factor + load<f32>(headBias + (<usize>h << 5));
        score += load<f32>(depDist + ((<usize>d * 24 + distance) << 2)) + load<f32>(headDist + ((<usize>h * 24 + distance) << 2));
      }
      store<f32>(row + (<usize>h << 2), score);
      if (top < 0 || score > topScore) {
        top = h;
        topScore = score;
      }
    }
    store<i32>(best + (<usize>d << 2), top);
  }
}

/**
 * The best tag sequence of a linear-chain CRF; the lower tag on ties.
 * `em` emissions (rows of `stride`, a multiple of 4), `tr` transitions [from][to] in rows of `stride`, `first` and `last` scores of the ends; `a`, `b` work rows
 * of `stride` floats, `back` n * stride i32, `out` n i32. What stands beyond `count` in a row is computed and never chosen.
 */
export function viterbi(em: usize, n: i32, stride: i32, count: i32, tr: usize, first: usize, last: usize, a: usize, b: usize, back: usize, out: usize): void {
  if (n <= 0) return;
  const bytes = <usize>stride << 2;
  for (let c: usize = 0; c < bytes; c += 16) v128.store(a + c, f32x4.add(v128.load(em + c), v128.load(first + c)));
  let previous = a;
  let current = b;
  for (let t = 1; t < n; t++) {
    const row = em + <usize>t * bytes;
    const froms = back + <usize>t * bytes;
    for (let c: usize = 0; c < bytes; c += 16) {
      let best = f32x4.splat(-1e30);
      let from = i32x4.splat(0);
      let transition = tr + c;
      for (let p = 0; p < count; p++) {
        const value = f32x4.add(v128.load32_splat(previous + (<usize>p << 2)), v128.load(transition));
        const better = f32x4.gt(value, best);
        best = v128.bitselect(value, best, better);
        from = v128.bitselect(i32x4.splat(p), from, better);
        transition += bytes;
      }
      v128.store(current + c, f32x4.add(best, v128.load(row + c)));
      v128.store(froms + c, from);
    }
    const swap = previous;
    previous = current;
    current = swap;
  }
  traceBack(previous, last, back, n, stride, count, out);
}
