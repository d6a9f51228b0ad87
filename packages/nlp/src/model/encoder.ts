/** The encoder: words to states (train/FORMAT.md, "Encoder"). */
import type { Arena } from '../kernels/arena.ts';
import { type Batch, separators } from './batch.ts';
import { Embedder } from './embedder.ts';
import type { ModelFiles } from './files.ts';
import { type FirstConvolution, Layers } from './layers.ts';
import { bufferRows } from './limits.ts';
import type { FeatureLists } from './lists.ts';
import type { WeightPlan } from './weights.ts';
import type { Workspace } from './workspace.ts';

export class Encoder {
  /** Address of the rows of embeddings after their normalisation. */
  readonly embedded: number;
  readonly #width: number;
  readonly #hidden: number;
  readonly #embedder: Embedder;
  readonly #layers: Layers;
  readonly #root: Float32Array;
  readonly #first: FirstConvolution = (work, rows, outputs, out) =>
    this.#embedder.convolve(work, rows, outputs, out);

  constructor(plan: WeightPlan, arena: Arena, files: ModelFiles, lists: FeatureLists) {
    const { dims, layers: kinds } = files.description;
    this.#width = dims.embedding;
    this.#hidden = dims.hidden;
    this.#embedder = new Embedder(plan, arena, files, lists);
    this.#layers = new Layers(plan, arena, { prefix: '', kinds, ...dims, isFirstElsewhere: true });
    this.#root = plan.floatValues('root');
    this.embedded = arena.take(bufferRows * this.#width * 4).at;
  }

  /** Address of the rows of states. */
  get state(): number {
    return this.#layers.state;
  }

  /** The widest rows that are rounded to 16 bits. */
  get widestInput(): number {
    return this.#layers.widestInput;
  }

  /** Leaves embeddings in memory; gives the rows between sentences, which are zeros. */
  embed(work: Workspace, batch: Batch): number[] {
    const between = separators(batch);
    this.#embedder.embed(work, batch, between, this.embedded);
    return between;
  }

  /** Leaves embeddings and states in memory; the rows between sentences hold the artificial root's state. */
  run(work: Workspace, batch: Batch): void {
    const between = this.embed(work, batch);
    this.#layers.run(work, batch, { embedded: this.embedded, between, first: this.#first });
    for (const row of between) work.floats.set(this.#root, (this.state >> 2) + row * this.#hidden);
  }
}
