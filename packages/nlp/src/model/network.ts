/**
 * The network over one sentence: encoder, parts of speech, names, tree, semantic roles (train/FORMAT.md, "Encoder", "Heads").
 * All work happens in the kernel memory; results are copied out.
 */
import { isTree, spanningTree } from '../decode/tree.ts';
import { Arena } from '../kernels/arena.ts';
import {
  instantiateKernels,
  type KernelBuild,
  type KernelInstance,
  type Kernels,
  supportedBuild,
} from '../kernels/kernels.ts';
import { distanceClasses, rootClass, selfCentre } from './distance.ts';
import { FeatureExtractor } from './features.ts';
import type { ModelFiles } from './files.ts';
import type { ModelDescription } from './format.ts';
import { longestSentence, rowsOfRoom } from './limits.ts';
import type { FeatureLists } from './lists.ts';
import { RoleHead, type RoleAssignment } from './roles.ts';
import { activationScale, type Dense, type Table, WeightPlan } from './weights.ts';

/** Label indices and 1-based heads (0 the root word) for each word; predicates with a role index for each word. */
export interface SentenceAnalysis {
  upos: Int32Array;
  xpos: Int32Array;
  ner: Int32Array;
  heads: Int32Array;
  deprel: Int32Array;
  roles: RoleAssignment[];
}

interface Layer {
  kind: 'convolution' | 'recurrence';
  first: Dense;
  second: Dense | undefined;
  gain: number;
  bias: number;
}

/** Addresses of the buffers that a run works in. */
interface Buffers {
  ids: number;
  embedded: number;
  state: number;
  result: number;
  gates: number;
  hidden: number;
  quantised: number;
  scores: number;
  index: number;
}

