/** The encoder: words to states (train/FORMAT.md, "Encoder"). */
import type { Arena } from '../kernels/arena.ts';
import { type Batch, separators } from './batch.ts';
import { Embedder } from './embedder.ts';
import type { ModelFiles } from './files.ts';
import type { ModelDescription } from './format.ts';
import { bufferRows } from './limits.ts';
import type { FeatureLists } from './lists.ts';
import type { Dense, WeightPlan } from './weights.ts';
import type { Workspace } from './workspace.ts';

interface Layer {
  kind: 'convolution' | 'recurrence';
  /** The first layer's convolution is the embedder's. */
  first: Dense | undefined;
  second: Dense | undefined;
  gain: number;
  bias: number;
}

export class Encoder {
  /** Address of the rows of embeddings after their normalisation. */
  readonly embedded: number;
  /** Address of the rows of states. */
  readonly state: number;
  readonly #dims: ModelDescription['dims'];
  readonly #embedder: Embedder;
  readonly #layers: Layer[];
  readonly #root: Float32Array;
  readonly #buffers: Record<'result' | 'gates' | 'hidden', number>;

  constructor(plan: WeightPlan, arena: Arena, files: ModelFiles, lists: FeatureLists) {
    const { description } = files;
    this.#dims = description.dims;
    this.#embedder = new Embedder(plan, arena, files, lists);
    this.#layers = Array.from(description.layers, (kind, i) => planLayer(plan, kind, i));
    this.#root = plan.floatValues('root');
    const buffer = (columns: number): number => arena.take(bufferRows * columns * 4).at;
    const { embedding, hidden, recurrent } = this.#dims;
    this.embedded = buffer(embedding);
    this.state = buffer(hidden);
    this.#buffers = {
      result: buffer(Math.max(hidden, embedding)),
      gates: buffer(4 * recurrent),
      hidden: buffer(2 * recurrent),
    };
  }

  /** The widest rows that are rounded to 16 bits. */
  get widestInput(): number {
    const { embedding, hidden, recurrent } = this.#dims;
    return Math.max(embedding, hidden, 2 * recurrent);
  }

  /** Leaves embeddings and states in memory; the rows between sentences hold the artificial root's state. */
  run(work: Workspace, batch: Batch): void {
    const { embedding, hidden } = this.#dims;
    const between = separators(batch);
    this.#embedder.embed(work, batch, between, this.embedded);
    let width = embedding;
    let input = this.embedded;
    if (embedding === hidden) {
      work.floats.copyWithin(
        this.state >> 2,
        this.embedded >> 2,
        (this.embedded >> 2) + batch.rows * embedding,
      );
      input = this.state;
    }
    for (const layer of this.#layers) {
      if (layer.kind === 'convolution') {
        this.#convolve(work, layer, { input, width, rows: batch.rows });
        input = this.state;
        width = hidden;
      } else this.#recur(work, layer, { input, width, rows: batch.rows }, batch);
      for (const row of between)
        work.floats.fill(0, (input >> 2) + row * width, (input >> 2) + (row + 1) * width);
    }
    for (const row of between) work.floats.set(this.#root, (this.state >> 2) + row * hidden);
  }

  /** Window of three over all rows but the first and the last; residual where the widths agree. */
  #convolve(work: Workspace, layer: Layer, { input, width, rows }: LayerInput): void {
    const { hidden } = this.#dims;
    const isResidual = input === this.state;
    const second = this.state + hidden * 4;
    const target = isResidual ? this.#buffers.result : second;
    if (layer.first === undefined) this.#embedder.convolve(work, rows, hidden, target);
    else {
      work.quantise(input, rows * width);
      work.multiply(layer.first, 0, width, rows - 2, target, true);
    }
    work.kernels.layerNorm(second, isResidual ? target : 0, rows - 2, hidden, layer.gain, layer.bias);
  }

  #recur(work: Workspace, layer: Layer, { input, width, rows }: LayerInput, batch: Batch): void {
    const { gates, hidden, result } = this.#buffers;
    const { recurrent } = this.#dims;
    if (layer.first === undefined || layer.second === undefined) return;
    work.quantise(input, rows * width);
    work.multiply(layer.first, 0, width, rows, gates, false);
    for (const { start, words } of batch.sentences) {
      work.kernels.scan(
        gates + start * 4 * recurrent * 4,
        words.length,
        recurrent,
        hidden + start * 2 * recurrent * 4,
      );
    }
    work.quantise(hidden, rows * 2 * recurrent);
    work.multiply(layer.second, 0, 2 * recurrent, rows, result, false);
    work.kernels.layerNorm(input, result, rows, width, layer.gain, layer.bias);
  }
}

/** Rows that a layer reads. */
interface LayerInput {
  input: number;
  width: number;
  rows: number;
}

function planLayer(plan: WeightPlan, kind: string, i: number): Layer {
  const norm = { gain: plan.floats(`${i}.gain`, 0), bias: plan.floats(`${i}.bias`, 0) };
  if (kind === 'c') {
    const first = i === 0 ? undefined : plan.dense(`${i}.lin`);
    return { kind: 'convolution', first, second: undefined, ...norm };
  }
  return { kind: 'recurrence', first: plan.dense(`${i}.inp`), second: plan.dense(`${i}.out`), ...norm };
}
