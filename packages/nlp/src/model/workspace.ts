/** A kernel memory with the views and the two operations that every part of the network uses. */
import type { KernelInstance, Kernels } from '../kernels/kernels.ts';
import { activationScale, type Dense, type WindowParts } from './weights.ts';

export class Workspace {
  readonly kernels: Kernels;
  readonly ints: Int32Array;
  readonly floats: Float32Array;
  /** Address of the buffer for 16-bit inputs. */
  readonly #quantised: number;

  constructor(instance: KernelInstance, quantised: number) {
    this.kernels = instance.kernels;
    this.ints = new Int32Array(instance.buffer);
    this.floats = new Float32Array(instance.buffer);
    this.#quantised = quantised;
  }

  /** Rounds `count` floats to the 16-bit inputs of the next products. */
  quantise(from: number, count: number): void {
    this.kernels.quantise(from, (count + 7) & ~7, activationScale, this.#quantised);
  }

  /** A dense layer over `n` quantised rows from row `row` on, which are `width` values apart. */
  multiply(dense: Dense, row: number, width: number, n: number, to: number, relu: boolean): void {
    const from = this.#quantised + row * width * 2;
    const { inputs, weights, scale, bias, padded } = dense;
    this.kernels.multiply(from, width, n, inputs, weights, scale, bias, to, padded, relu ? 1 : 0);
  }

  /** The exact sums of a window's products with `n` quantised words. */
  sums({ inputs, weights, padded }: WindowParts, n: number, to: number): void {
    this.kernels.sums(this.#quantised, inputs, n, inputs, weights, to, padded);
  }

  /** A copy of `count` integers at an address. */
  copyInts(at: number, count: number): Int32Array {
    return this.ints.slice(at >> 2, (at >> 2) + count);
  }
}
