/** Which words start a sentence in a text without line breaks (train/FORMAT.md, "Sentence starts"): a small network over the words' embeddings. */
import type { Arena } from '../kernels/arena.ts';
import { type Batch, separators } from './batch.ts';
import type { ModelDescription } from './format.ts';
import { Layers } from './layers.ts';
import { bufferRows } from './limits.ts';
import type { Dense, WeightPlan } from './weights.ts';
import type { Workspace } from './workspace.ts';

export class BoundaryNetwork {
  readonly #embedding: number;
  readonly #layers: Layers;
  readonly #glued: Float32Array;
  readonly #out: Dense;
  readonly #result: number;

  constructor(plan: WeightPlan, arena: Arena, { dims, boundary }: ModelDescription) {
    const { layers: kinds, hidden, recurrent } = boundary;
    this.#embedding = dims.embedding;
    this.#layers = new Layers(plan, arena, {
      prefix: 'boundary.',
      kinds,
      embedding: dims.embedding,
      hidden,
      recurrent,
      isFirstElsewhere: false,
    });
    this.#glued = plan.floatValues('boundary.glued');
    this.#out = plan.dense('boundary.out');
    this.#result = arena.take(bufferRows * this.#out.padded * 4).at;
  }

  /** The widest rows that are rounded to 16 bits. */
  get widestInput(): number {
    return this.#layers.widestInput;
  }

  /** Scores of the words of a batch of one stretch whose embeddings are at `embedded` (and are changed there); `isGlued`: right behind the word before. */
  run(work: Workspace, batch: Batch, embedded: number, isGlued: readonly boolean[]): Float32Array {
    const { inputs, padded } = this.#out;
    const first = batch.sentences[0]?.start ?? 1;
    isGlued.forEach((glued, i) => {
      if (!glued) return;
      const at = (embedded >> 2) + (first + i) * this.#embedding;
      for (let k = 0; k < this.#embedding; k++)
        work.floats[at + k] = (work.floats[at + k] ?? 0) + (this.#glued[k] ?? 0);
    });
    this.#layers.run(work, batch, { embedded, between: separators(batch) });
    work.quantise(this.#layers.state, batch.rows * inputs);
    work.multiply(this.#out, 0, inputs, batch.rows, this.#result, false);
    return Float32Array.from(isGlued, (_, i) => work.floats[(this.#result >> 2) + (first + i) * padded] ?? 0);
  }
}
