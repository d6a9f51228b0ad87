// The kernels of assembly/simd.ts without vector instructions, for engines that lack them.
// Sums keep four (or eight) partial results as the vectors do, so that the results are the same to the bit.
import { traceBack } from './common';
export { addInto, argmax, gather } from './common';

// @ts-ignore: decorator
@inline
function at(base: usize, index: i32): usize {
  return base + (<usize>index << 2);
}

/** See assembly/simd.ts. */
export function embed(ids: usize, n: i32, k: i32, word: usize, wordScale: usize, hash: usize, hashScale: usize, out: usize, width: i32): void {
  for (let t = 0; t < n; t++) {
    const target = at(out, t * width);
    memory.fill(target, 0, <usize>width << 2);
    for (let j = 0; j < k; j++) {
      const id = load<i32>(at(ids, t * k + j));
      const scale = load<f32>(at(j ? hashScale : wordScale, id));
      const row = (j ? hash : word) + <usize>id * <usize>width;
      for (let c = 0; c < width; c++) {
        const cell = at(target, c);
        store<f32>(cell, load<f32>(cell) + scale * <f32>load<i8>(row + <usize>c));
      }
    }
  }
}

/** See assembly/simd.ts. */
export function layerNorm(x: usize, y: usize, n: i32, width: i32, gain: usize, bias: usize): void {
  for (let t = 0; t < n; t++) {
    const row = at(x, t * width);
    const other = at(y, t * width);
    let s0: f32 = 0;
    let s1: f32 = 0;
    let s2: f32 = 0;
    let s3: f32 = 0;
    let q0: f32 = 0;
    let q1: f32 = 0;
    let q2: f32 = 0;
    let q3: f32 = 0;
    for (let c = 0; c < width; c += 4) {
      if (y) for (let k = c; k < c + 4; k++) store<f32>(at(row, k), load<f32>(at(row, k)) + load<f32>(at(other, k)));
      const v0 = load<f32>(at(row, c));
      const v1 = load<f32>(at(row, c + 1));
      const v2 = load<f32>(at(row, c + 2));
      const v3 = load<f32>(at(row, c + 3));
      s0 += v0;
      s1 += v1;
      s2 += v2;
      s3 += v3;
      q0 += v0 * v0;
      q1 += v1 * v1;
      q2 += v2 * v2;
      q3 += v3 * v3;
    }
    const mean = (s0 + s2 + (s1 + s3)) / <f32>width;
    const variance = (q0 + q2 + (q1 + q3)) / <f32>width - mean * mean;
    const factor = <f32>1 / sqrt<f32>(max<f32>(variance, 0) + 1e-5);
    for (let c = 0; c < width; c++) {
      store<f32>(at(row, c), (load<f32>(at(row, c)) - mean) * factor * load<f32>(at(gain, c)) + load<f32>(at(bias, c)));
    }
  }
}

/** See assembly/simd.ts. */
export function quantise(x: usize, count: i32, scale: f32, out: usize): void {
  for (let i = 0; i < count; i++) {
    const rounded = nearest<f32>(load<f32>(at(x, i)) * scale);
    store<i16>(out + (<usize>i << 1), <i16>min<f32>(max<f32>(rounded, -32768), 32767));
  }
}

/** See assembly/simd.ts. */
export function quantiseRows(x: usize, n: i32, width: i32, scale: f32, out: usize, stride: i32): void {
  for (let t = 0; t < n; t++) quantise(at(x, t * width), width, scale, out + ((<usize>(t * stride)) << 1));
}

// @ts-ignore: decorator
@inline
function finish(y: usize, index: i32, sum: i32, factor: f32, bias: f32, relu: i32): void {
  const value = <f32>sum * factor + bias;
  store<f32>(at(y, index), relu ? max<f32>(value, 0) : value);
}

