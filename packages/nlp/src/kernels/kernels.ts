/** The WebAssembly kernels: which build the engine can run, and their functions. Sources and build: ../../assembly, ../../scripts. */
import { readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';

export type KernelBuild = 'simd' | 'scalar';

/** The kernels' exports; what they do is told in assembly/simd-*.ts. Pointers are byte addresses in `memory`. */
export interface Kernels {
  embed(
    ids: number,
    n: number,
    k: number,
    word: number,
    wordScale: number,
    hash: number,
    hashScale: number,
    out: number,
    width: number,
  ): void;
  layerNorm(x: number, y: number, n: number, width: number, gain: number, bias: number): void;
  quantise(x: number, count: number, scale: number, out: number): void;
  quantiseRows(x: number, n: number, width: number, scale: number, out: number, stride: number): void;
  multiply(
    x: number,
    stride: number,
    n: number,
    inputs: number,
    w: number,
    scale: number,
    bias: number,
    y: number,
    outputs: number,
    relu: number,
  ): void;
  sums(x: number, stride: number, n: number, inputs: number, w: number, y: number, outputs: number): void;
  convolve(
    index: number,
    n: number,
    table: number,
    stride: number,
    width: number,
    scale: number,
    bias: number,
    out: number,
  ): void;
  gather(index: number, n: number, table: number, width: number, out: number): void;
  scan(gates: number, n: number, width: number, out: number): void;
  arcs(
    dep: number,
    head: number,
    headBias: number,
    depDist: number,
    headDist: number,
    bucket: number,
    n: number,
    width: number,
    factor: number,
    rootClass: number,
    scores: number,
    best: number,
  ): void;
  gatherAdd(a: number, index: number, b: number, n: number, width: number, out: number): void;
  pairAdd(one: number, a: number, b: number, n: number, width: number, out: number): void;
  pairMultiply(one: number, a: number, n: number, width: number, out: number): void;
  addInto(x: number, y: number, count: number): void;
  argmax(x: number, n: number, stride: number, count: number, out: number): void;
  viterbi(
    em: number,
    n: number,
    stride: number,
    count: number,
    tr: number,
    first: number,
    last: number,
    a: number,
    b: number,
    back: number,
    out: number,
  ): void;
}

/** The part of the engine's WebAssembly that is used; Node's type package leaves it to the browser's library. */
interface Engine {
  validate(bytes: Uint8Array): boolean;
  Memory: new (descriptor: { initial: number }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: object };
}

const pageBytes = 65_536;

function engine(): Engine {
  return (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
}

function kernelBytes(build: KernelBuild): Uint8Array {
  return readFileSync(new URL(`../../wasm/${build}.wasm`, import.meta.url));
}

/** The build that this engine can run. */
export function supportedBuild(): KernelBuild {
  return engine().validate(kernelBytes('simd')) ? 'simd' : 'scalar';
}

/** Kernels with a memory of their own. */
export interface KernelInstance {
  build: KernelBuild;
  kernels: Kernels;
  buffer: ArrayBuffer;
}

/**
 * Instantiates the kernels over a zeroed memory of at least `bytes`.
 * Throws MODEL_MISSING where the engine cannot run the build asked for.
 */
export function instantiateKernels(bytes: number, build: KernelBuild = supportedBuild()): KernelInstance {
  const { Memory, Module, Instance } = engine();
  try {
    const memory = new Memory({ initial: Math.ceil(bytes / pageBytes) });
    const instance = new Instance(new Module(kernelBytes(build)), { env: { memory } });
    return { build, kernels: instance.exports as Kernels, buffer: memory.buffer };
  } catch (cause) {
    throw new PipelineError({
      code: 'MODEL_MISSING',
      message: `the ${build} kernels do not run on this engine`,
      cause,
    });
  }
}
