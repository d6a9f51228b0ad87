import type { Item, ItemIndex, ItemLevel } from '@dragoman/schemas';

/** What one step changes among the items of one level, over what the index holds. */
export class Overlay {
  readonly #level: ItemLevel;
  readonly #index: ItemIndex;
  readonly #put = new Map<string, Item>();
  readonly #removed = new Set<string>();

  constructor(level: ItemLevel, index: ItemIndex) {
    this.#level = level;
    this.#index = index;
  }

  put(item: Item): void {
    this.#put.set(item.id, item);
    this.#removed.delete(item.id);
  }

  remove(id: string): void {
    this.#put.delete(id);
    this.#removed.add(id);
  }

  get changes(): { put: Item[]; remove: { level: ItemLevel; id: string }[] } {
    return {
      put: [...this.#put.values()],
      remove: [...this.#removed].map((id) => ({ level: this.#level, id })),
    };
  }

  byId(ids: readonly string[]): Promise<Map<string, Item>> {
    return this.#look(ids, (missing) => this.#index.byId(this.#level, missing));
  }

  async byBlock(blocks: readonly string[]): Promise<Item[]> {
    const wanted = new Set(blocks);
    const own = [...this.#put.values()].filter((item) => item.blocks.some((block) => wanted.has(block)));
    const stored = wanted.size === 0 ? [] : await this.#index.byBlock(this.#level, [...wanted]);
    return [...own, ...stored.filter((item) => !this.#touched(item.id))];
  }

  async byCluster(clusters: readonly string[]): Promise<Item[]> {
    const wanted = new Set(clusters);
    const own = [...this.#put.values()].filter((item) => wanted.has(item.cluster));
    const stored = wanted.size === 0 ? [] : await this.#index.byCluster(this.#level, [...wanted]);
    return [...own, ...stored.filter((item) => !this.#touched(item.id))];
  }

  #touched(id: string): boolean {
    return this.#put.has(id) || this.#removed.has(id);
  }

  async #look(
    ids: readonly string[],
    find: (missing: string[]) => Promise<Item[]>,
  ): Promise<Map<string, Item>> {
    const found = new Map<string, Item>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const own = this.#put.get(id);
      if (own !== undefined) found.set(id, own);
      else if (!this.#removed.has(id)) missing.push(id);
    }
    if (missing.length > 0) for (const item of await find(missing)) found.set(item.id, item);
    return found;
  }
}
