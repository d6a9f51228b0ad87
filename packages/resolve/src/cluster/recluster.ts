import type { Item, ItemIndex, ItemLevel } from '@dragoman/schemas';
import { agglomerate, type Edge } from './agglomerate.ts';
import type { Verdict } from './verdict.ts';

/** How one level of evidence is clustered. */
export interface Clustering<T> {
  readonly level: ItemLevel;
  read(item: Item): T;
  /** The blocks in which an item looks for its like; symmetric: where a finds b, b finds a. */
  probes(value: T, item: Item): readonly string[];
  /** Local and symmetric. */
  compare(left: T, right: T): Verdict;
  /** The cluster's id, from its members' ids in order. */
  name(members: readonly T[]): string;
  /** What the whole cluster tells of each of its members: an item whose note changes counts as moved. */
  note?(members: readonly T[]): string;
  /** What a person ruled about pairs of these items, if anything; keys by `pairKey`. */
  rulings?(ids: readonly string[]): Promise<ReadonlyMap<string, Ruled>>;
}
export interface Ruled {
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
}

export interface Changes {
  /** New items and items whose body changed; their `cluster` is ignored. */
  readonly put: readonly Item[];
  /** Items as they stood that are gone or were replaced by one of `put`. */
  readonly was: readonly Item[];
}

/** Two clusters that are alike and yet were not joined, with the verdict on their most alike pair. */
export interface Boundary {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
}

export interface Reclustered<T> {
  /** Every item looked at that stands, with the cluster it is in now. */
  readonly items: readonly Item[];
  /** Items whose cluster or note is not what it was, new ones among them. */
  readonly moved: readonly Item[];
  /** Moved items that were in another cluster before: id -> that cluster. */
  readonly left: ReadonlyMap<string, string>;
  /** Clusters of the components that were recomputed, as they are now: id -> members in order of their ids. */
  readonly clusters: ReadonlyMap<string, readonly T[]>;
  /** Ids of clusters that the recomputed components or the replaced items had before and that are no more. */
  readonly gone: readonly string[];
  readonly boundaries: readonly Boundary[];
}

/** A key for an unordered pair. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * Recomputes exactly those connected components that a change touches. What comes out for them is what a computation over all
 * the evidence would give: a component is the closure of its members under `compare(...) is 'same'`, found through the blocks.
 */
export async function recluster<T>(
  clustering: Clustering<T>,
  index: ItemIndex,
  changes: Changes,
): Promise<Reclustered<T>> {
  const walk = new Walk(clustering, index, changes);
  await walk.run();
  return walk.result();
}

/** Items that hang together by being the same, and the pairs that say so. */
interface Component {
  readonly ids: readonly string[];
  readonly edges: readonly Edge[];
}

/** Where the clustering put an item. */
type Placed = Pick<Item, 'cluster' | 'note'>;

class Walk<T> {
  readonly #clustering: Clustering<T>;
  readonly #index: ItemIndex;
  readonly #put: ReadonlyMap<string, Item>;
  readonly #was: ReadonlyMap<string, Item>;
  readonly #known = new Map<string, { item: Item; value: T }>();
  readonly #members = new Set<string>();
  /** Pairs that share a block and are the same or at least alike. */
  readonly #pairs = new Map<string, Edge & { verdict: Verdict }>();
  readonly #verdicts = new Map<string, Verdict>();
  readonly #ruled = new Map<string, Ruled>();
  readonly #blocks = new Map<string, Item[]>();

  constructor(clustering: Clustering<T>, index: ItemIndex, changes: Changes) {
    this.#clustering = clustering;
    this.#index = index;
    this.#put = new Map(changes.put.map((item) => [item.id, item]));
    this.#was = new Map(changes.was.map((item) => [item.id, item]));
  }

