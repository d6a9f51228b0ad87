import type { GraphChange, Item, ItemIndex, LinkRow, NodeKey, NodeRow } from '@dragoman/schemas';
import type { Reclustered } from '../cluster/recluster.ts';
import { dayOf } from '../evidence/evidence.ts';
import type { Conflict } from '../happenings/conflicts.ts';
import type { Telling } from '../happenings/telling.ts';
import { articleRows, sourceOf } from '../rows/articles.ts';
import { claimRows, nodeKey } from '../rows/claims.ts';
import { eventRows } from '../rows/events.ts';
import { present } from '../rows/properties.ts';
import { decisionRows, identityRows, storyRows } from './identity-rows.ts';
import { LinkSupport, metItem, supportItem } from './link-support.ts';
import { Scope, sourceBlock, type Incoming } from './scope.ts';
import type { Prepared } from './signature-items.ts';
import { clusterSignatures, clusterTellings, clusterTexts, resolved, type Resolved } from './stages.ts';
import type { SameText } from './texts.ts';

export interface Step {
  readonly change: GraphChange;
  /** Everything that the articles say that came in and those that the change touched, resolved. */
  readonly articles: ReadonlyMap<string, Resolved>;
  /** Claim id -> event node, for the tellings of those articles. */
  readonly events: ReadonlyMap<string, string>;
  /** What the tellings of the events that were recomputed disagree about. */
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>;
}

/**
 * One step of resolution: takes evidence in and out and recomputes what depends on it: the stories, identities and happenings
 * whose components the change touches, and every row that stands on them. The graph after it is the one that all evidence in the
 * index would give if it were computed at once.
 * @param again signatures to be clustered anew although their evidence is the same, because a ruling about them changed
 */
export async function resolveStep(
  index: ItemIndex,
  incoming: readonly Incoming[],
  sameText: SameText,
  again: readonly string[] = [],
): Promise<Step> {
  const scope = await Scope.open(index, incoming);
  const texts = await clusterTexts(scope, sameText);
  const signatures = await clusterSignatures(scope, again);
  const touched = await touchedArticles(scope, texts.moved, signatures.moved);
  const first = await resolved(scope, touched);
  const tellings = await clusterTellings(scope, first);
  const more = tellings.moved.map(({ owner }) => owner).filter((owner) => !first.has(owner));
  const writer = new StepWriter(scope, first);
  await writer.articles();
  await writer.events(tellings);
  await writer.told(tellings, await resolved(scope, more));
  await writer.links();
  await writer.identities(signatures);
  writer.add(storyRows(texts));
  await writer.sources();
  return writer.step();
}

/** The articles whose rows may change: those that come in, and those in which a story or a name now stands for another node. */
async function touchedArticles(
  scope: Scope,
  texts: readonly Item[],
  signatures: readonly Item[],
): Promise<Set<string>> {
  const moved = signatures.map(({ id }) => id);
  const saying = await scope.evidence.byBlock(moved);
  return new Set([...scope.now.keys(), ...texts.map(({ id }) => id), ...saying.map(({ id }) => id)]);
}

/** The rows that one part of a step adds to the change. */
export interface Rows {
  readonly nodes?: readonly NodeRow[];
  readonly links?: readonly LinkRow[];
  readonly removedNodes?: readonly NodeKey[];
}

class StepWriter {
  readonly #scope: Scope;
  /** The articles whose rows are written anew, and those of which only a claim supports another event than before. */
  readonly #articles: ReadonlyMap<string, Resolved>;
  readonly #others = new Map<string, Resolved>();
  readonly #eventOf = new Map<string, string>();
  readonly #nodes: NodeRow[] = [];
  readonly #links: LinkRow[] = [];
  readonly #removedNodes: NodeKey[] = [];
  readonly #removedLinks: Omit<LinkRow, 'properties'>[] = [];
  readonly #support: LinkSupport;
  readonly #conflicts = new Map<string, readonly Conflict[]>();
  readonly #events = new Set<string>();
  readonly #entities = new Set<string>();

  constructor(scope: Scope, articles: ReadonlyMap<string, Resolved>) {
    this.#scope = scope;
    this.#articles = articles;
    this.#support = new LinkSupport(scope);
  }

  add(rows: Rows): void {
    this.#nodes.push(...(rows.nodes ?? []));
    this.#links.push(...(rows.links ?? []));
    this.#removedNodes.push(...(rows.removedNodes ?? []));
  }

