// Kernels of the encoder with 128-bit vectors. assembly/scalar.ts has the same functions without: same operations in the same order, same results.
// Matrices of 16-bit weights are packed [outputs / 16][inputs / 2][16][2], the last block with 8 outputs where they are no multiple of 16;
// outputs are padded to a multiple of 8, inputs are a multiple of 8.
import { traceBack } from './common';
export { addInto, argmax, gather } from './common';

// @ts-ignore: decorator
@inline
function sumLanes(v: v128): f32 {
  const pairs = f32x4.add(v, i32x4.shuffle(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Rows of 8-bit tables summed: out[t] = word row ids[t][0] + hash rows ids[t][1 .. k-1], each times its scale. `width` is a multiple of 16. */
export function embed(ids: usize, n: i32, k: i32, word: usize, wordScale: usize, hash: usize, hashScale: usize, out: usize, width: i32): void {
  for (let t = 0; t < n; t++) {
    const row = ids + ((<usize>(t * k)) << 2);
    const target = out + ((<usize>(t * width)) << 2);
    for (let c = 0; c < width; c += 16) {
      let a0 = f32x4.splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      for (let j = 0; j < k; j++) {
        const id = <usize>load<i32>(row + (<usize>j << 2));
        const scale = v128.load_splat<f32>((j ? hashScale : wordScale) + (id << 2));
        const bytes = v128.load((j ? hash : word) + id * <usize>width + <usize>c);
        const low = i16x8.extend_low_i8x16_s(bytes);
        const high = i16x8.extend_high_i8x16_s(bytes);
        a0 = f32x4.add(a0, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low))));
        a1 = f32x4.add(a1, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low))));
        a2 = f32x4.add(a2, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high))));
        a3 = f32x4.add(a3, f32x4.mul(scale, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high))));
      }
      const at = target + (<usize>c << 2);
      v128.store(at, a0);
      v128.store(at, a1, 16);
      v128.store(at, a2, 32);
      v128.store(at, a3, 48);
    }
  }
}

/** Layer normalisation in place: x = norm(x + y) * gain + bias over rows of `width` (a multiple of 4); no addition where y is 0. */
export function layerNorm(x: usize, y: usize, n: i32, width: i32, gain: usize, bias: usize): void {
  const bytes = <usize>width << 2;
  for (let t = 0; t < n; t++) {
    const row = x + <usize>t * bytes;
    const other = y + <usize>t * bytes;
    let sum = f32x4.splat(0);
    let squares = sum;
    for (let c: usize = 0; c < bytes; c += 16) {
      let value = v128.load(row + c);
      if (y) {
        value = f32x4.add(value, v128.load(other + c));
        v128.store(row + c, value);
      }
      sum = f32x4.add(sum, value);
      squares = f32x4.add(squares, f32x4.mul(value, value));
    }
    const mean = sumLanes(sum) / <f32>width;
    const variance = sumLanes(squares) / <f32>width - mean * mean;
    const factor = f32x4.splat(<f32>1 / sqrt<f32>(max<f32>(variance, 0) + 1e-5));
    const centre = f32x4.splat(mean);
    for (let c: usize = 0; c < bytes; c += 16) {
      const scaled = f32x4.mul(f32x4.mul(f32x4.sub(v128.load(row + c), centre), factor), v128.load(gain + c));
      v128.store(row + c, f32x4.add(scaled, v128.load(bias + c)));
    }
  }
}

/** `count` floats (padded to a multiple of 8) to 16-bit integers: round(x * scale), saturated. */
export function quantise(x: usize, count: i32, scale: f32, out: usize): void {
  const factor = f32x4.splat(scale);
  for (let i = 0; i < count; i += 8) {
    const at = x + (<usize>i << 2);
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), factor)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at, 16), factor)));
    v128.store(out + (<usize>i << 1), i16x8.narrow_i32x4_s(low, high));
  }
}

/** `n` rows of `width` floats (a multiple of 8) to 16-bit integers as `quantise`, in rows of `stride`. */
export function quantiseRows(x: usize, n: i32, width: i32, scale: f32, out: usize, stride: i32): void {
  for (let t = 0; t < n; t++) quantise(x + ((<usize>(t * width)) << 2), width, scale, out + ((<usize>(t * stride)) << 1));
}

// @ts-ignore: decorator
@inline
function finish(at: usize, sum: v128, scale: v128, bias: v128, least: v128): void {
  v128.store(at, f32x4.max(f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias), least));
}

