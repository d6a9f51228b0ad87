/**
 * The embeddings of a batch's words, and the first convolution over them (train/FORMAT.md, "Encoder").
 *
 * Both depend on a word and little else, so they are kept by word: its embedding, and its products as left, middle and right word of the window.
 * The products are exact integers; the answers are the same to the bit whatever is kept.
 */
import type { Arena } from '../kernels/arena.ts';
import type { Batch } from './batch.ts';
import { FeatureExtractor } from './features.ts';
import type { ModelFiles } from './files.ts';
import { bufferRows } from './limits.ts';
import type { FeatureLists } from './lists.ts';
import type { Table, WeightPlan, WindowParts } from './weights.ts';
import { WordCache } from './word-cache.ts';
import type { Workspace } from './workspace.ts';

/** Words kept: what a day's news repeats. */
const keptWords = 6000;
/** Row 0 stays zero, for what stands between sentences; after the kept words, rows for those that their context marks. */
const firstKept = 1;
const firstOther = firstKept + keptWords;
const tableRows = firstOther + bufferRows;

export class Embedder {
  readonly #features: FeatureExtractor;
  readonly #cache = new WordCache(firstKept, keptWords);
  readonly #width: number;
  readonly #word: Table;
  readonly #hash: Table;
  readonly #norm: { gain: number; bias: number };
  readonly #window: WindowParts | undefined;
  readonly #buffers: Record<
    'ids' | 'freshIds' | 'fresh' | 'freshSums' | 'index' | 'embeddings' | 'sums',
    number
  >;

  constructor(plan: WeightPlan, arena: Arena, { description, vocabulary }: ModelFiles, lists: FeatureLists) {
    this.#features = new FeatureExtractor(description.features, vocabulary, lists);
    this.#width = description.dims.embedding;
    this.#word = plan.table('word');
    this.#hash = plan.table('hash');
    this.#norm = { gain: plan.floats('ln0.gain', 0), bias: plan.floats('ln0.bias', 0) };
    this.#window = description.layers.startsWith('c') ? plan.windowParts('0.lin') : undefined;
    const take = (rows: number, columns: number): number => arena.take(rows * columns * 4).at;
    const sums = this.#window?.padded ?? 0;
    this.#buffers = {
      ids: take(bufferRows, this.#features.width),
      freshIds: take(bufferRows, this.#features.width),
      fresh: take(bufferRows, this.#width),
      freshSums: take(bufferRows, sums),
      index: take(bufferRows, 1),
      embeddings: take(tableRows, this.#width),
      sums: take(tableRows, sums),
    };
  }

  /** Writes the rows' embeddings to `out`, zeros for the rows `between` sentences. */
  embed(work: Workspace, batch: Batch, between: readonly number[], out: number): void {
    const { index, embeddings } = this.#buffers;
    for (const row of between) work.ints[(index >> 2) + row] = 0;
    this.#compute(work, this.#place(work, batch));
    work.kernels.gather(index, batch.rows, embeddings, this.#width, out);
  }

  /** The first layer's convolution over all rows but the first and the last of what was embedded last; `outputs` values a row. */
  convolve(work: Workspace, rows: number, outputs: number, out: number): void {
    if (this.#window === undefined) throw new TypeError('the first layer is no convolution');
    const { padded, scale, bias } = this.#window;
    const { index, sums } = this.#buffers;
    work.kernels.convolve(index, rows - 2, sums, padded, outputs, scale, bias, out);
  }

  /** Finds the words' rows in the tables; gives the rows that are still to be filled, in the order of their ids in `freshIds`. */
  #place(work: Workspace, batch: Batch): number[] {
    const { ids, freshIds, index } = this.#buffers;
    const { width } = this.#features;
    const fresh: number[] = [];
    let other = firstOther;
    this.#cache.beginBatch();
    for (const { words, start } of batch.sentences) {
      const from = (ids >> 2) + start * width;
      this.#features.write(words, work.ints, from).forEach((form, i) => {
        const at = from + i * width;
        const isPlain = this.#features.isPlain(work.ints, at);
        const isKept = isPlain && this.#cache.has(form);
        if (isPlain && !isKept) this.#cache.give(form);
        const row = isPlain ? form.row : other++;
        work.ints[(index >> 2) + start + i] = row;
        if (isKept) return;
        work.ints.copyWithin((freshIds >> 2) + fresh.length * width, at, at + width);
        fresh.push(row);
      });
    }
    return fresh;
  }

  #compute(work: Workspace, rows: readonly number[]): void {
    if (rows.length === 0) return;
    const { freshIds, fresh, freshSums, embeddings, sums } = this.#buffers;
    const { width } = this.#features;
    const columns = this.#width;
    const { kernels, floats, ints } = work;
    const { rows: word, scale: wordScale } = this.#word;
    const { rows: hash, scale: hashScale } = this.#hash;
    kernels.embed(freshIds, rows.length, width, word, wordScale, hash, hashScale, fresh, columns);
    kernels.layerNorm(fresh, 0, rows.length, columns, this.#norm.gain, this.#norm.bias);
    rows.forEach((row, i) => {
      const from = (fresh >> 2) + i * columns;
      floats.copyWithin((embeddings >> 2) + row * columns, from, from + columns);
    });
    if (this.#window === undefined) return;
    const { padded } = this.#window;
    work.quantise(fresh, rows.length * columns);
    work.sums(this.#window, rows.length, freshSums);
    rows.forEach((row, i) => {
      const from = (freshSums >> 2) + i * padded;
      ints.copyWithin((sums >> 2) + row * padded, from, from + padded);
    });
  }
}
