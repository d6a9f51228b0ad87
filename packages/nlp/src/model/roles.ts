/** The semantic-role head: which words are predicates, and what role every word has for each (train/FORMAT.md, "Semantic roles"). */
import type { Arena } from '../kernels/arena.ts';
import type { KernelInstance, Kernels } from '../kernels/kernels.ts';
import { decodeRoles, holdsTwice } from '../decode/roles.ts';
import type { Batch } from './batch.ts';
import { distanceClasses, selfCentre } from './distance.ts';
import type { ModelDescription } from './format.ts';
import { bufferRows, longestSentence } from './limits.ts';
import type { ParsedSentence } from './parser.ts';
import { pathType, pathTypes } from './path.ts';
import { activationScale, type Dense, type Table, type WeightPlan } from './weights.ts';

/** A predicate (word index in the sentence) and the index of each word's role, 0 for none. */
export interface RoleAssignment {
  predicate: number;
  roles: Int32Array;
}

/** What the head reads: a batch with its predicted trees, addresses of its rows of states and embeddings. */
export interface RoleInput {
  batch: Batch;
  parsed: readonly ParsedSentence[];
  state: number;
  embedded: number;
}

/** A sentence's first row and its tree over 1-based words: heads (0 the root), labels; index 0 is the artificial root. */
interface RoleSentence {
  start: number;
  n: number;
  heads: Int32Array;
  labels: Int32Array;
}

/** A predicate: its word in its sentence, and its row among the batch's predicates. */
interface RolePredicate {
  word: number;
  row: number;
}

/** Rows of the path table that are summed for each pair. */
const pathRows = 5;
const distances = distanceClasses(longestSentence);

export class RoleHead {
  readonly #detect: [Dense, Dense];
  readonly #predicate: [Dense, Dense];
  readonly #argument: [Dense, Dense];
  readonly #output: [Dense, Dense];
  readonly #path: Table;
  readonly #dims: ModelDescription['dims'];
  readonly #labelCount: number;
  readonly #rootLabel: number;
  readonly #core: number[];
  readonly #buffers: Record<
    | 'quantised'
    | 'chosen'
    | 'detector'
    | 'found'
    | 'pred'
    | 'predBilinear'
    | 'arg'
    | 'argBilinear'
    | 'ids'
    | 'path'
    | 'pair'
    | 'pairQuantised'
    | 'first'
    | 'second',
    number
  >;
  #kernels: Kernels | undefined;
  #floats = new Float32Array();
  #ints = new Int32Array();
  #shorts = new Int16Array();

  constructor(plan: WeightPlan, arena: Arena, description: ModelDescription) {
    this.#dims = description.dims;
    this.#labelCount = description.labels.deprel.length;
    this.#rootLabel = description.labels.deprel.indexOf('root');
    this.#core = description.labels.roles.flatMap((role, index) => (/^ARG[0-4]$/.test(role) ? [index] : []));
    this.#detect = [plan.dense('roleDetect1'), plan.dense('roleDetect2')];
    this.#predicate = [plan.dense('rolePred'), plan.dense('roleBilinearPred')];
    this.#argument = [plan.dense('roleArg'), plan.dense('roleBilinearArg')];
    this.#output = [plan.dense('roleOut'), plan.dense('roleBilinearOut')];
    this.#path = plan.table('rolePath');
    const buffer = (columns: number): number => arena.take(bufferRows * columns * 4).at;
    const { roleHidden, roleBilinear, roleDetector } = this.#dims;
    const outputs = this.#output[0].padded;
    this.#buffers = {
      quantised: buffer(this.#width),
      chosen: buffer(this.#width),
      detector: buffer(roleDetector),
      found: buffer(8),
      pred: buffer(roleHidden),
      predBilinear: buffer(roleBilinear),
      arg: buffer(roleHidden),
      argBilinear: buffer(roleBilinear),
      ids: buffer(pathRows),
      path: buffer(roleHidden),
      pair: buffer(Math.max(roleHidden, roleBilinear)),
      pairQuantised: buffer(Math.max(roleHidden, roleBilinear, roleDetector)),
      first: buffer(outputs),
      second: buffer(outputs),
    };
  }

  /** Columns of the head's input: state and embedding side by side. */
  get #width(): number {
    return this.#dims.hidden + this.#dims.embedding;
  }

  /** Binds the head to the memory that its plan was laid for. */
  attach(instance: KernelInstance): this {
    this.#kernels = instance.kernels;
    this.#floats = new Float32Array(instance.buffer);
    this.#ints = new Int32Array(instance.buffer);
    this.#shorts = new Int16Array(instance.buffer);
    return this;
  }

  /** The predicates of each sentence in text order, each with the roles of all words of its sentence. */
  run(input: RoleInput): RoleAssignment[][] {
    const kernels = this.#kernels;
    if (kernels === undefined) throw new TypeError('the role head is not attached to a memory');
    const { batch, parsed } = input;
    this.#join(kernels, input);
    const predicates = this.#detectPredicates(kernels, batch);
    this.#project(kernels, predicates.flat(), batch.rows);
    let row = 0;
    return batch.sentences.map(({ start, words }, k) => {
      const found = predicates[k] ?? [];
      if (found.length === 0) return [];
      const sentence = this.#sentence(start, words.length, parsed[k]);
      return found.map((at) => {
        const predicate = { word: at - start, row: row++ };
        return { predicate: predicate.word, roles: this.#assign(kernels, sentence, predicate) };
      });
    });
  }

  #sentence(start: number, n: number, parsed: ParsedSentence | undefined): RoleSentence {
    const heads = new Int32Array(n + 1);
    const labels = new Int32Array(n + 1);
    labels[0] = this.#rootLabel;
    if (parsed !== undefined) {
      heads.set(parsed.heads, 1);
      labels.set(parsed.deprel, 1);
    }
    return { start, n, heads, labels };
  }