/** Two rows by sixteen outputs at a time: what fits the registers. */
function multiplySixteen(x: usize, rowBytes: usize, n: i32, w: usize, end: usize, scale: usize, bias: usize, y: usize, outBytes: usize, least: v128): void {
  const zero = i32x4.splat(0);
  for (let t = 0; t < n; t += 2) {
    let x0 = x + <usize>t * rowBytes;
    let x1 = x0 + rowBytes;
    let a0 = zero;
    let a1 = zero;
    let a2 = zero;
    let a3 = zero;
    let b0 = zero;
    let b1 = zero;
    let b2 = zero;
    let b3 = zero;
    for (let q = w; q < end; q += 64) {
      const v0 = v128.load(q);
      const v1 = v128.load(q, 16);
      const v2 = v128.load(q, 32);
      const v3 = v128.load(q, 48);
      let pair = v128.load32_splat(x0);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(pair, v0));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(pair, v1));
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(pair, v2));
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(pair, v3));
      pair = v128.load32_splat(x1);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(pair, v0));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(pair, v1));
      b2 = i32x4.add(b2, i32x4.dot_i16x8_s(pair, v2));
      b3 = i32x4.add(b3, i32x4.dot_i16x8_s(pair, v3));
      x0 += 4;
      x1 += 4;
    }
    const row = y + <usize>t * outBytes;
    finish(row, a0, v128.load(scale), v128.load(bias), least);
    finish(row + 16, a1, v128.load(scale, 16), v128.load(bias, 16), least);
    finish(row + 32, a2, v128.load(scale, 32), v128.load(bias, 32), least);
    finish(row + 48, a3, v128.load(scale, 48), v128.load(bias, 48), least);
    if (t + 1 == n) return;
    const below = row + outBytes;
    finish(below, b0, v128.load(scale), v128.load(bias), least);
    finish(below + 16, b1, v128.load(scale, 16), v128.load(bias, 16), least);
    finish(below + 32, b2, v128.load(scale, 32), v128.load(bias, 32), least);
    finish(below + 48, b3, v128.load(scale, 48), v128.load(bias, 48), least);
  }
}

/** Two rows by the last eight outputs where their number is no multiple of sixteen. */
function multiplyEight(x: usize, rowBytes: usize, n: i32, w: usize, end: usize, scale: usize, bias: usize, y: usize, outBytes: usize, least: v128): void {
  const zero = i32x4.splat(0);
  for (let t = 0; t < n; t += 2) {
    let x0 = x + <usize>t * rowBytes;
    let x1 = x0 + rowBytes;
    let a0 = zero;
    let a1 = zero;
    let b0 = zero;
    let b1 = zero;
    for (let q = w; q < end; q += 32) {
      const v0 = v128.load(q);
      const v1 = v128.load(q, 16);
      let pair = v128.load32_splat(x0);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(pair, v0));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(pair, v1));
      pair = v128.load32_splat(x1);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(pair, v0));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(pair, v1));
      x0 += 4;
      x1 += 4;
    }
    const row = y + <usize>t * outBytes;
    finish(row, a0, v128.load(scale), v128.load(bias), least);
    finish(row + 16, a1, v128.load(scale, 16), v128.load(bias, 16), least);
    if (t + 1 == n) return;
    finish(row + outBytes, b0, v128.load(scale), v128.load(bias), least);
    finish(row + outBytes + 16, b1, v128.load(scale, 16), v128.load(bias, 16), least);
  }
}

/**
 * y[t] = x[t] * W * scale + bias for `n` rows of 16-bit inputs, `stride` values apart; relu where it is not 0.
 * Rows go in pairs: a row past `n` may be read (not written), so the input buffer has room for it.
 */
export function multiply(x: usize, stride: i32, n: i32, inputs: i32, w: usize, scale: usize, bias: usize, y: usize, outputs: i32, relu: i32): void {
  const rowBytes = <usize>stride << 1;
  const outBytes = <usize>outputs << 2;
  const least = f32x4.splat(relu ? 0 : -f32.MAX_VALUE);
  for (let o = 0; o < outputs; o += 16) {
    const block = w + ((<usize>(o * inputs)) << 1);
    const at = <usize>o << 2;
    if (outputs - o >= 16) multiplySixteen(x, rowBytes, n, block, block + ((<usize>inputs) << 5), scale + at, bias + at, y + at, outBytes, least);
    else multiplyEight(x, rowBytes, n, block, block + ((<usize>inputs) << 4), scale + at, bias + at, y + at, outBytes, least);
  }
}

