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

/**
 * The best tag sequence of a linear-chain CRF.
 * `em` emissions (row length `stride`), `tr` transitions [from][to], `first` and `last` scores of the ends; `a`, `b` work rows of `count` floats,
 * `back` n * count bytes, `out` n i32.
 */
export function viterbi(em: usize, n: i32, stride: i32, count: i32, tr: usize, first: usize, last: usize, a: usize, b: usize, back: usize, out: usize): void {
  if (n <= 0) return;
  for (let c = 0; c < count; c++) {
    const at = <usize>c << 2;
    store<f32>(a + at, load<f32>(em + at) + load<f32>(first + at));
  }
  let previous = a;
  let current = b;
  for (let t = 1; t < n; t++) {
    const row = em + ((<usize>(t * stride)) << 2);
    for (let c = 0; c < count; c++) {
      let best: f32 = -1e30;
      let from = 0;
      for (let p = 0; p < count; p++) {
        const value = load<f32>(previous + (<usize>p << 2)) + load<f32>(tr + ((<usize>(p * count + c)) << 2));
        if (value > best) {
          best = value;
          from = p;
        }
      }
      store<f32>(current + (<usize>c << 2), best + load<f32>(row + (<usize>c << 2)));
      store<u8>(back + <usize>(t * count + c), <u8>from);
    }
    const swap = previous;
    previous = current;
    current = swap;
  }
  let tag = 0;
  for (let c = 1; c < count; c++) {
    const at = <usize>c << 2;
    const top = <usize>tag << 2;
    if (load<f32>(previous + at) + load<f32>(last + at) > load<f32>(previous + top) + load<f32>(last + top)) tag = c;
  }
  for (let t = n - 1; t >= 0; t--) {
    store<i32>(out + (<usize>t << 2), tag);
    if (t > 0) tag = load<u8>(back + <usize>(t * count + tag));
  }
}

/** x[i] = x[i] + y[i] for `count` floats. */
export function addInto(x: usize, y: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    store<f32>(x + at, load<f32>(x + at) + load<f32>(y + at));
  }
}
