// Kernels of the encoder with 128-bit vectors. assembly/scalar.ts has the same functions without: same operations in the same order, same results.
export { addInto, argmax, gather } from './common';
export { convolve, multiply, sums } from './simd-products';
export { embed, gatherAdd, layerNorm, pairAdd, pairMultiply, quantise, quantiseRows } from './simd-rows';
export { arcs, scan, viterbi } from './simd-sequences';