  /** State and embedding side by side, rounded to 16 bits. */
  #join(kernels: Kernels, { batch: { rows }, state, embedded }: RoleInput): void {
    const { hidden, embedding } = this.#dims;
    const { quantised } = this.#buffers;
    kernels.quantiseRows(state, rows, hidden, activationScale, quantised, this.#width);
    kernels.quantiseRows(embedded, rows, embedding, activationScale, quantised + hidden * 2, this.#width);
  }

  /** The rows of each sentence's predicates. */
  #detectPredicates(kernels: Kernels, { sentences, rows }: Batch): number[][] {
    const { quantised, detector, pairQuantised, found } = this.#buffers;
    const [first, second] = this.#detect;
    multiply(kernels, first, quantised, this.#width, rows, detector, true);
    kernels.quantise(detector, (rows * first.padded + 7) & ~7, activationScale, pairQuantised);
    multiply(kernels, second, pairQuantised, first.padded, rows, found, false);
    return sentences.map(({ start, words }) => {
      const predicates: number[] = [];
      for (let t = start; t < start + words.length; t++)
        if ((this.#floats[(found >> 2) + t * second.padded] ?? 0) > 0) predicates.push(t);
      return predicates;
    });
  }

  /** The words' sides as arguments, and the predicates' sides. */
  #project(kernels: Kernels, predicates: readonly number[], rows: number): void {
    if (predicates.length === 0) return;
    const { quantised, chosen, pred, predBilinear, arg, argBilinear } = this.#buffers;
    const width = this.#width;
    predicates.forEach((predicate, row) => {
      const from = (quantised >> 1) + predicate * width;
      this.#shorts.copyWithin((chosen >> 1) + row * width, from, from + width);
    });
    multiply(kernels, this.#predicate[0], chosen, width, predicates.length, pred, false);
    multiply(kernels, this.#predicate[1], chosen, width, predicates.length, predBilinear, true);
    multiply(kernels, this.#argument[0], quantised, width, rows, arg, false);
    multiply(kernels, this.#argument[1], quantised, width, rows, argBilinear, true);
  }

  /** The roles of all words for one predicate. */
  #assign(kernels: Kernels, sentence: RoleSentence, { word, row }: RolePredicate): Int32Array {
    const { start, n } = sentence;
    const { roleHidden, roleBilinear } = this.#dims;
    const { pred, predBilinear, arg, argBilinear, ids, path, pair, pairQuantised, found, first, second } =
      this.#buffers;
    const [out, outBilinear] = this.#output;
    this.#writePath(sentence, word);
    kernels.embed(
      ids,
      n,
      pathRows,
      this.#path.rows,
      this.#path.scale,
      this.#path.rows,
      this.#path.scale,
      path,
      roleHidden,
    );
    kernels.pairAdd(pred + row * roleHidden * 4, arg + start * roleHidden * 4, path, n, roleHidden, pair);
    kernels.quantise(pair, (n * roleHidden + 7) & ~7, activationScale, pairQuantised);
    multiply(kernels, out, pairQuantised, roleHidden, n, first, false);
    kernels.pairMultiply(
      predBilinear + row * roleBilinear * 4,
      argBilinear + start * roleBilinear * 4,
      n,
      roleBilinear,
      pair,
    );
    kernels.quantise(pair, (n * roleBilinear + 7) & ~7, activationScale, pairQuantised);
    multiply(kernels, outBilinear, pairQuantised, roleBilinear, n, second, false);
    kernels.addInto(first, second, n * out.padded);
    kernels.argmax(first, n, out.padded, out.outputs, found);
    const roles = this.#ints.slice(found >> 2, (found >> 2) + n);
    if (!holdsTwice(roles, this.#core)) return roles;
    const scores = this.#floats.slice(first >> 2, (first >> 2) + n * out.padded);
    return decodeRoles(scores, n, { count: out.outputs, stride: out.padded }, this.#core);
  }

  /** Row numbers of the path table for every word of the sentence. */
  #writePath({ n, heads, labels }: RoleSentence, predicate: number): void {
    const count = this.#labelCount;
    const p = predicate + 1;
    const ofPredicate = labels[p] ?? 0;
    const ofPredicateHead = labels[heads[p] ?? 0] ?? 0;
    let at = this.#buffers.ids >> 2;
    for (let c = 1; c <= n; c++) {
      const type = pathType(heads, p, c);
      this.#ints[at++] = type * count + (labels[c] ?? 0);
      this.#ints[at++] = (pathTypes + type) * count + ofPredicate;
      this.#ints[at++] = (2 * pathTypes + type) * count + (labels[heads[c] ?? 0] ?? 0);
      this.#ints[at++] = (3 * pathTypes + type) * count + ofPredicateHead;
      this.#ints[at++] = 4 * pathTypes * count + (distances[selfCentre(longestSentence) + c - p] ?? 0);
    }
  }
}

/** A dense layer over rows of 16-bit values `width` apart. */
function multiply(
  kernels: Kernels,
  dense: Dense,
  from: number,
  width: number,
  n: number,
  to: number,
  relu: boolean,
): void {
  kernels.multiply(
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