  /** The articles' own rows, and what their claims say about lasting links. */
  async articles(): Promise<void> {
    const claims = [...this.#articles.values()].flatMap(({ tellings }) => tellings.map(({ id }) => id));
    for (const item of (await this.#scope.tellings.byId(claims)).values())
      this.#eventOf.set(item.id, item.cluster);
    const wanted: Item[] = [];
    for (const article of this.#articles.values()) {
      const keyOf = (local: string): NodeKey | undefined => {
        const node = article.nodes.get(local);
        return node === undefined ? undefined : nodeKey(node);
      };
      const { node, links } = articleRows(article.evidence, article.story, keyOf);
      const rows = claimRows({
        ...article,
        keyOf,
        date: dayOf(article.evidence.article),
        eventOf: (claim) => {
          const event = this.#eventOf.get(claim);
          return event === undefined ? undefined : nodeKey(event);
        },
      });
      this.add({ nodes: [node, ...rows.nodes], links: [...links, ...rows.links] });
      wanted.push(...rows.supports.map((support) => supportItem(article.evidence.article.id, support)));
    }
    const removed = this.#scope.incoming.filter((id) => !this.#scope.now.has(id));
    this.add({
      removedNodes: removed
        .filter((id) => this.#scope.before.has(id))
        .map((id) => ({ label: 'Article', id })),
    });
    await this.#support.replace([...this.#articles.keys(), ...removed], wanted);
  }

  /** The events whose tellings changed, and those of rewritten articles, whose claims are new nodes. */
  async events(result: Reclustered<Telling>): Promise<void> {
    const clusters = new Map<string, readonly Telling[]>(result.clusters);
    const others = [...new Set(this.#eventOf.values())].filter((event) => !clusters.has(event));
    for (const item of await this.#scope.tellings.byCluster(others)) {
      clusters.set(item.cluster, [...(clusters.get(item.cluster) ?? []), JSON.parse(item.body) as Telling]);
    }
    const wanted: Item[] = [];
    for (const [id, tellings] of clusters) {
      const { node, links, conflicts, met } = eventRows(id, tellings);
      this.add({ nodes: [node], links });
      this.#events.add(id);
      this.#conflicts.set(id, conflicts);
      wanted.push(...met.map(metItem));
    }
    this.add({ removedNodes: result.gone.map(nodeKey) });
    for (const id of result.gone) this.#events.add(id);
    await this.#support.replace([...clusters.keys(), ...result.gone], wanted);
  }

  /** Claims of articles that stay as they are, which now support another event: a link each, in the place of the one that stood. */
  async told(result: Reclustered<Telling>, articles: ReadonlyMap<string, Resolved>): Promise<void> {
    for (const [id, article] of articles) this.#others.set(id, article);
    for (const { id, owner, cluster } of result.moved) {
      if (!articles.has(owner)) continue;
      const before = result.left.get(id);
      if (before !== undefined) this.#removedLinks.push(supportsLink(id, before));
      this.#links.push({ ...supportsLink(id, cluster), properties: {} });
    }
    const claims = [...articles.values()].flatMap(({ tellings }) => tellings.map(({ id }) => id));
    for (const item of (await this.#scope.tellings.byId(claims)).values())
      this.#eventOf.set(item.id, item.cluster);
  }

  /** The lasting links that lost or won support. */
  async links(): Promise<void> {
    const { links, removed } = await this.#support.links();
    this.#links.push(...links);
    this.#removedLinks.push(...removed);
  }

  /** The people, groups and places whose signatures changed, and the decisions about them. */
  async identities(result: Reclustered<Prepared>): Promise<void> {
    this.add(await identityRows(this.#scope.index, result));
    this.add(await decisionRows(this.#scope, result));
    for (const id of [...result.clusters.keys(), ...result.gone]) this.#entities.add(id);
  }

  async sources(): Promise<void> {
    const now = new Set([...this.#scope.now.values()].flatMap(({ evidence }) => sourceOf(evidence) ?? []));
    const before = [...this.#scope.before.values()].flatMap(({ evidence }) => sourceOf(evidence) ?? []);
    const counts = await this.#scope.countAfter([...new Set(before)].map(sourceBlock));
    const gone = [...new Set(before)].filter((source) => (counts.get(sourceBlock(source)) ?? 0) <= 0);
    this.add({
      nodes: [...now].map((id) => ({ label: 'Source', id, properties: present({ name: id }) })),
      removedNodes: gone.map((id) => ({ label: 'Source', id })),
    });
  }

  step(): Step {
    const { evidence, texts, signatures, tellings, supports, digests } = this.#scope;
    const changes = [evidence, texts, signatures, tellings, supports, digests].map(
      (overlay) => overlay.changes,
    );
    const change: GraphChange = {
      items: { put: changes.flatMap(({ put }) => put), remove: changes.flatMap(({ remove }) => remove) },
      articles: [...new Set([...this.#articles.keys(), ...this.#scope.incoming])],
      events: [...this.#events],
      entities: [...this.#entities],
      nodes: this.#nodes,
      removedNodes: this.#removedNodes,
      links: this.#links,
      removedLinks: this.#removedLinks,
    };
    const articles = new Map([...this.#articles, ...this.#others]);
    return { change, articles, events: this.#eventOf, conflicts: this.#conflicts };
  }
}

function supportsLink(claim: string, event: string): Omit<LinkRow, 'properties'> {
  return { type: 'SUPPORTS', from: { label: 'Claim', id: claim }, to: nodeKey(event), key: '' };
}
