// Kernels without vector instructions, shared by both builds. All pointers are byte addresses in the memory that the host gives.

/** For each of `n` rows of `x` (row length `stride`) the index of the largest of the first `count` values, to `out` (i32). */
export function argmax(x: usize, n: i32, stride: i32, count: i32, out: usize): void {
  for (let t = 0; t < n; t++) {
    const row = x + ((<usize>(t * stride)) << 2);
    let best = 0;
    let bestValue = load<f32>(row);
    for (let k = 1; k < count; k++) {
      const value = load<f32>(row + (<usize>k << 2));
      if (value > bestValue) {
        best = k;
        bestValue = value;
      }
    }
    store<i32>(out + (<usize>t << 2), best);
  }
}

/** The end of `viterbi`: the best last tag (`scores` of the last word), then backwards by `back` (rows of `stride` i32) to `out`. */
export function traceBack(scores: usize, last: usize, back: usize, n: i32, stride: i32, count: i32, out: usize): void {
  let tag = 0;
  for (let c = 1; c < count; c++) {
    const at = <usize>c << 2;
    const top = <usize>tag << 2;
    if (load<f32>(scores + at) + load<f32>(last + at) > load<f32>(scores + top) + load<f32>(last + top)) tag = c;
  }
  for (let t = n - 1; t >= 0; t--) {
    store<i32>(out + (<usize>t << 2), tag);
    if (t > 0) tag = load<i32>(back + (<usize>(t * stride + tag) << 2));
  }
}

/** x[i] = x[i] + y[i] for `count` floats. */
export function addInto(x: usize, y: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(x + at, load<f32>(x + at) + load<f32>(y + at));
  }
}

/** out[t] = table[index[t]] over rows of `width` floats. */
export function gather(index: usize, n: i32, table: usize, width: i32, out: usize): void {
  const bytes = <usize>width << 2;
  for (let t = 0; t < n; t++) memory.copy(out + <usize>t * bytes, table + <usize>load<i32>(index + (<usize>t << 2)) * bytes, bytes);
}
