import { compareVersions, type Evidence } from './evidence/evidence.ts';
import type { Conflict } from './happenings/conflicts.ts';
import { MemoryGraph } from './memory.ts';
import { resolveStep } from './step/step.ts';
import type { SameText } from './step/texts.ts';

/** What several articles together tell about one of them. */
export interface ArticleIdentity {
  /** The article's id; versions of it that are not current have one of their own. */
  readonly id: string;
  readonly story: string;
  /** Local id of every entity, meeting and event -> its node. */
  readonly nodes: ReadonlyMap<string, string>;
}

/** A disagreement, as `conflicts.json` lists it. */
export interface ConflictRow {
  readonly node: string;
  readonly slot: string;
  /** `ArticleIdentity.id` -> what it says; several values of one article are joined by ' / '. */
  readonly values: Readonly<Record<string, string>>;
}

export interface InMemory {
  readonly graph: MemoryGraph;
  /** In the order of the input. */
  readonly articles: readonly ArticleIdentity[];
  readonly conflicts: readonly ConflictRow[];
}

/** Resolves articles among themselves, with no store: the same step that the stores' path takes. */
export async function resolveInMemory(evidence: readonly Evidence[], sameText: SameText): Promise<InMemory> {
  const graph = new MemoryGraph();
  const own = withOwnIds(evidence);
  const incoming = own.map((one) => ({ article: one.article.id, evidence: one }));
  const { change, articles, events, conflicts } = await resolveStep(graph, incoming, sameText);
  graph.apply(change);
  const identities = own.map(({ article: { id } }): ArticleIdentity => {
    const article = articles.get(id);
    const nodes = new Map(article?.nodes);
    for (const telling of article?.tellings ?? []) nodes.set(telling.local, events.get(telling.id) ?? '');
    return { id, story: article?.story ?? '', nodes };
  });
  const rows = [...conflicts].flatMap(([node, found]) =>
    found.map((conflict) => conflictRow(node, conflict)),
  );
  return {
    graph,
    articles: identities,
    conflicts: rows.toSorted((a, b) => (`${a.node} ${a.slot}` < `${b.node} ${b.slot}` ? -1 : 1)),
  };
}

/** A store keeps the current version of an article alone; here every version that was given is read, the others under ids of their own. */
function withOwnIds(evidence: readonly Evidence[]): Evidence[] {
  const versions = new Map<string, Evidence[]>();
  for (const one of evidence) versions.set(one.article.id, [...(versions.get(one.article.id) ?? []), one]);
  for (const list of versions.values()) list.sort((a, b) => compareVersions(b.article, a.article));
  return evidence.map((one) => {
    const place = versions.get(one.article.id)?.indexOf(one) ?? 0;
    return place === 0 ? one : { ...one, article: { ...one.article, id: `${one.article.id}~${place}` } };
  });
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
