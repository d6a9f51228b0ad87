import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packBlocks } from '../model/weights.ts';
import { instantiateKernels, type KernelInstance } from './kernels.ts';

/** Both builds over memories that hold the same inputs. */
function both(fill: (instance: KernelInstance) => void): [KernelInstance, KernelInstance] {
  const instances: [KernelInstance, KernelInstance] = [
    instantiateKernels(1 << 20, 'simd'),
    instantiateKernels(1 << 20, 'scalar'),
  ];
  instances.forEach(fill);
  return instances;
}

const floats = (instance: KernelInstance, at: number, count: number): number[] => [
  ...new Float32Array(instance.buffer, at, count),
];
const values = (length: number, size = 4) =>
  fc.array(fc.float({ min: -size, max: size, noNaN: true }), { minLength: length, maxLength: length });

test('the product of 16-bit rows and weights is the exact sum, scaled, in both builds', () => {
  const n = 5;
  const inputs = 8;
  // A block of sixteen outputs and one of eight.
  const outputs = 24;
  const integers = (length: number) =>
    fc.array(fc.integer({ min: -127, max: 127 }), { minLength: length, maxLength: length });
  fc.assert(
    fc.property(integers(n * inputs), integers(outputs * inputs), (rows, weights) => {
      const instances = both(({ buffer, kernels }) => {
        new Int16Array(buffer, 8192, rows.length).set(rows);
        packBlocks(Int8Array.from(weights), outputs, inputs, new Int16Array(buffer, 16_384, weights.length));
        new Float32Array(buffer, 32_768, outputs).fill(0.5);
        new Float32Array(buffer, 36_864, outputs).fill(1);
        kernels.multiply(8192, inputs, n, inputs, 16_384, 32_768, 36_864, 65_536, outputs, 0);
      });
      const expected = Array.from({ length: n * outputs }, (_, index) => {
        const t = Math.floor(index / outputs);
        const o = index % outputs;
        let sum = 0;
        for (let i = 0; i < inputs; i++) sum += (rows[t * inputs + i] ?? 0) * (weights[o * inputs + i] ?? 0);
        return sum * 0.5 + 1;
      });
      for (const instance of instances) expect(floats(instance, 65_536, n * outputs)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('normalisation, rounding, recurrence and arcs give the same bits with and without vectors', () => {
  fc.assert(
    fc.property(values(4 * 32), values(32), (rows, gain) => {
      const [simd, scalar] = both(({ buffer, kernels }) => {
        const memory = new Float32Array(buffer);
        memory.set(rows, 2048);
        memory.set(rows.toReversed(), 4096);
        memory.set(gain, 6144);
        kernels.scan(8192, 4, 8, 32_768);
        kernels.arcs(8192, 16_384, 24_576, 24_576, 24_576, 40_960, 3, 32, 0.125, 0, 45_056, 49_152);
        kernels.layerNorm(8192, 16_384, 4, 32, 24_576, 24_576);
        kernels.quantise(8192, 128, 256, 53_248);
        kernels.pairAdd(24_576, 8192, 16_384, 4, 32, 57_344);
        kernels.pairMultiply(24_576, 8192, 4, 32, 61_440);
      });
      expect(Buffer.from(simd.buffer).equals(Buffer.from(scalar.buffer))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('table rows are summed with their scales, as both builds agree', () => {
  const [simd, scalar] = both(({ buffer, kernels }) => {
    new Int32Array(buffer, 8192, 4).set([1, 0, 0, 1]);
    new Int8Array(buffer, 12_288, 32).fill(3).fill(-5, 16);
    new Int8Array(buffer, 16_384, 32).fill(7).fill(100, 16);
    new Float32Array(buffer, 20_480, 2).set([0.5, 0.25]);
    kernels.embed(8192, 2, 2, 12_288, 20_480, 16_384, 20_480, 24_576, 16);
  });
  for (const instance of [simd, scalar]) {
    expect(floats(instance, 24_576, 32)).toEqual([
      ...Array<number>(16).fill(-5 * 0.25 + 7 * 0.5),
      ...Array<number>(16).fill(3 * 0.5 + 100 * 0.25),
    ]);
  }
});

test('the recurrence runs in both directions and forgets by its gate', () => {
  const [simd] = both(({ buffer, kernels }) => {
    const gates = new Float32Array(buffer, 8192, 3 * 16);
    // Gate 0 (half open) everywhere; the input is 1 for the first word only, in both directions.
    gates.fill(1, 8, 16);
    kernels.scan(8192, 3, 4, 16_384);
  });
  const states = floats(simd, 16_384, 24);
  expect(states[0]).toBeCloseTo(0.5, 5);
  expect(states[8]).toBeCloseTo(0.25, 5);
  expect(states[16]).toBeCloseTo(0.125, 5);
  expect(states[4]).toBeCloseTo(0.5, 5);
  expect(states[20]).toBe(0);
});

test('the best tag sequence beats every other sequence', () => {
  fc.assert(
    fc.property(values(4 * 3), values(9), (emissions, transitions) => {
      const instances = both(({ buffer, kernels }) => {
        const memory = new Float32Array(buffer);
        // Three tags in rows of four.
        for (let t = 0; t < 4; t++) memory.set(emissions.slice(3 * t, 3 * t + 3), 2048 + 4 * t);
        for (let tag = 0; tag < 3; tag++) memory.set(transitions.slice(3 * tag, 3 * tag + 3), 3072 + 4 * tag);
        kernels.viterbi(8192, 4, 4, 3, 12_288, 16_384, 16_384, 20_480, 24_576, 28_672, 32_768);
      });
      const score = (tags: readonly number[]): number =>
        tags.reduce(
          (sum, tag, t) =>
            sum +
            (emissions[t * 3 + tag] ?? 0) +
            (t > 0 ? (transitions[(tags[t - 1] ?? 0) * 3 + tag] ?? 0) : 0),
          0,
        );
      let best = Number.NEGATIVE_INFINITY;
      for (let code = 0; code < 81; code++)
        best = Math.max(
          best,
          score([code % 3, Math.floor(code / 3) % 3, Math.floor(code / 9) % 3, Math.floor(code / 27)]),
        );
      for (const { buffer } of instances)
        expect(score([...new Int32Array(buffer, 32_768, 4)])).toBeCloseTo(best, 3);
    }),
    { numRuns: 50 },
  );
});

test('the products of a window with each of its words are exact sums in both builds', () => {
  const integers = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 48, maxLength: 48 });
  fc.assert(
    fc.property(integers, integers, (words, weights) => {
      // Six words of eight values; one output over a window of three, so three sums of a word's sixteen count.
      const columns = 8;
      const parts = new Int8Array(16 * columns);
      parts.set(weights.slice(0, 3 * columns));
      const instances = both(({ buffer, kernels }) => {
        new Int16Array(buffer, 8192, words.length).set(words);
        packBlocks(parts, 16, columns, new Int16Array(buffer, 12_288, parts.length));
        kernels.sums(8192, columns, 6, columns, 12_288, 16_384, 16);
      });
      for (const { buffer } of instances) {
        const sums = new Int32Array(buffer, 16_384, 6 * 16);
        for (let t = 0; t < 6; t++)
          for (let part = 0; part < 3; part++) {
            let sum = 0;
            for (let k = 0; k < columns; k++)
              sum += (words[t * columns + k] ?? 0) * (weights[part * columns + k] ?? 0);
            expect(sums[t * 16 + part]).toBe(sum);
          }
      }
    }),
    { numRuns: 30 },
  );
});
