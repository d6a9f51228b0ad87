/** Parts of speech and names out of the states (train/FORMAT.md, "Heads"). */
import type { Arena } from '../kernels/arena.ts';
import type { Batch } from './batch.ts';
import { bufferRows } from './limits.ts';
import type { Dense, WeightPlan } from './weights.ts';
import type { Workspace } from './workspace.ts';

/** A head whose answer for a word is its highest score. */
export class TagHead {
  readonly #dense: Dense;
  readonly #result: number;
  readonly #index: number;

  constructor(name: string, plan: WeightPlan, arena: Arena) {
    this.#dense = plan.dense(name);
    this.#result = arena.take(bufferRows * this.#dense.padded * 4).at;
    this.#index = arena.take(bufferRows * 4).at;
  }

  /** The label index of each word, by sentence. Reads the quantised states. */
  run(work: Workspace, batch: Batch): Int32Array[] {
    const { inputs, padded, outputs } = this.#dense;
    work.multiply(this.#dense, 0, inputs, batch.rows, this.#result, false);
    work.kernels.argmax(this.#result, batch.rows, padded, outputs, this.#index);
    return batch.sentences.map(({ start, words }) => work.copyInts(this.#index + start * 4, words.length));
  }
}

/** Names: the best sequence of tags under the transitions. */
export class NameHead {
  readonly #dense: Dense;
  readonly #crf: Record<'transitions' | 'start' | 'end' | 'first' | 'second' | 'back', number>;
  readonly #result: number;
  readonly #index: number;

  constructor(plan: WeightPlan, arena: Arena) {
    this.#dense = plan.dense('ner');
    const { padded } = this.#dense;
    this.#crf = {
      transitions: plan.rows('ner.transitions', padded),
      start: plan.floats('ner.start', padded),
      end: plan.floats('ner.end', padded),
      first: arena.take(padded * 4).at,
      second: arena.take(padded * 4).at,
      back: arena.take(bufferRows * padded * 4).at,
    };
    this.#result = arena.take(bufferRows * padded * 4).at;
    this.#index = arena.take(bufferRows * 4).at;
  }

  /** The tag index of each word, by sentence. Reads the quantised states. */
  run(work: Workspace, batch: Batch): Int32Array[] {
    const { inputs, padded, outputs } = this.#dense;
    const { transitions, start: starts, end, first, second, back } = this.#crf;
    work.multiply(this.#dense, 0, inputs, batch.rows, this.#result, false);
    return batch.sentences.map(({ start, words }) => {
      const emissions = this.#result + start * padded * 4;
      work.kernels.viterbi(
        emissions,
        words.length,
        padded,
        outputs,
        transitions,
        starts,
        end,
        first,
        second,
        back,
        this.#index,
      );
      return work.copyInts(this.#index, words.length);
    });
  }
}
