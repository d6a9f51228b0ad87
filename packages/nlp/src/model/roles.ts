/** The semantic-role head: which words are predicates, and what role every word has for each (train/FORMAT.md, "Semantic roles"). */
import type { Arena } from '../kernels/arena.ts';
import type { KernelInstance, Kernels } from '../kernels/kernels.ts';
import { decodeRoles, holdsTwice } from '../decode/roles.ts';
import { distanceClass } from './distance.ts';
import type { ModelDescription } from './format.ts';
import { bufferRows } from './limits.ts';
import { pathType, pathTypes } from './path.ts';
import { activationScale, type Dense, type Table, type WeightPlan } from './weights.ts';

/** A predicate (word index in the sentence) and the index of each word's role, 0 for none. */
export interface RoleAssignment {
  predicate: number;
  roles: Int32Array;
}

/** What the head reads: addresses of states and embeddings, the predicted tree (1-based heads, label indices). */
export interface RoleInput {
  n: number;
  state: number;
  embedded: number;
  heads: Int32Array;
  deprel: Int32Array;
  rootLabel: number;
}

/** Rows of the path table that are summed for each pair. */
const pathRows = 5;

export class RoleHead {
  readonly #detect: [Dense, Dense];
  readonly #predicate: [Dense, Dense];
  readonly #argument: [Dense, Dense];
  readonly #output: [Dense, Dense];
  readonly #path: Table;
  readonly #dims: ModelDescription['dims'];
  readonly #labelCount: number;
  readonly #core: number[];
  readonly #buffers: Record<
    | 'input'
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
      input: buffer(this.#width),
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

  /** Predicates in text order, each with the roles of all words. */
  run(input: RoleInput): RoleAssignment[] {
    const kernels = this.#kernels;
    if (kernels === undefined) throw new TypeError('the role head is not attached to a memory');
    this.#join(input);
    kernels.quantise(
      this.#buffers.input,
      (input.n * this.#width + 7) & ~7,
      activationScale,
      this.#buffers.quantised,
    );
    const predicates = this.#detectPredicates(kernels, input.n);
    if (predicates.length === 0) return [];
    this.#project(kernels, predicates, input.n);
    return predicates.map((predicate, row) => ({
      predicate,
      roles: this.#assign(kernels, input, predicate, row),
    }));
  }

  /** State and embedding side by side. */
  #join({ n, state, embedded }: RoleInput): void {
    const { hidden, embedding } = this.#dims;
    const floats = this.#floats;
    for (let t = 0; t < n; t++) {
      const to = (this.#buffers.input >> 2) + t * this.#width;
      const from = (state >> 2) + t * hidden;
      floats.copyWithin(to, from, from + hidden);
      const word = (embedded >> 2) + t * embedding;
      floats.copyWithin(to + hidden, word, word + embedding);
    }
  }

  #detectPredicates(kernels: Kernels, n: number): number[] {
    const { quantised, detector, pairQuantised, found } = this.#buffers;
    const [first, second] = this.#detect;
    multiply(kernels, first, quantised, this.#width, n, detector, true);
    kernels.quantise(detector, (n * first.padded + 7) & ~7, activationScale, pairQuantised);
    multiply(kernels, second, pairQuantised, first.padded, n, found, false);
    const predicates: number[] = [];
    for (let t = 0; t < n; t++)
      if ((this.#floats[(found >> 2) + t * second.padded] ?? 0) > 0) predicates.push(t);
    return predicates;
  }

  /** The words' sides as arguments, and the predicates' sides. */
  #project(kernels: Kernels, predicates: readonly number[], n: number): void {
    const { quantised, chosen, pred, predBilinear, arg, argBilinear } = this.#buffers;
    const width = this.#width;
    predicates.forEach((predicate, row) => {
      const from = (quantised >> 1) + predicate * width;
      this.#shorts.copyWithin((chosen >> 1) + row * width, from, from + width);
    });
    multiply(kernels, this.#predicate[0], chosen, width, predicates.length, pred, false);
    multiply(kernels, this.#predicate[1], chosen, width, predicates.length, predBilinear, true);
    multiply(kernels, this.#argument[0], quantised, width, n, arg, false);
    multiply(kernels, this.#argument[1], quantised, width, n, argBilinear, true);
  }

  /** The roles of all words for one predicate. */
  #assign(kernels: Kernels, input: RoleInput, predicate: number, row: number): Int32Array {
    const { n } = input;
    const { roleHidden, roleBilinear } = this.#dims;
    const { pred, predBilinear, arg, argBilinear, ids, path, pair, pairQuantised, found, first, second } =
      this.#buffers;
    const [out, outBilinear] = this.#output;
    this.#writePath(input, predicate);
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
    kernels.pairAdd(pred + row * roleHidden * 4, arg, path, n, roleHidden, pair);
    kernels.quantise(pair, (n * roleHidden + 7) & ~7, activationScale, pairQuantised);
    multiply(kernels, out, pairQuantised, roleHidden, n, first, false);
    kernels.pairMultiply(predBilinear + row * roleBilinear * 4, argBilinear, n, roleBilinear, pair);
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
  #writePath({ n, heads, deprel, rootLabel }: RoleInput, predicate: number): void {
    const labels = this.#labelCount;
    const p = predicate + 1;
    const head = (i: number): number => (i === 0 ? 0 : (heads[i - 1] ?? 0));
    const label = (i: number): number => (i === 0 ? rootLabel : (deprel[i - 1] ?? 0));
    const ofPredicate = label(p);
    const ofPredicateHead = label(head(p));
    let at = this.#buffers.ids >> 2;
    for (let c = 1; c <= n; c++) {
      const type = pathType(head, p, c);
      this.#ints[at++] = type * labels + label(c);
      this.#ints[at++] = (pathTypes + type) * labels + ofPredicate;
      this.#ints[at++] = (2 * pathTypes + type) * labels + label(head(c));
      this.#ints[at++] = (3 * pathTypes + type) * labels + ofPredicateHead;
      this.#ints[at++] = 4 * pathTypes * labels + distanceClass(c - p);
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