  async run(): Promise<void> {
    for (const item of this.#put.values()) this.#know(item);
    await this.#findRulings([...this.#put.keys(), ...this.#was.keys()]);
    const before = [...this.#was.values()].map((item) => ({ item, value: this.#clustering.read(item) }));
    const seeds = new Set([...this.#put.keys(), ...(await this.#neighbours(before))]);
    let frontier = [...seeds];
    while (frontier.length > 0) {
      for (const id of frontier) this.#members.add(id);
      await this.#findRulings(frontier);
      const layer = frontier.flatMap((id) => this.#known.get(id) ?? []);
      const next = await this.#neighbours(layer);
      frontier = [...next].filter((id) => !this.#members.has(id));
    }
  }

  result(): Reclustered<T> {
    const now = new Map<string, Placed>();
    const clusters = new Map<string, readonly T[]>();
    for (const { ids: component, edges } of this.#components()) {
      for (const ids of agglomerate(component.toSorted(), edges, (a, b) => this.#verdict(a, b))) {
        const members = ids.map((id) => this.#value(id));
        const name = this.#clustering.name(members);
        clusters.set(name, members);
        const note = this.#clustering.note?.(members) ?? '';
        for (const id of ids) now.set(id, { cluster: name, note });
      }
    }
    return { ...this.#difference(now, clusters), clusters, boundaries: this.#boundaries(now) };
  }

  #difference(
    now: ReadonlyMap<string, Placed>,
    clusters: ReadonlyMap<string, unknown>,
  ): Pick<Reclustered<T>, 'items' | 'moved' | 'left' | 'gone'> {
    const items: Item[] = [];
    const moved: Item[] = [];
    const left = new Map<string, string>();
    const before = new Set([...this.#was.values()].map((item) => item.cluster));
    for (const [id, { item }] of this.#known) {
      const old = this.#was.get(id) ?? (this.#put.has(id) ? undefined : item);
      const placed = { ...item, ...now.get(id) };
      items.push(placed);
      if (old?.cluster !== placed.cluster || old.note !== placed.note) moved.push(placed);
      if (old !== undefined && old.cluster !== placed.cluster) left.set(id, old.cluster);
      if (now.has(id) && old !== undefined) before.add(old.cluster);
    }
    const gone = [...before].filter((cluster) => cluster !== '' && !clusters.has(cluster)).toSorted();
    return { items, moved, left, gone };
  }

  #know(item: Item): { item: Item; value: T } {
    const known = this.#known.get(item.id);
    if (known !== undefined) return known;
    const entry = { item, value: this.#clustering.read(item) };
    this.#known.set(item.id, entry);
    return entry;
  }

  #value(id: string): T {
    const known = this.#known.get(id);
    if (known === undefined) throw new Error(`item ${id} was not looked up`);
    return known.value;
  }

  /** Ids of the items that are the same as one of the layer; every pair met on the way is remembered. */
  async #neighbours(layer: readonly { item: Item; value: T }[]): Promise<Set<string>> {
    const probes = new Map(
      layer.map((entry) => [entry.item.id, this.#clustering.probes(entry.value, entry.item)]),
    );
    await this.#fetch([...probes.values()].flat());
    const found = new Set<string>();
    for (const entry of layer) {
      const others = new Set((probes.get(entry.item.id) ?? []).flatMap((block) => this.#inBlock(block)));
      for (const partner of this.#partners(entry.item.id)) others.add(partner);
      others.delete(entry.item.id);
      for (const other of others) if (this.#joins(entry, other)) found.add(other);
    }
    return found;
  }

  #joins(entry: { item: Item; value: T }, other: string): boolean {
    const known = this.#known.get(other);
    if (known === undefined) return false;
    if (this.#known.get(entry.item.id) === entry) return this.#remember(entry.item.id, other).kind === 'same';
    // An item as it stood before the change: what it was the same as may have to be computed again.
    const ruled = this.#ruled.get(pairKey(entry.item.id, other));
    return ruled === undefined
      ? this.#clustering.compare(entry.value, known.value).kind === 'same'
      : ruled.same;
  }

  #remember(a: string, b: string): Verdict {
    const [left, right] = a < b ? [a, b] : [b, a];
    const verdict = this.#verdict(left, right);
    if (verdict.kind === 'same' || verdict.alike)
      this.#pairs.set(pairKey(left, right), { left, right, weight: verdict.weight, verdict });
    return verdict;
  }

  #verdict(a: string, b: string): Verdict {
    const key = pairKey(a, b);
    const known = this.#verdicts.get(key);
    if (known !== undefined) return known;
    const ruled = this.#ruled.get(key);
    const verdict =
      ruled === undefined ? this.#clustering.compare(this.#value(a), this.#value(b)) : rule(ruled.same);
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  async #fetch(blocks: readonly string[]): Promise<void> {
    const missing = new Set(blocks.filter((block) => !this.#blocks.has(block)));
    if (missing.size === 0) return;
    for (const block of missing) this.#blocks.set(block, []);
    const items = await this.#index.byBlock(this.#clustering.level, [...missing]);
    const standing = items.filter((item) => !this.#was.has(item.id) && !this.#put.has(item.id));
    for (const item of [...standing, ...this.#put.values()]) {
      for (const block of item.blocks) if (missing.has(block)) this.#blocks.get(block)?.push(item);
    }
  }

  #inBlock(block: string): string[] {
    return (this.#blocks.get(block) ?? []).map((item) => this.#know(item).item.id);
  }

  async #findRulings(ids: readonly string[]): Promise<void> {
    if (this.#clustering.rulings === undefined || ids.length === 0) return;
    const found = await this.#clustering.rulings(ids);
    for (const [key, ruled] of found) this.#ruled.set(key, ruled);
    const partners = [...found.values()].flatMap((ruled) => [ruled.left, ruled.right]);
    const unknown = partners.filter((id) => !this.#known.has(id) && !this.#was.has(id));
    for (const item of await this.#index.byId(this.#clustering.level, [...new Set(unknown)]))
      this.#know(item);
  }

  #partners(id: string): string[] {
    return [...this.#ruled.values()]
      .filter((ruled) => ruled.same && (ruled.left === id || ruled.right === id))
      .map((ruled) => (ruled.left === id ? ruled.right : ruled.left))
      .filter((partner) => this.#known.has(partner));
  }

  #components(): Component[] {
    const next = new Map<string, Edge[]>();
    for (const edge of this.#pairs.values()) {
      if (edge.verdict.kind !== 'same') continue;
      for (const id of [edge.left, edge.right]) {
        const edges = next.get(id);
        if (edges === undefined) next.set(id, [edge]);
        else edges.push(edge);
      }
    }
    const components: Component[] = [];
    const seen = new Set<string>();
    for (const start of this.#members) {
      if (seen.has(start)) continue;
      const ids = new Set([start]);
      const edges = new Set<Edge>();
      for (const id of ids)
        for (const edge of next.get(id) ?? []) {
          edges.add(edge);
          ids.add(edge.left).add(edge.right);
        }
      for (const id of ids) seen.add(id);
      components.push({ ids: [...ids], edges: [...edges] });
    }
    return components;
  }

  #boundaries(now: ReadonlyMap<string, Placed>): Boundary[] {
    const best = new Map<string, Boundary>();
    const inOrder = [...this.#pairs].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [, { left, right, verdict }] of inOrder) {
      if (!verdict.alike) continue;
      const a = (now.get(left) ?? this.#known.get(left)?.item)?.cluster ?? '';
      const b = (now.get(right) ?? this.#known.get(right)?.item)?.cluster ?? '';
      if (a === b) continue;
      const key = pairKey(a, b);
      const known = best.get(key);
      if (known === undefined || verdict.weight > known.verdict.weight) {
        best.set(key, a < b ? { left: a, right: b, verdict } : { left: b, right: a, verdict });
      }
    }
    return [...best.values()];
  }
}

function rule(same: boolean): Verdict {
  return same
    ? { kind: 'same', weight: 10, alike: true, reasons: ['ruled by hand'] }
    : { kind: 'different', weight: 0, alike: true, reasons: ['ruled by hand'] };
}
