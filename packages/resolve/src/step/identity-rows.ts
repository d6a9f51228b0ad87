import type { ItemIndex, LinkRow, NodeRow } from '@dragoman/schemas';
import type { Reclustered } from '../cluster/recluster.ts';
import { authorityBlocks, authorityOf } from '../identity/authorities.ts';
import { nodeKey } from '../rows/claims.ts';
import { boundaryDecision, mergeDecisions, rulingDecision } from '../rows/decisions.ts';
import { entityRow } from '../rows/entities.ts';
import { present } from '../rows/properties.ts';
import { readRuling } from './rulings.ts';
import type { Scope } from './scope.ts';
import { compareSignatures, prepare, type Prepared } from './signature-items.ts';
import type { Rows } from './step.ts';
import type { TextBody } from './texts.ts';

/** The nodes of the stories that were recomputed. */
export function storyRows(result: Reclustered<TextBody>): Rows {
  const nodes = [...result.clusters].map(([id, texts]): NodeRow => {
    const [first] = texts.toSorted((a, b) =>
      a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
    );
    const properties = present({ title: first?.title, firstPublished: first?.day, copies: texts.length });
    return { label: 'Story', id, properties };
  });
  return { nodes, removedNodes: result.gone.map((id) => ({ label: 'Story', id })) };
}

/** The nodes of the people, groups and places that were recomputed. */
export async function identityRows(index: ItemIndex, result: Reclustered<Prepared>): Promise<Rows> {
  const clusters = [...result.clusters].map(
    ([id, members]) => [id, members.map(({ signature }) => signature)] as const,
  );
  const names = new Set(clusters.flatMap(([, signatures]) => authorityBlocks(signatures)));
  const authorities = names.size === 0 ? [] : await index.byBlock('authority', [...names]);
  const nodes = clusters.map(([id, signatures]) =>
    entityRow(id, signatures, authorityOf(signatures, authorities)),
  );
  return { nodes, removedNodes: result.gone.map(nodeKey) };
}

/** Why they are one, and why others that are alike were kept apart; rulings by people among them. */
export async function decisionRows(scope: Scope, result: Reclustered<Prepared>): Promise<Rows> {
  const nodes: NodeRow[] = [];
  const links: LinkRow[] = [];
  const add = (rows: { nodes: readonly NodeRow[]; links: readonly LinkRow[] }): void => {
    nodes.push(...rows.nodes);
    links.push(...rows.links);
  };
  for (const [id, members] of result.clusters) {
    const signatures = members.map(({ signature }) => signature);
    add(mergeDecisions(id, signatures, (a, b) => compareSignatures(prepare(a), prepare(b))));
  }
  for (const boundary of result.boundaries) add(boundaryDecision(boundary));
  // A ruling about somebody who is gone still stands on the other one of whom it speaks.
  const ids = [...result.clusters.values()].flatMap((members) =>
    members.map(({ signature }) => signature.id),
  );
  ids.push(...scope.signatures.changes.remove.map(({ id }) => id));
  for (const item of ids.length === 0 ? [] : await scope.index.byBlock('ruling', ids)) {
    const ruling = readRuling(item);
    const standing = await scope.signatures.byId([...ruling.left, ...ruling.right]);
    const stands = [...standing.values()].map(({ cluster }) => cluster);
    if (stands.length > 0) add(rulingDecision(ruling, stands));
  }
  return { nodes, links };
}
