import { compareText } from '@dragoman/core';
import type { Verdict } from './verdict.ts';

export type Compare = (left: string, right: string) => Verdict;

export interface Edge {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
}

/** Two ways to join that are this close in weight, and exclude each other, leave the evidence on its own. */
const margin = 0.05;

/**
 * Parts one connected component into clusters: pairs that are the same are joined, the strongest first, unless a pair across the
 * two clusters is different, or another cluster with which the join would be impossible is as strong a choice.
 * The result depends on the ids, the edges and the verdicts, not on their order.
 * @param ids the members of the component, sorted
 * @param edges its pairs with the verdict 'same'
 */
export function agglomerate(ids: readonly string[], edges: readonly Edge[], compare: Compare): string[][] {
  if (ids.length < 3) return joinTwo(ids, edges);
  const table = new Clusters(ids, edges, compare);
  const at = new Map(ids.map((id, index) => [id, index]));
  for (const { left, right, weight } of edges.toSorted(strongestFirst)) {
    const a = table.clusterOf(at.get(left) ?? 0);
    const b = table.clusterOf(at.get(right) ?? 0);
    if (a === b || table.apart(a, b)) continue;
    if (table.hasRival(a, b, weight) || table.hasRival(b, a, weight)) continue;
    table.join(a, b);
  }
  return table.members().map((cluster) => cluster.map((index) => ids[index] ?? ''));
}

function joinTwo(ids: readonly string[], edges: readonly Edge[]): string[][] {
  return edges.length > 0 ? [[...ids]] : ids.map((id) => [id]);
}

function strongestFirst(a: Edge, b: Edge): number {
  return b.weight - a.weight || compareText(a.left, b.left) || compareText(a.right, b.right);
}

/**
 * Which items are together, and, between every two clusters, whether some pair is different and how strong the strongest is: tables
 * that a join folds together, so that each question costs one look.
 */
class Clusters {
  readonly #size: number;
  readonly #cluster: number[];
  readonly #alive: Set<number>;
  readonly #different: Uint8Array;
  readonly #strongest: Float64Array;

  constructor(ids: readonly string[], edges: readonly Edge[], compare: Compare) {
    const size = ids.length;
    this.#size = size;
    this.#cluster = ids.map((_, index) => index);
    this.#alive = new Set(this.#cluster);
    this.#different = new Uint8Array(size * size);
    this.#strongest = new Float64Array(size * size);
    for (const [i, left] of ids.entries()) {
      for (let j = i + 1; j < size; j += 1) {
        if (compare(left, ids[j] ?? '').kind !== 'different') continue;
        this.#different[i * size + j] = 1;
        this.#different[j * size + i] = 1;
      }
    }
    const at = new Map(ids.map((id, index) => [id, index]));
    for (const { left, right, weight } of edges) {
      const [i, j] = [at.get(left) ?? 0, at.get(right) ?? 0];
      this.#strongest[i * size + j] = weight;
      this.#strongest[j * size + i] = weight;
    }
  }

  clusterOf(item: number): number {
    return this.#cluster[item] ?? item;
  }

  apart(a: number, b: number): boolean {
    return this.#different[a * this.#size + b] === 1;
  }

  /** Whether `from` could as well join a cluster with which `to` is impossible. */
  hasRival(from: number, to: number, weight: number): boolean {
    for (const other of this.#alive) {
      if (other === from || other === to) continue;
      const strong = (this.#strongest[from * this.#size + other] ?? 0) >= weight - margin;
      if (strong && this.apart(other, to) && !this.apart(other, from)) return true;
    }
    return false;
  }

  join(a: number, b: number): void {
    const size = this.#size;
    for (const other of this.#alive) {
      const different = this.apart(a, other) || this.apart(b, other) ? 1 : 0;
      const strongest = Math.max(
        this.#strongest[a * size + other] ?? 0,
        this.#strongest[b * size + other] ?? 0,
      );
      this.#different[a * size + other] = different;
      this.#different[other * size + a] = different;
      this.#strongest[a * size + other] = strongest;
      this.#strongest[other * size + a] = strongest;
    }
    this.#alive.delete(b);
    for (const [item, cluster] of this.#cluster.entries()) if (cluster === b) this.#cluster[item] = a;
  }

  members(): number[][] {
    const groups = new Map<number, number[]>();
    for (const [item, cluster] of this.#cluster.entries()) {
      const group = groups.get(cluster);
      if (group === undefined) groups.set(cluster, [item]);
      else group.push(item);
    }
    return [...groups.values()];
  }
}
