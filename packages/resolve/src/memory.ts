import { canonicalJson } from '@dragoman/core';
import type { GraphChange, Item, ItemIndex, ItemLevel, LinkRow, NodeRow } from '@dragoman/schemas';

/** Evidence and graph in memory: for inputs that are resolved among themselves, and to hold the stores against. */
export class MemoryGraph implements ItemIndex {
  readonly #items = new Map<string, Item>();
  readonly #blocks = new Map<string, Set<string>>();
  readonly #owners = new Map<string, Set<string>>();
  readonly #clusters = new Map<string, Set<string>>();
  readonly #nodes = new Map<string, NodeRow>();
  readonly #links = new Map<string, LinkRow>();

  byId(level: ItemLevel, ids: readonly string[]): Promise<Item[]> {
    return Promise.resolve(this.#take(ids.map((id) => `${level} ${id}`)));
  }

  byOwner(level: ItemLevel, owners: readonly string[]): Promise<Item[]> {
    return Promise.resolve(this.#lookUp(this.#owners, level, owners));
  }

  byCluster(level: ItemLevel, clusters: readonly string[]): Promise<Item[]> {
    return Promise.resolve(this.#lookUp(this.#clusters, level, clusters));
  }

  byBlock(level: ItemLevel, blocks: readonly string[]): Promise<Item[]> {
    return Promise.resolve(this.#lookUp(this.#blocks, level, blocks));
  }

  countByBlock(level: ItemLevel, blocks: readonly string[]): Promise<Map<string, number>> {
    return Promise.resolve(
      new Map(blocks.map((block) => [block, this.#blocks.get(`${level} ${block}`)?.size ?? 0])),
    );
  }

  get nodes(): readonly NodeRow[] {
    return [...this.#nodes.values()];
  }

  get links(): readonly LinkRow[] {
    return [...this.#links.values()];
  }

  /** The graph as sorted lines of canonical JSON: equal graphs are equal text. */
  export(): string {
    const nodes = this.nodes.map((node) => canonicalJson({ node }));
    const links = this.links.map((link) => canonicalJson({ link }));
    return [...nodes.toSorted(), ...links.toSorted()].join('\n');
  }

  /** Does what a store does with a change. */
  apply(change: GraphChange): void {
    for (const { level, id } of change.items.remove) this.#drop(`${level} ${id}`);
    for (const item of change.items.put) this.#put(item);
    this.#clear(change);
    for (const node of change.nodes) this.#nodes.set(node.id, node);
    for (const link of change.removedLinks) this.#links.delete(linkId(link));
    for (const link of change.links) this.#addLink(link);
    this.#removeNodes(new Set(change.removedNodes.map(({ id }) => id)));
  }

  /** A store would hold it twice. */
  #addLink(link: LinkRow): void {
    const id = linkId(link);
    if (this.#links.has(id)) throw new Error(`a link is written that stands: ${id}`);
    this.#links.set(id, link);
  }

  /** Takes away what a change replaces as a whole. */
  #clear(change: GraphChange): void {
    const articles = new Set(change.articles);
    const entities = new Set(change.entities);
    const claims = new Set<string>();
    const decisions = new Set<string>();
    const events = new Set(change.events);
    const supporting = new Set<string>();
    const rewritten = new Set(
      change.links.filter(({ from }) => from.label === 'Decision').map(({ from }) => from.id),
    );
    for (const { type, from, to } of this.#links.values()) {
      if (type === 'IN' && articles.has(to.id)) claims.add(from.id);
      if (type === 'SUPPORTS' && events.has(to.id)) supporting.add(from.id);
      if ((type === 'MERGED' || type === 'SPLIT') && entities.has(to.id)) decisions.add(from.id);
    }
    this.#removeNodes(new Set([...claims, ...decisions]));
    for (const [id, { type, from, to }] of this.#links) {
      const ofArticle = articles.has(from.id) || rewritten.has(from.id);
      const ofEvent =
        (type === 'PARTICIPATED_IN' && events.has(to.id)) || (type === 'LOCATED_IN' && events.has(from.id));
      const ofConflict = type === 'CONFLICTS_WITH' && (supporting.has(from.id) || supporting.has(to.id));
      if (ofArticle || ofEvent || ofConflict) this.#links.delete(id);
    }
  }

  #removeNodes(ids: ReadonlySet<string>): void {
    if (ids.size === 0) return;
    for (const id of ids) this.#nodes.delete(id);
    for (const [id, { from, to }] of this.#links)
      if (ids.has(from.id) || ids.has(to.id)) this.#links.delete(id);
  }

  #put(item: Item): void {
    const key = `${item.level} ${item.id}`;
    this.#drop(key);
    this.#items.set(key, item);
    for (const [map, name] of this.#places(item)) map.set(name, (map.get(name) ?? new Set()).add(key));
  }

  #drop(key: string): void {
    const item = this.#items.get(key);
    if (item === undefined) return;
    this.#items.delete(key);
    for (const [map, name] of this.#places(item)) map.get(name)?.delete(key);
  }

  #places(item: Item): [Map<string, Set<string>>, string][] {
    return [
      [this.#owners, `${item.level} ${item.owner}`],
      [this.#clusters, `${item.level} ${item.cluster}`],
      ...item.blocks.map((block): [Map<string, Set<string>>, string] => [
        this.#blocks,
        `${item.level} ${block}`,
      ]),
    ];
  }

  #lookUp(map: ReadonlyMap<string, ReadonlySet<string>>, level: ItemLevel, names: readonly string[]): Item[] {
    return this.#take(new Set(names.flatMap((name) => [...(map.get(`${level} ${name}`) ?? [])])));
  }

  #take(keys: Iterable<string>): Item[] {
    return [...new Set(keys)].flatMap((key) => this.#items.get(key) ?? []);
  }
}

function linkId({ type, from, to, key }: Omit<LinkRow, 'properties'>): string {
  return `${type} ${from.id} ${to.id} ${key}`;
}
