import type { Conflict } from './happenings/conflicts.ts';
import type { Evidence } from './evidence/evidence.ts';
import { MemoryGraph } from './memory.ts';
import { resolveStep } from './step/step.ts';
import type { SameText } from './step/texts.ts';

/** What several articles together tell about one of them. */
export interface ArticleIdentity {
  readonly story: string;
  /** Local id of every entity, meeting and event -> its node. */
  readonly nodes: ReadonlyMap<string, string>;
}

/** A disagreement, as `conflicts.json` lists it. */
export interface ConflictRow {
  readonly node: string;
  readonly slot: string;
  /** Article id -> what it says; several values of one article are joined by ' / '. */
  readonly values: Readonly<Record<string, string>>;
}

export interface InMemory {
  readonly graph: MemoryGraph;
  readonly articles: ReadonlyMap<string, ArticleIdentity>;
  readonly conflicts: readonly ConflictRow[];
}

/** Resolves articles among themselves, with no store: the same step that the stores' path takes. */
export async function resolveInMemory(evidence: readonly Evidence[], sameText: SameText): Promise<InMemory> {
  const graph = new MemoryGraph();
  const incoming = evidence.map((one) => ({ article: one.article.id, evidence: one }));
  const { change, articles, events, conflicts } = await resolveStep(graph, incoming, sameText);
  graph.apply(change);
  const identities = new Map<string, ArticleIdentity>();
  for (const [id, article] of articles) {
    const nodes = new Map(article.nodes);
    for (const telling of article.tellings) nodes.set(telling.local, events.get(telling.id) ?? '');
    identities.set(id, { story: article.story, nodes });
  }
  const rows = [...conflicts].flatMap(([node, found]) =>
    found.map((conflict) => conflictRow(node, conflict)),
  );
  return {
    graph,
    articles: identities,
    conflicts: rows.toSorted((a, b) => (a.node + a.slot < b.node + b.slot ? -1 : 1)),
  };
}

function conflictRow(node: string, conflict: Conflict): ConflictRow {
  const values: Record<string, string> = {};
  for (const { telling, value } of conflict.values) {
    const said = values[telling.article];
    if (said === undefined) values[telling.article] = value;
    else if (!said.split(' / ').includes(value)) values[telling.article] = `${said} / ${value}`;
  }
  return { node, slot: conflict.slot, values };
}
