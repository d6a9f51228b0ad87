import { idOf } from '@dragoman/core';
import type { LinkRow, NodeRow } from '@dragoman/schemas';
import type { Boundary } from '../cluster/recluster.ts';
import type { Verdict } from '../cluster/verdict.ts';
import type { Signature } from '../identity/signature.ts';
import { foldName } from '../names/fold.ts';
import { nodeKey } from './claims.ts';
import { present, sortedSet } from './properties.ts';

export interface DecisionRows {
  readonly nodes: readonly NodeRow[];
  readonly links: readonly LinkRow[];
}

const namesLimit = 12;

/** The merges of one entity: a decision for every further name that it goes by, with what spoke for it. */
export function mergeDecisions(
  id: string,
  signatures: readonly Signature[],
  compare: (a: Signature, b: Signature) => Verdict,
): DecisionRows {
  const byName = new Map<string, Signature[]>();
  for (const signature of signatures) {
    const name = foldName(signature.name);
    byName.set(name, [...(byName.get(name) ?? []), signature]);
  }
  const [main, ...others] = [...byName.keys()].toSorted();
  if (main === undefined || others.length === 0) return { nodes: [], links: [] };
  const rows = others.slice(0, namesLimit).map((name) => {
    const verdict = strongest(
      byName.get(name) ?? [],
      signatures.filter((signature) => foldName(signature.name) !== name),
      compare,
    );
    return decision('merge', 'MERGED', [id], [main, name], verdict);
  });
  return { nodes: rows.flatMap(({ nodes }) => nodes), links: rows.flatMap(({ links }) => links) };
}

/** Two that are alike and were kept apart: refused where something speaks against it, a candidate for review where too little speaks for it. */
export function boundaryDecision({ left, right, verdict }: Boundary): DecisionRows {
  return decision(
    verdict.kind === 'different' ? 'refusal' : 'candidate',
    'SPLIT',
    [left, right],
    [],
    verdict,
  );
}

/** What a person ruled, as it stands on the nodes that its signatures are in. */
export function rulingDecision(
  ruling: { id: string; kind: string; by: string; at: string; reason: string },
  nodes: readonly string[],
): DecisionRows {
  const properties = present({
    kind: ruling.kind,
    by: ruling.by,
    reason: ruling.reason,
    decidedAt: ruling.at,
  });
  const node: NodeRow = { label: 'Decision', id: ruling.id, properties };
  return { nodes: [node], links: linksFrom(ruling.id, ruling.kind === 'same' ? 'MERGED' : 'SPLIT', nodes) };
}

function decision(
  kind: string,
  link: string,
  nodes: readonly string[],
  names: readonly string[],
  verdict: Verdict,
): DecisionRows {
  const id = idOf('decision', { kind, nodes, names });
  const properties = present({
    kind,
    by: 'rule',
    reason: verdict.reasons.join('; '),
    weight: verdict.weight,
    names: [...names],
  });
  return { nodes: [{ label: 'Decision', id, properties }], links: linksFrom(id, link, nodes) };
}

function linksFrom(id: string, type: string, nodes: readonly string[]): LinkRow[] {
  return sortedSet(nodes).map((node) => ({
    type,
    from: { label: 'Decision', id },
    to: nodeKey(node),
    key: '',
    properties: {},
  }));
}

function strongest(
  some: readonly Signature[],
  others: readonly Signature[],
  compare: (a: Signature, b: Signature) => Verdict,
): Verdict {
  let best: Verdict = { kind: 'doubt', weight: 0, alike: true, reasons: [] };
  for (const a of some) {
    for (const b of others) {
      const [left, right] = a.id < b.id ? [a, b] : [b, a];
      const verdict = compare(left, right);
      if (verdict.weight > best.weight) best = verdict;
    }
  }
  return best;
}