/** See assembly/simd.ts. */
export function multiply(x: usize, stride: i32, n: i32, inputs: i32, w: usize, scale: usize, bias: usize, y: usize, outputs: i32, relu: i32): void {
  for (let o = 0; o < outputs; o += 4) {
    // Of a block of sixteen (or eight) outputs, four at a time.
    const first = o & ~15;
    const pairBytes = <usize>min(16, outputs - first) << 2;
    const block = w + ((<usize>(first * inputs)) << 1) + (<usize>(o - first) << 2);
    for (let t = 0; t < n; t++) {
      let p = x + ((<usize>(t * stride)) << 1);
      const end = p + ((<usize>inputs) << 1);
      let q = block;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      while (p < end) {
        const one = <i32>load<i16>(p);
        const two = <i32>load<i16>(p, 2);
        s0 += one * <i32>load<i16>(q) + two * <i32>load<i16>(q, 2);
        s1 += one * <i32>load<i16>(q, 4) + two * <i32>load<i16>(q, 6);
        s2 += one * <i32>load<i16>(q, 8) + two * <i32>load<i16>(q, 10);
        s3 += one * <i32>load<i16>(q, 12) + two * <i32>load<i16>(q, 14);
        p += 4;
        q += pairBytes;
      }
      const row = t * outputs + o;
      finish(y, row, s0, load<f32>(at(scale, o)), load<f32>(at(bias, o)), relu);
      finish(y, row + 1, s1, load<f32>(at(scale, o + 1)), load<f32>(at(bias, o + 1)), relu);
      finish(y, row + 2, s2, load<f32>(at(scale, o + 2)), load<f32>(at(bias, o + 2)), relu);
      finish(y, row + 3, s3, load<f32>(at(scale, o + 3)), load<f32>(at(bias, o + 3)), relu);
    }
  }
}

/** See assembly/simd.ts. */
export function sums(x: usize, stride: i32, n: i32, inputs: i32, w: usize, y: usize, outputs: i32): void {
  for (let o = 0; o < outputs; o++) {
    const block = w + ((<usize>((o & ~15) * inputs)) << 1) + (<usize>(o & 15) << 2);
    for (let t = 0; t < n; t++) {
      let p = x + ((<usize>(t * stride)) << 1);
      const end = p + ((<usize>inputs) << 1);
      let q = block;
      let sum = 0;
      while (p < end) {
        sum += <i32>load<i16>(p) * <i32>load<i16>(q) + <i32>load<i16>(p, 2) * <i32>load<i16>(q, 2);
        p += 4;
        q += 64;
      }
      store<i32>(at(y, t * outputs + o), sum);
    }
  }
}

/** See assembly/simd.ts. */
export function convolve(index: usize, n: i32, table: usize, stride: i32, width: i32, scale: usize, bias: usize, out: usize): void {
  for (let t = 0; t < n; t++) {
    const left = load<i32>(at(index, t)) * stride;
    const middle = load<i32>(at(index, t + 1)) * stride + width;
    const right = load<i32>(at(index, t + 2)) * stride + 2 * width;
    for (let c = 0; c < width; c++) {
      const sum = load<i32>(at(table, left + c)) + load<i32>(at(table, middle + c)) + load<i32>(at(table, right + c));
      store<f32>(at(out, t * width + c), max<f32>(<f32>sum * load<f32>(at(scale, c)) + load<f32>(at(bias, c)), 0));
    }
  }
}

// @ts-ignore: decorator
@inline
function sigmoid(x: f32): f32 {
  const y = max<f32>(min<f32>(x * <f32>-1.44269504, 60), -60);
  const whole = floor<f32>(y);
  const f = y - whole;
  let p: f32 = 1.8775767e-3;
  p = p * f + <f32>8.9893397e-3;
  p = p * f + <f32>5.5826318e-2;
  p = p * f + <f32>2.4015361e-1;
  p = p * f + <f32>6.9315308e-1;
  p = p * f + <f32>9.9999994e-1;
  return <f32>1 / (<f32>1 + p * reinterpret<f32>((<i32>whole + 127) << 23));
}

/** See assembly/simd.ts. */
export function scan(gates: usize, n: i32, width: i32, out: usize): void {
  for (let direction = 0; direction < 2; direction++) {
    const shift = direction ? width : 0;
    for (let c = 0; c < width; c++) {
      let state: f32 = 0;
      for (let i = 0; i < n; i++) {
        const t = direction ? n - 1 - i : i;
        const row = at(gates, t * 4 * width + shift + c);
        const f = sigmoid(load<f32>(row));
        const z = load<f32>(at(row, 2 * width));
        state = z + f * (state - z);
        store<f32>(at(out, t * 2 * width + shift + c), state);
      }
    }
  }
}

