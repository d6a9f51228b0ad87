/**
 * The network over a few sentences: encoder, parts of speech, names, trees, semantic roles (train/FORMAT.md).
 * All work happens in a kernel memory; results are copied out.
 */
import { Arena } from '../kernels/arena.ts';
import { instantiateKernels, type KernelBuild, supportedBuild } from '../kernels/kernels.ts';
import { type Batch, layOut } from './batch.ts';
import { BoundaryNetwork } from './boundaries.ts';
import { Encoder } from './encoder.ts';
import type { ModelFiles } from './files.ts';
import type { ModelDescription } from './format.ts';
import { batchRows, boundaryContext, bufferRows, longestSentence } from './limits.ts';
import type { FeatureLists } from './lists.ts';
import { Parser } from './parser.ts';
import { type RoleAssignment, RoleHead } from './roles.ts';
import { NameHead, TagHead } from './taggers.ts';
import { WeightPlan } from './weights.ts';
import { Workspace } from './workspace.ts';

/** Label indices and 1-based heads (0 the root word) for each word; predicates with a role index for each word. */
export interface SentenceAnalysis {
  upos: Int32Array;
  xpos: Int32Array;
  ner: Int32Array;
  heads: Int32Array;
  deprel: Int32Array;
  roles: RoleAssignment[];
}

export class Network {
  readonly labels: ModelDescription['labels'];
  readonly build: KernelBuild;
  readonly #dims: ModelDescription['dims'];
  readonly #work: Workspace;
  readonly #encoder: Encoder;
  readonly #upos: TagHead;
  readonly #xpos: TagHead;
  readonly #names: NameHead;
  readonly #parser: Parser;
  readonly #roles: RoleHead;
  readonly #boundaries: BoundaryNetwork;

  /** Lays the model out in a memory of its own. Throws MODEL_MISSING where a tensor is missing. */
  constructor(files: ModelFiles, lists: FeatureLists, build: KernelBuild = supportedBuild()) {
    const { description } = files;
    this.labels = description.labels;
    this.#dims = description.dims;
    const arena = new Arena();
    const plan = new WeightPlan(files, arena);
    this.#encoder = new Encoder(plan, arena, files, lists);
    this.#upos = new TagHead('upos', plan, arena);
    this.#xpos = new TagHead('xpos', plan, arena);
    this.#names = new NameHead(plan, arena);
    this.#parser = new Parser(plan, arena, description);
    const roleHead = new RoleHead(plan, arena, description);
    this.#boundaries = new BoundaryNetwork(plan, arena, description);
    const widest = Math.max(
      this.#encoder.widestInput,
      this.#parser.widestInput,
      this.#boundaries.widestInput,
    );
    const quantised = arena.take(bufferRows * widest * 2).at;
    const instance = instantiateKernels(arena.size, build);
    this.build = instance.build;
    plan.fill(instance.buffer);
    this.#work = new Workspace(instance, quantised);
    this.#parser.attach(this.#work);
    this.#roles = roleHead.attach(instance);
  }

  /** Analyses sentences of 1 to `longestSentence` words each, in order. Without roles there are no predicates. */
  run(sentences: readonly (readonly string[])[], withRoles = true): SentenceAnalysis[] {
    return batches(sentences).flatMap((group) => this.#runBatch(layOut(group), withRoles));
  }

  /**
   * How surely each word starts a sentence, as log odds, were the words a text without line breaks; `isGlued` where no space precedes a word.
   * Read a stretch at a time, with some words around it.
   */
  sentenceScores(words: readonly string[], isGlued: readonly boolean[]): Float32Array {
    const scores = new Float32Array(words.length);
    const step = longestSentence - 2 * boundaryContext;
    for (let from = 0; from < words.length; from += step) {
      const low = Math.max(0, from - boundaryContext);
      const high = Math.min(words.length, from + step + boundaryContext);
      const batch = layOut([words.slice(low, high)]);
      this.#encoder.embed(this.#work, batch);
      const found = this.#boundaries.run(this.#work, batch, this.#encoder.embedded, isGlued.slice(low, high));
      scores.set(found.subarray(from - low, from - low + step), from);
    }
    return scores;
  }

  #runBatch(batch: Batch, withRoles: boolean): SentenceAnalysis[] {
    const { state, embedded } = this.#encoder;
    const { hidden } = this.#dims;
    this.#encoder.run(this.#work, batch);
    this.#work.quantise(state, batch.rows * hidden);
    const upos = this.#upos.run(this.#work, batch);
    const xpos = this.#xpos.run(this.#work, batch);
    const ner = this.#names.run(this.#work, batch);
    const parsed = this.#parser.run(this.#work, batch);
    const roles = withRoles ? this.#roles.run({ batch, parsed, state, embedded }) : [];
    const none = new Int32Array();
    return batch.sentences.map((_, i) => {
      const { heads, deprel } = parsed[i] ?? { heads: none, deprel: none };
      return {
        upos: upos[i] ?? none,
        xpos: xpos[i] ?? none,
        ner: ner[i] ?? none,
        heads,
        deprel,
        roles: roles[i] ?? [],
      };
    });
  }
}

/** Neighbouring sentences in groups that fit a batch. */
function batches(sentences: readonly (readonly string[])[]): (readonly string[])[][] {
  const groups: (readonly string[])[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const words of sentences) {
    const n = words.length;
    if (n < 1 || n > longestSentence)
      throw new RangeError(`a sentence has 1 to ${longestSentence} words, not ${n}`);
    if (rows + n + 1 > batchRows) {
      groups.push([]);
      rows = 1;
    }
    groups.at(-1)?.push(words);
    rows += n + 1;
  }
  return groups;
}
