// Products with matrices of 16-bit weights, packed [outputs / 16][inputs / 2][16][2], the last block with 8 outputs where they are no multiple
// of 16; outputs are padded to a multiple of 8, inputs are a multiple of 8.

// `pmax` is a single instruction where `max` is eight; they differ only in what is no number, which does not come up.

// @ts-ignore: decorator
@inline
function finish(at: usize, sum: v128, scale: v128, bias: v128, least: v128): void {
  v128.store(at, f32x4.pmax(least, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), bias)));
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
      v128.store(to + c, f32x4.pmax(zero, value));
    }
  }
}