/** y[t] = x[t] * W as exact sums (i32), otherwise as `multiply`; `outputs` is a multiple of 16. */
export function sums(x: usize, stride: i32, n: i32, inputs: i32, w: usize, y: usize, outputs: i32): void {
  const rowBytes = <usize>stride << 1;
  const outBytes = <usize>outputs << 2;
  for (let o = 0; o < outputs; o += 16) {
    const block = w + ((<usize>(o * inputs)) << 1);
    const end = block + ((<usize>inputs) << 5);
    for (let t = 0; t < n; t++) {
      let pairs = x + <usize>t * rowBytes;
      let a0 = i32x4.splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      for (let q = block; q < end; q += 64) {
        const pair = v128.load32_splat(pairs);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(pair, v128.load(q)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(pair, v128.load(q, 16)));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(pair, v128.load(q, 32)));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(pair, v128.load(q, 48)));
        pairs += 4;
      }
      const row = y + <usize>t * outBytes + (<usize>o << 2);
      v128.store(row, a0);
      v128.store(row, a1, 16);
      v128.store(row, a2, 32);
      v128.store(row, a3, 48);
    }
  }
}

/**
 * A convolution over three words whose products are known: out[t] = relu((left[index[t]] + middle[index[t + 1]] + right[index[t + 2]]) * scale + bias).
 * `table` has rows of `stride` i32, in each the `width` sums as left, as middle and as right word.
 */
export function convolve(index: usize, n: i32, table: usize, stride: i32, width: i32, scale: usize, bias: usize, out: usize): void {
  const rowBytes = <usize>stride << 2;
  const bytes = <usize>width << 2;
  const zero = f32x4.splat(0);
  for (let t = 0; t < n; t++) {
    const at = index + (<usize>t << 2);
    const left = table + <usize>load<i32>(at) * rowBytes;
    const middle = table + <usize>load<i32>(at, 4) * rowBytes + bytes;
    const right = table + <usize>load<i32>(at, 8) * rowBytes + 2 * bytes;
    const to = out + <usize>t * bytes;
    for (let c: usize = 0; c < bytes; c += 16) {
      const sum = i32x4.add(i32x4.add(v128.load(left + c), v128.load(middle + c)), v128.load(right + c));
      const value = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale + c)), v128.load(bias + c));
      v128.store(to + c, f32x4.max(value, zero));
    }
  }
}

// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  // 1 / (1 + 2^(-x log2 e)); 2^f by a polynomial of degree 5.
  let y = f32x4.mul(x, f32x4.splat(-1.44269504));
  y = f32x4.max(f32x4.min(y, f32x4.splat(60)), f32x4.splat(-60));
  const whole = f32x4.floor(y);
  const f = f32x4.sub(y, whole);
  let p = f32x4.splat(1.8775767e-3);
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(8.9893397e-3));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(5.5826318e-2));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(2.4015361e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(6.9315308e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(9.9999994e-1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
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

/** out[t] = relu(a[index[t]] + b[t]) over rows of `width` (a multiple of 4). */
export function gatherAdd(a: usize, index: usize, b: usize, n: i32, width: i32, out: usize): void {
  const bytes = <usize>width << 2;
  const zero = f32x4.splat(0);
  for (let t = 0; t < n; t++) {
    const from = a + <usize>load<i32>(index + (<usize>t << 2)) * bytes;
    const add = b + <usize>t * bytes;
    const to = out + <usize>t * bytes;
    for (let c: usize = 0; c < bytes; c += 16) {
      v128.store(to + c, f32x4.max(zero, f32x4.add(v128.load(from + c), v128.load(add + c))));
    }
  }
}

/** out[t] = relu(one + a[t] + b[t]) over rows of `width` (a multiple of 4); `one` is a single row. */
export function pairAdd(one: usize, a: usize, b: usize, n: i32, width: i32, out: usize): void {
  const bytes = <usize>width << 2;
  const zero = f32x4.splat(0);
  for (let c: usize = 0; c < bytes; c += 16) {
    const fixed = v128.load(one + c);
    for (let t = 0; t < n; t++) {
      const at = <usize>t * bytes + c;
      v128.store(out + at, f32x4.max(zero, f32x4.add(f32x4.add(fixed, v128.load(a + at)), v128.load(b + at))));
    }
  }
}

/** out[t] = one * a[t], element by element, over rows of `width` (a multiple of 4); `one` is a single row. */
export function pairMultiply(one: usize, a: usize, n: i32, width: i32, out: usize): void {
  const bytes = <usize>width << 2;
  for (let c: usize = 0; c < bytes; c += 16) {
    const fixed = v128.load(one + c);
    for (let t = 0; t < n; t++) {
      const at = <usize>t * bytes + c;
      v128.store(out + at, f32x4.mul(fixed, v128.load(a + at)));
    }
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
