/** Trees with their relations out of the states (train/FORMAT.md, "Arcs", "Tree", "Labels"). */
import { isTree, spanningTree } from '../decode/tree.ts';
import type { Arena } from '../kernels/arena.ts';
import type { Batch, BatchSentence } from './batch.ts';
import { distanceClasses, rootClass, selfCentre } from './distance.ts';
import type { ModelDescription } from './format.ts';
import { bufferRows, longestSentence } from './limits.ts';
import type { Dense, WeightPlan } from './weights.ts';
import type { Workspace } from './workspace.ts';

const denseNames = [
  'arcHead',
  'arcDep',
  'arcBilinear',
  'arcHeadBias',
  'arcDistDep',
  'arcDistHead',
  'labelHead',
  'labelDep',
  'deprel',
] as const;
type DenseName = (typeof denseNames)[number];

/** Heads (1-based, 0 the root word) and relations of a sentence's words. */
export interface ParsedSentence {
  heads: Int32Array;
  deprel: Int32Array;
}

export class Parser {
  readonly #dims: ModelDescription['dims'];
  readonly #rootLabel: number;
  readonly #dense: Record<DenseName, Dense>;
  readonly #buffers: Record<DenseName, number>;
  readonly #joined: number;
  readonly #scores: number;
  readonly #index: number;
  readonly #buckets: number;

  constructor(plan: WeightPlan, arena: Arena, description: ModelDescription) {
    this.#dims = description.dims;
    this.#rootLabel = description.labels.deprel.indexOf('root');
    const dense = denseNames.map((name) => [name, plan.dense(name)] as const);
    this.#dense = Object.fromEntries(dense) as Record<DenseName, Dense>;
    const buffers = dense.map(
      ([name, { padded }]) => [name, arena.take(bufferRows * padded * 4).at] as const,
    );
    this.#buffers = Object.fromEntries(buffers) as Record<DenseName, number>;
    this.#joined = arena.take(bufferRows * this.#dims.label * 4).at;
    this.#scores = arena.take(bufferRows * bufferRows * 4).at;
    this.#index = arena.take(bufferRows * 4).at;
    this.#buckets = arena.take((2 * longestSentence + 1) * 4).at;
  }

  /** Fills what is constant, once the memory is there. */
  attach(work: Workspace): void {
    work.ints.set(distanceClasses(longestSentence), this.#buckets >> 2);
  }

  /** The widest rows that are rounded to 16 bits. */
  get widestInput(): number {
    return Math.max(this.#dims.arc, this.#dims.label);
  }

  /** Reads the quantised states, the root's between the sentences; reuses their buffer. */
  run(work: Workspace, batch: Batch): ParsedSentence[] {
    const { hidden, arc } = this.#dims;
    const { rows } = batch;
    this.#multiply(work, 'arcHead', hidden, rows, true);
    this.#multiply(work, 'arcDep', hidden, rows, true);
    this.#multiply(work, 'labelHead', hidden, rows);
    this.#multiply(work, 'labelDep', hidden, rows);
    work.quantise(this.#buffers.arcDep, rows * arc);
    this.#multiply(work, 'arcBilinear', arc, rows);
    this.#multiply(work, 'arcDistDep', arc, rows);
    work.quantise(this.#buffers.arcHead, rows * arc);
    this.#multiply(work, 'arcHeadBias', arc, rows);
    this.#multiply(work, 'arcDistHead', arc, rows);
    const heads = batch.sentences.map((sentence) => this.#tree(work, sentence));
    const deprel = this.#label(work, batch, heads);
    return heads.map((head, i) => ({ heads: head, deprel: deprel[i] ?? new Int32Array() }));
  }

  #multiply(work: Workspace, name: DenseName, width: number, rows: number, relu = false): void {
    work.multiply(this.#dense[name], 0, width, rows, this.#buffers[name], relu);
  }

  /** The address of a row of a layer's results. */
  #row(name: DenseName, at: number): number {
    return this.#buffers[name] + at * this.#dense[name].padded * 4;
  }

  #tree(work: Workspace, { start, words }: BatchSentence): Int32Array {
    const n = words.length;
    const { arc } = this.#dims;
    const zero = this.#buckets + selfCentre(longestSentence) * 4;
    const root = start - 1;
    const dep = this.#row('arcBilinear', start);
    work.kernels.arcs(
      dep,
      this.#row('arcHead', root),
      this.#row('arcHeadBias', root),
      this.#row('arcDistDep', start),
      this.#row('arcDistHead', root),
      zero,
      n,
      arc,
      1 / 8,
      rootClass,
      this.#scores,
      this.#index,
    );
    const best = work.copyInts(this.#index, n);
    if (isTree(best, n)) return best;
    return spanningTree(work.floats.subarray(this.#scores >> 2, (this.#scores >> 2) + n * (n + 1)), n);
  }

  /** No word but the root word is labelled root, and the root word is nothing else. */
  #label(work: Workspace, batch: Batch, heads: readonly Int32Array[]): Int32Array[] {
    const { label } = this.#dims;
    const { padded, outputs } = this.#dense.deprel;
    const result = this.#buffers.deprel;
    work.ints.fill(0, this.#index >> 2, (this.#index >> 2) + batch.rows);
    batch.sentences.forEach(({ start }, i) => {
      heads[i]?.forEach((head, k) => {
        work.ints[(this.#index >> 2) + start + k] = start - 1 + head;
      });
    });
    work.kernels.gatherAdd(
      this.#buffers.labelHead,
      this.#index,
      this.#buffers.labelDep,
      batch.rows,
      label,
      this.#joined,
    );
    work.quantise(this.#joined, batch.rows * label);
    work.multiply(this.#dense.deprel, 0, label, batch.rows, result, false);
    batch.sentences.forEach(({ start }, i) => {
      heads[i]?.forEach((head, k) => {
        const score = head === 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
        work.floats[(result >> 2) + (start + k) * padded + this.#rootLabel] = score;
      });
    });
    work.kernels.argmax(result, batch.rows, padded, outputs, this.#index);
    return batch.sentences.map(({ start, words }) => work.copyInts(this.#index + start * 4, words.length));
  }
}
