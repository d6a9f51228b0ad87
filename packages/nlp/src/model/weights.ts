/** The model's tensors laid out in a kernel memory as the kernels want them. */
import { PipelineError } from '@dragoman/core';
import type { Arena } from '../kernels/arena.ts';
import type { ModelFiles } from './files.ts';
import type { TensorEntry } from './format.ts';

/** Activations are multiplied by this before they are rounded to 16 bits. */
export const activationScale = 256;

/** A dense layer in memory: addresses, and its sizes. `padded` is `outputs` rounded up to 8, the length of its result's rows. */
export interface Dense {
  outputs: number;
  padded: number;
  inputs: number;
  weights: number;
  scale: number;
  bias: number;
}

/** A table of 8-bit rows with a scale each. */
export interface Table {
  rows: number;
  scale: number;
}

/** A dense layer over a window of three words, cut into its products with each of them: `padded` sums a word (a multiple of 16) for `inputs` values. */
export interface WindowParts {
  padded: number;
  inputs: number;
  weights: number;
  scale: number;
  bias: number;
}

/** Words that a convolution sees at once. */
const window = 3;

/** Something to be copied into the memory once it exists. */
type Fill = (buffer: ArrayBuffer) => void;

const pad8 = (count: number): number => (count + 7) & ~7;

/** Plans where tensors go; `fill` copies them once the memory is there. */
export class WeightPlan {
  readonly #files: ModelFiles;
  readonly #arena: Arena;
  readonly #fills: Fill[] = [];

  constructor(files: ModelFiles, arena: Arena) {
    this.#files = files;
    this.#arena = arena;
  }

  /** Copies all planned tensors. */
  fill(buffer: ArrayBuffer): void {
    for (const fill of this.#fills) fill(buffer);
  }

  /** A dense layer `name` with `name.scale` and perhaps `name.bias`. */
  dense(name: string): Dense {
    const [outputs = 0, inputs = 0] = this.#entry(name).shape;
    if (inputs % 8 !== 0) throw damaged(`${name} has a number of inputs that is no multiple of 8`);
    const padded = pad8(outputs);
    const weights = this.#arena.take(padded * inputs * 2).at;
    const scale = this.floats(`${name}.scale`, padded, (value) => value / activationScale);
    const bias = this.#has(`${name}.bias`)
      ? this.floats(`${name}.bias`, padded)
      : this.#arena.take(padded * 4).at;
    const source = this.integers(name);
    this.#fills.push((buffer) =>
      packBlocks(source, outputs, inputs, new Int16Array(buffer, weights, padded * inputs)),
    );
    return { outputs, padded, inputs, weights, scale, bias };
  }

  /** A dense layer `name` over a window of three words, as a product with each word. */
  windowParts(name: string): WindowParts {
    const [outputs = 0, columns = 0] = this.#entry(name).shape;
    const inputs = columns / window;
    const padded = (window * outputs + 15) & ~15;
    const weights = this.#arena.take(padded * inputs * 2).at;
    const scale = this.floats(`${name}.scale`, 0, (value) => value / activationScale);
    const bias = this.floats(`${name}.bias`, 0);
    const source = this.integers(name);
    const parts = new Int8Array(padded * inputs);
    for (let part = 0; part < window; part++)
      for (let o = 0; o < outputs; o++) {
        const from = o * columns + part * inputs;
        parts.set(source.subarray(from, from + inputs), (part * outputs + o) * inputs);
      }
    this.#fills.push((buffer) =>
      packBlocks(parts, padded, inputs, new Int16Array(buffer, weights, padded * inputs)),
    );
    return { padded, inputs, weights, scale, bias };
  }

  /** A table of rows `name` with `name.scale`. */
  table(name: string): Table {
    const source = this.integers(name);
    const rows = this.#arena.take(source.length).at;
    const scale = this.floats(`${name}.scale`, this.#entry(name).shape[0] ?? 0);
    this.#fills.push((buffer) => new Int8Array(buffer, rows, source.length).set(source));
    return { rows, scale };
  }

  /** A tensor of floats, zeros up to `length`. */
  floats(name: string, length: number, change?: (value: number) => number): number {
    const source = this.floatValues(name);
    const { at } = this.#arena.take(Math.max(length, source.length) * 4);
    this.#fills.push((buffer) =>
      new Float32Array(buffer, at, source.length).set(change === undefined ? source : source.map(change)),
    );
    return at;
  }

  /** A matrix of floats, each row followed by zeros up to `length`. */
  rows(name: string, length: number): number {
    const source = this.floatValues(name);
    const [count = 0, width = 0] = this.#entry(name).shape;
    const { at } = this.#arena.take(count * length * 4);
    this.#fills.push((buffer) => {
      const target = new Float32Array(buffer, at, count * length);
      for (let row = 0; row < count; row++)
        target.set(source.subarray(row * width, (row + 1) * width), row * length);
    });
    return at;
  }

  /** The values of an f32 tensor. */
  floatValues(name: string): Float32Array {
    const entry = this.#entry(name);
    if (entry.dtype !== 'f32') throw damaged(`${name} is not f32`);
    const bytes = this.#slice(entry, 4);
    return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  }

  /** The integers of an i8 or u4 tensor. */
  integers(name: string): Int8Array {
    const entry = this.#entry(name);
    if (entry.dtype === 'i8') {
      const bytes = this.#slice(entry, 1);
      return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    if (entry.dtype !== 'u4') throw damaged(`${name} is not quantised`);
    const nibbles = this.#slice(entry, 0.5);
    const values = new Int8Array(nibbles.length * 2);
    for (let i = 0; i < nibbles.length; i++) {
      const byte = nibbles[i] ?? 0;
      values[2 * i] = (byte & 15) - 8;
      values[2 * i + 1] = (byte >> 4) - 8;
    }
    return values;
  }

  /** A copy, so that it is aligned whatever the file's buffer is. */
  #slice(entry: TensorEntry, bytesEach: number): Uint8Array {
    const length = entry.shape.reduce((product, size) => product * size, 1) * bytesEach;
    const end = entry.offset + length;
    if (end > this.#files.weights.length) throw damaged('the weights end too early');
    return this.#files.weights.slice(entry.offset, end);
  }

  #has(name: string): boolean {
    return this.#files.description.tensors[name] !== undefined;
  }

  #entry(name: string): TensorEntry {
    const entry = this.#files.description.tensors[name];
    if (entry === undefined) throw damaged(`tensor ${name} is missing`);
    return entry;
  }
}

/** Row-major [outputs][inputs] to blocks of sixteen outputs (the last one of eight where they do not divide): [inputs / 2][outputs of the block][2]. */
export function packBlocks(source: Int8Array, outputs: number, inputs: number, target: Int16Array): void {
  const padded = pad8(outputs);
  for (let o = 0; o < outputs; o++) {
    const first = o & ~15;
    const step = 2 * Math.min(16, padded - first);
    let to = first * inputs + 2 * (o - first);
    for (let i = o * inputs; i < (o + 1) * inputs; i += 2, to += step) {
      target[to] = source[i] ?? 0;
      target[to + 1] = source[i + 1] ?? 0;
    }
  }
}

function damaged(reason: string): PipelineError {
  return new PipelineError({ code: 'MODEL_MISSING', message: `the language model is damaged: ${reason}` });
}
