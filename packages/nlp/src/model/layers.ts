/** The layers of an encoder over the rows of a batch (train/FORMAT.md, "Encoder"). */
import type { Arena } from '../kernels/arena.ts';
import type { Batch } from './batch.ts';
import { bufferRows } from './limits.ts';
import type { Dense, WeightPlan } from './weights.ts';
import type { Workspace } from './workspace.ts';

/** Which layers: c a convolution, r a recurrence; their tensors' names begin with `prefix`. */
export interface LayerPlan {
  prefix: string;
  kinds: string;
  /** Columns of the rows that come in, of the states, and of one direction of a recurrence. */
  embedding: number;
  hidden: number;
  recurrent: number;
  /** Does another part compute the first layer's convolution? */
  isFirstElsewhere: boolean;
}

interface Layer {
  kind: 'convolution' | 'recurrence';
  /** Undefined where the convolution is computed elsewhere. */
  first: Dense | undefined;
  second: Dense | undefined;
  gain: number;
  bias: number;
}

/** Computes the first convolution over all rows but the first and the last: `outputs` values a row. */
export type FirstConvolution = (work: Workspace, rows: number, outputs: number, out: number) => void;

/** Rows that a layer reads. */
interface LayerInput {
  input: number;
  width: number;
  rows: number;
}

export class Layers {
  /** Address of the rows of states. */
  readonly state: number;
  readonly #plan: LayerPlan;
  readonly #layers: Layer[];
  readonly #buffers: Record<'result' | 'gates' | 'hidden', number>;

  constructor(plan: WeightPlan, arena: Arena, what: LayerPlan) {
    const { embedding, hidden, recurrent } = what;
    this.#plan = what;
    this.#layers = Array.from(what.kinds, (kind, i) => planLayer(plan, what, kind, i));
    const buffer = (columns: number): number => arena.take(bufferRows * columns * 4).at;
    this.state = buffer(hidden);
    this.#buffers = {
      result: buffer(Math.max(hidden, embedding)),
      gates: buffer(4 * recurrent),
      hidden: buffer(2 * recurrent),
    };
  }

  /** The widest rows that are rounded to 16 bits. */
  get widestInput(): number {
    const { embedding, hidden, recurrent } = this.#plan;
    return Math.max(embedding, hidden, 2 * recurrent);
  }

  /** From the rows at `embedded` to states, which are zeros in the rows `between` sentences. */
  run(
    work: Workspace,
    batch: Batch,
    { embedded, between, first }: { embedded: number; between: readonly number[]; first?: FirstConvolution },
  ): void {
    const { embedding, hidden } = this.#plan;
    let width = embedding;
    let input = embedded;
    if (embedding === hidden) {
      work.floats.copyWithin(this.state >> 2, embedded >> 2, (embedded >> 2) + batch.rows * embedding);
      input = this.state;
    }
    for (const layer of this.#layers) {
      if (layer.kind === 'convolution') {
        this.#convolve(work, layer, { input, width, rows: batch.rows }, first);
        input = this.state;
        width = hidden;
      } else this.#recur(work, layer, { input, width, rows: batch.rows }, batch);
      for (const row of between)
        work.floats.fill(0, (input >> 2) + row * width, (input >> 2) + (row + 1) * width);
    }
  }

  /** Window of three over all rows but the first and the last; residual where the widths agree. */
  #convolve(
    work: Workspace,
    layer: Layer,
    { input, width, rows }: LayerInput,
    elsewhere: FirstConvolution | undefined,
  ): void {
    const { hidden } = this.#plan;
    const isResidual = input === this.state;
    const second = this.state + hidden * 4;
    const target = isResidual ? this.#buffers.result : second;
    if (layer.first === undefined) elsewhere?.(work, rows, hidden, target);
    else {
      work.quantise(input, rows * width);
      work.multiply(layer.first, 0, width, rows - 2, target, true);
    }
    work.kernels.layerNorm(second, isResidual ? target : 0, rows - 2, hidden, layer.gain, layer.bias);
  }

  #recur(work: Workspace, layer: Layer, { input, width, rows }: LayerInput, batch: Batch): void {
    const { gates, hidden, result } = this.#buffers;
    const { recurrent } = this.#plan;
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

function planLayer(
  plan: WeightPlan,
  { prefix, isFirstElsewhere }: LayerPlan,
  kind: string,
  i: number,
): Layer {
  const name = `${prefix}${i}`;
  const norm = { gain: plan.floats(`${name}.gain`, 0), bias: plan.floats(`${name}.bias`, 0) };
  if (kind === 'c') {
    const first = i === 0 && isFirstElsewhere ? undefined : plan.dense(`${name}.lin`);
    return { kind: 'convolution', first, second: undefined, ...norm };
  }
  return {
    kind: 'recurrence',
    first: plan.dense(`${name}.inp`),
    second: plan.dense(`${name}.out`),
    ...norm,
  };
}
