// Kernels over rows of floats: embeddings, normalisation, rounding, sums of pairs. `pmax` and `pmin` as in simd-products.ts.

// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
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

/** Floats to the nearest integers, as far as these fit 16 bits: added to 1.5 * 2^23, they are rounded to the last bits of the sum. */
// @ts-ignore: decorator
@inline
function round16(x: v128): v128 {
  const within = f32x4.pmin(f32x4.splat(32768), f32x4.pmax(f32x4.splat(-32768), x));
  return i32x4.sub(f32x4.add(within, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** `count` floats (padded to a multiple of 8) to 16-bit integers: round(x * scale), saturated. */
export function quantise(x: usize, count: i32, scale: f32, out: usize): void {
  const factor = f32x4.splat(scale);
  for (let i = 0; i < count; i += 8) {
    const at = x + (<usize>i << 2);
    const low = round16(f32x4.mul(v128.load(at), factor));
    const high = round16(f32x4.mul(v128.load(at, 16), factor));
    v128.store(out + (<usize>i << 1), i16x8.narrow_i32x4_s(low, high));
  }
}

/** `n` rows of `width` floats (a multiple of 8) to 16-bit integers as `quantise`, in rows of `stride`. */
export function quantiseRows(x: usize, n: i32, width: i32, scale: f32, out: usize, stride: i32): void {
  for (let t = 0; t < n; t++) quantise(x + ((<usize>(t * width)) << 2), width, scale, out + ((<usize>(t * stride)) << 1));
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
      v128.store(to + c, f32x4.pmax(zero, f32x4.add(v128.load(from + c), v128.load(add + c))));
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
      v128.store(out + at, f32x4.pmax(zero, f32x4.add(f32x4.add(fixed, v128.load(a + at)), v128.load(b + at))));
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