export class Network {
  readonly labels: ModelDescription['labels'];
  readonly build: KernelBuild;
  readonly #dims: ModelDescription['dims'];
  readonly #features: FeatureExtractor;
  readonly #kernels: Kernels;
  readonly #ints: Int32Array;
  readonly #floats: Float32Array;
  readonly #word: Table;
  readonly #hash: Table;
  readonly #embedNorm: { gain: number; bias: number };
  readonly #layers: Layer[];
  readonly #root: Float32Array;
  readonly #heads: Record<HeadName, Dense>;
  readonly #crf: {
    transitions: number;
    start: number;
    end: number;
    first: number;
    second: number;
    back: number;
  };
  readonly #arc: {
    head: number;
    dep: number;
    product: number;
    headBias: number;
    distDep: number;
    distHead: number;
  };
  readonly #label: { head: number; dep: number; joined: number };
  readonly #buckets: number;
  readonly #buffers: Buffers;
  readonly #roles: RoleHead;
  readonly #rootLabel: number;

  /** Lays the model out in a memory of its own. Throws MODEL_MISSING where a tensor is missing. */
  constructor(files: ModelFiles, lists: FeatureLists, build: KernelBuild = supportedBuild()) {
    const { description } = files;
    this.labels = description.labels;
    this.#dims = description.dims;
    this.#features = new FeatureExtractor(description.features, files.vocabulary, lists);
    this.#rootLabel = description.labels.deprel.indexOf('root');
    const arena = new Arena();
    const plan = new WeightPlan(files, arena);
    this.#word = plan.table('word');
    this.#hash = plan.table('hash');
    this.#embedNorm = { gain: plan.floats('ln0.gain', 0), bias: plan.floats('ln0.bias', 0) };
    this.#layers = Array.from(description.layers, (kind, i) => planLayer(plan, kind, i));
    this.#root = plan.floatValues('root');
    this.#heads = Object.fromEntries(headNames.map((name) => [name, plan.dense(name)])) as Record<
      HeadName,
      Dense
    >;
    const rows = longestSentence + rowsOfRoom;
    const buffer = (columns: number): number => arena.take(rows * columns * 4).at;
    const tags = description.labels.ner.length;
    this.#crf = {
      transitions: plan.floats('ner.transitions', 0),
      start: plan.floats('ner.start', 0),
      end: plan.floats('ner.end', 0),
      first: arena.take(tags * 4).at,
      second: arena.take(tags * 4).at,
      back: buffer(tags),
    };
    const { embedding, hidden, recurrent, arc, label } = this.#dims;
    this.#arc = {
      head: buffer(arc),
      dep: buffer(arc),
      product: buffer(arc),
      headBias: buffer(8),
      distDep: buffer(24),
      distHead: buffer(24),
    };
    this.#label = { head: buffer(label), dep: buffer(label), joined: buffer(label) };
    const widest = Math.max(...Object.values(this.#heads).map((head) => head.padded), hidden, embedding);
    this.#buffers = {
      ids: buffer(this.#features.width),
      embedded: buffer(embedding) + embedding * 4,
      state: buffer(hidden) + hidden * 4,
      result: buffer(widest),
      gates: buffer(4 * recurrent),
      hidden: buffer(2 * recurrent),
      quantised: buffer(Math.max(hidden, embedding, 2 * recurrent, arc, label)),
      scores: arena.take(rows * rows * 4).at,
      index: buffer(4),
    };
    const classes = distanceClasses(longestSentence);
    this.#buckets = arena.take(classes.length * 4).at;
    const roleHead = new RoleHead(plan, arena, description);
    const instance: KernelInstance = instantiateKernels(arena.size, build);
    this.build = instance.build;
    this.#kernels = instance.kernels;
    this.#ints = new Int32Array(instance.buffer);
    this.#floats = new Float32Array(instance.buffer);
    plan.fill(instance.buffer);
    this.#ints.set(classes, this.#buckets >> 2);
    this.#roles = roleHead.attach(instance);
  }

  /** Analyses one sentence of 1 to `longestSentence` words. Without roles there are no predicates. */
  run(words: readonly string[], withRoles = true): SentenceAnalysis {
    const n = words.length;
    if (n < 1 || n > longestSentence)
      throw new RangeError(`a sentence has 1 to ${longestSentence} words, not ${n}`);
    this.#encode(words);
    const { state } = this.#buffers;
    const { hidden } = this.#dims;
    const withRoot = state - hidden * 4;
    this.#floats.set(this.#root, withRoot >> 2);
    this.#quantise(withRoot, (n + 1) * hidden);
    const upos = this.#classify('upos', n);
    const xpos = this.#classify('xpos', n);
    const ner = this.#tagNames(n);
    const heads = this.#parse(n);
    const deprel = this.#labelArcs(heads, n);
    const { embedded } = this.#buffers;
    const roles = withRoles
      ? this.#roles.run({ n, state, embedded, heads, deprel, rootLabel: this.#rootLabel })
      : [];
    return { upos, xpos, ner, heads, deprel, roles };
  }

  /** Words to states, in the buffer `state`. */
  #encode(words: readonly string[]): void {
    const n = words.length;
    const { ids, embedded, state } = this.#buffers;
    const { embedding, hidden } = this.#dims;
    this.#features.write(words, this.#ints, ids >> 2);
    this.#kernels.embed(
      ids,
      n,
      this.#features.width,
      this.#word.rows,
      this.#word.scale,
      this.#hash.rows,
      this.#hash.scale,
      embedded,
      embedding,
    );
    this.#kernels.layerNorm(embedded, 0, n, embedding, this.#embedNorm.gain, this.#embedNorm.bias);
    let width = embedding;
    let input = embedded;
    if (embedding === hidden) {
      this.#floats.copyWithin(state >> 2, embedded >> 2, (embedded >> 2) + n * embedding);
      input = state;
    }
    for (const layer of this.#layers) {
      if (layer.kind === 'convolution') {
        this.#convolve(layer, input, width, n);
        input = state;
        width = hidden;
      } else this.#recur(layer, input, width, n);
    }
  }

  /** Window of three; residual where the widths agree. */
  #convolve(layer: Layer, input: number, width: number, n: number): void {
    const { hidden } = this.#dims;
    const { state, result } = this.#buffers;
    this.#clearRow(input - width * 4, width);
    this.#clearRow(input + n * width * 4, width);
    this.#quantise(input - width * 4, (n + 2) * width);
    const target = input === state ? result : state;
    this.#multiply(layer.first, 0, width, n, target, true);
    this.#kernels.layerNorm(state, input === state ? result : 0, n, hidden, layer.gain, layer.bias);
  }

  #recur(layer: Layer, input: number, width: number, n: number): void {
    const { gates, hidden, result } = this.#buffers;
    const { recurrent } = this.#dims;
    if (layer.second === undefined) return;
    this.#quantise(input, n * width);
    this.#multiply(layer.first, 0, width, n, gates, false);
    this.#kernels.scan(gates, n, recurrent, hidden);
    this.#quantise(hidden, n * 2 * recurrent);
    this.#multiply(layer.second, 0, 2 * recurrent, n, result, false);
    this.#kernels.layerNorm(input, result, n, width, layer.gain, layer.bias);
  }

  #classify(head: 'upos' | 'xpos', n: number): Int32Array {
    const { result, index } = this.#buffers;
    const dense = this.#heads[head];
    this.#multiply(dense, 1, this.#dims.hidden, n, result, false);
    this.#kernels.argmax(result, n, dense.padded, dense.outputs, index);
    return this.#copyIndex(n);
  }

  #tagNames(n: number): Int32Array {
    const { result, index } = this.#buffers;
    const { transitions, start, end, first, second, back } = this.#crf;
    const dense = this.#heads.ner;
    this.#multiply(dense, 1, this.#dims.hidden, n, result, false);
    this.#kernels.viterbi(
      result,
      n,
      dense.padded,
      dense.outputs,
      transitions,
      start,
      end,
      first,
      second,
      back,
      index,
    );
    return this.#copyIndex(n);
  }

  /** Heads of the words. Reads the quantised states with the root's, then reuses their buffer. */
  #parse(n: number): Int32Array {
    const { hidden, arc, label } = this.#dims;
    const heads = this.#heads;
    this.#multiply(heads.arcHead, 0, hidden, n + 1, this.#arc.head, true);
    this.#multiply(heads.arcDep, 1, hidden, n, this.#arc.dep, true);
    this.#multiply(heads.labelHead, 0, hidden, n + 1, this.#label.head, false);
    this.#multiply(heads.labelDep, 1, hidden, n, this.#label.dep, false);
    if (heads.labelHead.padded !== label || heads.arcHead.padded !== arc)
      throw new RangeError('arc and label sizes are multiples of 8');
    this.#quantise(this.#arc.dep, n * arc);
    this.#multiply(heads.arcBilinear, 0, arc, n, this.#arc.product, false);
    this.#multiply(heads.arcDistDep, 0, arc, n, this.#arc.distDep, false);
    this.#quantise(this.#arc.head, (n + 1) * arc);
    this.#multiply(heads.arcHeadBias, 0, arc, n + 1, this.#arc.headBias, false);
    this.#multiply(heads.arcDistHead, 0, arc, n + 1, this.#arc.distHead, false);
    const { scores, index } = this.#buffers;
    const { product, head, headBias, distDep, distHead } = this.#arc;
    const zero = this.#buckets + selfCentre(longestSentence) * 4;
    this.#kernels.arcs(
      product,
      head,
      headBias,
      distDep,
      distHead,
      zero,
      n,
      arc,
      1 / 8,
      rootClass,
      scores,
      index,
    );
    const best = this.#copyIndex(n);
    return isTree(best, n)
      ? best
      : spanningTree(this.#floats.subarray(scores >> 2, (scores >> 2) + n * (n + 1)), n);
  }

  #labelArcs(heads: Int32Array, n: number): Int32Array {
    const { label } = this.#dims;
    const { result, index } = this.#buffers;
    const dense = this.#heads.deprel;
    this.#ints.set(heads, index >> 2);
    this.#kernels.gatherAdd(this.#label.head, index, this.#label.dep, n, label, this.#label.joined);
    this.#quantise(this.#label.joined, n * label);
    this.#multiply(dense, 0, label, n, result, false);
    // No word but the root word is labelled root, and the root word is nothing else.
    for (let i = 0; i < n; i++) {
      this.#floats[(result >> 2) + i * dense.padded + this.#rootLabel] =
        heads[i] === 0 ? Number.MAX_VALUE : -Number.MAX_VALUE;
    }
    this.#kernels.argmax(result, n, dense.padded, dense.outputs, index);
    return this.#copyIndex(n);
  }

  #quantise(from: number, count: number): void {
    this.#kernels.quantise(from, (count + 7) & ~7, activationScale, this.#buffers.quantised);
  }

  /** A dense layer over the quantised rows from `row` on, which are `width` values apart. */
  #multiply(dense: Dense, row: number, width: number, n: number, to: number, relu: boolean): void {
    const from = this.#buffers.quantised + row * width * 2;
    this.#kernels.multiply(
      from,
      width,
      n,
      dense.inputs,
      dense.weights,
      dense.scale,
      dense.bias,
      to,
      dense.padded,
      relu ? 1 : 0,
    );
  }

  #clearRow(at: number, width: number): void {
    this.#floats.fill(0, at >> 2, (at >> 2) + width);
  }

  #copyIndex(n: number): Int32Array {
    const { index } = this.#buffers;
    return this.#ints.slice(index >> 2, (index >> 2) + n);
  }
}

const headNames = [
  'upos',
  'xpos',
  'ner',
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
type HeadName = (typeof headNames)[number];

function planLayer(plan: WeightPlan, kind: string, i: number): Layer {
  const norm = { gain: plan.floats(`${i}.gain`, 0), bias: plan.floats(`${i}.bias`, 0) };
  if (kind === 'c') return { kind: 'convolution', first: plan.dense(`${i}.lin`), second: undefined, ...norm };
  return { kind: 'recurrence', first: plan.dense(`${i}.inp`), second: plan.dense(`${i}.out`), ...norm };
}
