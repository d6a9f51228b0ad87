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
 * @param ids the members of the component
 * @param edges its pairs with the verdict 'same', left < right
 */
export function agglomerate(ids: readonly string[], edges: readonly Edge[], compare: Compare): string[][] {
  const clusters = new Map(ids.map((id) => [id, [id]]));
  const neighbours = neighboursOf(edges);
  const apart = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((x) => b.some((y) => compare(x, y).kind === 'different'));
  const ambiguous = (from: readonly string[], to: readonly string[], weight: number): boolean =>
    from.some((member) =>
      (neighbours.get(member) ?? []).some((edge) => {
        const other = clusters.get(edge.right);
        if (edge.weight < weight - margin || other === undefined || other === to || other === from)
          return false;
        return apart(other, to) && !apart(other, from);
      }),
    );
  for (const { left, right, weight } of edges.toSorted(strongestFirst)) {
    const a = clusters.get(left);
    const b = clusters.get(right);
    if (a === undefined || b === undefined || a === b || apart(a, b)) continue;
    if (ambiguous(a, b, weight) || ambiguous(b, a, weight)) continue;
    const joined = [...a, ...b];
    for (const member of joined) clusters.set(member, joined);
  }
  return [...new Set(clusters.values())].map((cluster) => cluster.toSorted());
}

function strongestFirst(a: Edge, b: Edge): number {
  return b.weight - a.weight || compareText(a.left, b.left) || compareText(a.right, b.right);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function neighboursOf(edges: readonly Edge[]): Map<string, Edge[]> {
  const map = new Map<string, Edge[]>();
  const add = (edge: Edge): void => {
    const list = map.get(edge.left);
    if (list === undefined) map.set(edge.left, [edge]);
    else list.push(edge);
  };
  for (const edge of edges) {
    add(edge);
    add({ left: edge.right, right: edge.left, weight: edge.weight });
  }
  return map;
}