/** See assembly/simd.ts. */
export function arcs(
  dep: usize, head: usize, headBias: usize, depDist: usize, headDist: usize, bucket: usize, n: i32, width: i32, factor: f32, rootClass: i32, scores: usize, best: usize,
): void {
  for (let d = 0; d < n; d++) {
    const p = at(dep, d * width);
    let top = -1;
    let topScore: f32 = 0;
    for (let h = 0; h <= n; h++) {
      let score: f32 = -1e9;
      if (h != d + 1) {
        const distance = h ? load<i32>(at(bucket, h - d - 1)) : rootClass;
        score = dot(p, at(head, h * width), width) * factor + load<f32>(at(headBias, h * 8));
        score += load<f32>(at(depDist, d * 24 + distance)) + load<f32>(at(headDist, h * 24 + distance));
      }
      store<f32>(at(scores, d * (n + 1) + h), score);
      if (top < 0 || score > topScore) {
        top = h;
        topScore = score;
      }
    }
    store<i32>(at(best, d), top);
  }
}

function dot(p: usize, q: usize, width: i32): f32 {
  let s0: f32 = 0;
  let s1: f32 = 0;
  let s2: f32 = 0;
  let s3: f32 = 0;
  let r0: f32 = 0;
  let r1: f32 = 0;
  let r2: f32 = 0;
  let r3: f32 = 0;
  for (let k = 0; k < width; k += 8) {
    s0 += load<f32>(at(p, k)) * load<f32>(at(q, k));
    s1 += load<f32>(at(p, k + 1)) * load<f32>(at(q, k + 1));
    s2 += load<f32>(at(p, k + 2)) * load<f32>(at(q, k + 2));
    s3 += load<f32>(at(p, k + 3)) * load<f32>(at(q, k + 3));
    r0 += load<f32>(at(p, k + 4)) * load<f32>(at(q, k + 4));
    r1 += load<f32>(at(p, k + 5)) * load<f32>(at(q, k + 5));
    r2 += load<f32>(at(p, k + 6)) * load<f32>(at(q, k + 6));
    r3 += load<f32>(at(p, k + 7)) * load<f32>(at(q, k + 7));
  }
  return s0 + r0 + (s2 + r2) + (s1 + r1 + (s3 + r3));
}

/** See assembly/simd.ts. */
export function gatherAdd(a: usize, index: usize, b: usize, n: i32, width: i32, out: usize): void {
  for (let t = 0; t < n; t++) {
    const from = load<i32>(at(index, t)) * width;
    for (let c = 0; c < width; c++) {
      store<f32>(at(out, t * width + c), max<f32>(0, load<f32>(at(a, from + c)) + load<f32>(at(b, t * width + c))));
    }
  }
}

/** See assembly/simd.ts. */
export function pairAdd(one: usize, a: usize, b: usize, n: i32, width: i32, out: usize): void {
  for (let t = 0; t < n; t++) {
    for (let c = 0; c < width; c++) {
      const i = t * width + c;
      store<f32>(at(out, i), max<f32>(0, load<f32>(at(one, c)) + load<f32>(at(a, i)) + load<f32>(at(b, i))));
    }
  }
}

/** See assembly/simd.ts. */
export function pairMultiply(one: usize, a: usize, n: i32, width: i32, out: usize): void {
  for (let t = 0; t < n; t++) {
    for (let c = 0; c < width; c++) store<f32>(at(out, t * width + c), load<f32>(at(one, c)) * load<f32>(at(a, t * width + c)));
  }
}

/** See assembly/simd.ts. */
export function viterbi(em: usize, n: i32, stride: i32, count: i32, tr: usize, first: usize, last: usize, a: usize, b: usize, back: usize, out: usize): void {
  if (n <= 0) return;
  for (let c = 0; c < count; c++) store<f32>(at(a, c), load<f32>(at(em, c)) + load<f32>(at(first, c)));
  let previous = a;
  let current = b;
  for (let t = 1; t < n; t++) {
    for (let c = 0; c < count; c++) {
      let best: f32 = -1e30;
      let from = 0;
      for (let p = 0; p < count; p++) {
        const value = load<f32>(at(previous, p)) + load<f32>(at(tr, p * stride + c));
        if (value > best) {
          best = value;
          from = p;
        }
      }
      store<f32>(at(current, c), best + load<f32>(at(em, t * stride + c)));
      store<i32>(at(back, t * stride + c), from);
    }
    const swap = previous;
    previous = current;
    current = swap;
  }
  traceBack(previous, last, back, n, stride, count, out);
}
