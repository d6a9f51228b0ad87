import { canonicalJson } from '@dragoman/core';
import type { Item, LinkRow } from '@dragoman/schemas';
import { nodeKey, type Support } from '../rows/claims.ts';
import { metRow, type MetSupport } from '../rows/events.ts';
import {
  digestOf,
  digestOfParts,
  largerPart,
  linkBlock,
  linkRow,
  partBlock,
  type Digest,
} from '../rows/links.ts';
import type { Scope } from './scope.ts';

type LinkKey = Omit<LinkRow, 'properties'>;

export interface LinkChanges {
  readonly links: readonly LinkRow[];
  readonly removed: readonly LinkKey[];
}

/** What stands behind the lasting links: what a step changes of it, and the links that come of it. */
export class LinkSupport {
  readonly #scope: Scope;
  /** Parts whose digests have to be made anew, and links of two people who met. */
  readonly #parts = new Set<string>();
  readonly #met = new Map<string, LinkKey>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Puts the supports of some articles or events in the place of those that they had. */
  async replace(owners: readonly string[], wanted: readonly Item[]): Promise<void> {
    const old = new Map((await this.#scope.index.byOwner('support', owners)).map((item) => [item.id, item]));
    for (const item of wanted) {
      const known = old.get(item.id);
      old.delete(item.id);
      if (known?.body === item.body && known.blocks.join() === item.blocks.join()) continue;
      if (known !== undefined) this.#touch(known);
      this.#touch(item);
      this.#scope.supports.put(item);
    }
    for (const item of old.values()) {
      this.#touch(item);
      this.#scope.supports.remove(item.id);
    }
  }

  #touch(item: Item): void {
    const [block = ''] = item.blocks;
    const body = JSON.parse(item.body) as Support | MetSupport;
    if ('event' in body) this.#met.set(block, metKey(body));
    else this.#parts.add(block);
  }

  /** The links that won or lost support; one that stood is taken away and, where something still supports it, written anew. */
  async links(): Promise<LinkChanges> {
    const met = await this.#metLinks();
    const others = await this.#digestedLinks();
    return { links: [...met.links, ...others.links], removed: [...met.removed, ...others.removed] };
  }

  async #metLinks(): Promise<LinkChanges> {
    const blocks = [...this.#met.keys()];
    const supports = byFirstBlock(await this.#scope.supports.byBlock(blocks));
    const stood = await this.#scope.index.countByBlock('support', blocks);
    return {
      links: blocks.flatMap((block) => metRow((supports.get(block) ?? []).map(bodyOf<MetSupport>)) ?? []),
      removed: [...this.#met].filter(([block]) => (stood.get(block) ?? 0) > 0).map(([, key]) => key),
    };
  }

  /** Digests are made anew from the supports of the smallest parts up to the parts of the whole link. */
  async #digestedLinks(): Promise<LinkChanges> {
    const touched = new Map<string, LinkKey>();
    const smallest = [...this.#parts];
    const supports = byFirstBlock(await this.#scope.supports.byBlock(smallest));
    await this.#digest(smallest, touched, (part) =>
      digestOf((supports.get(part) ?? []).map(bodyOf<Support>)),
    );
    const larger = [...new Set(smallest.map(largerPart))];
    const within = byFirstBlock(await this.#scope.digests.byBlock(larger));
    await this.#digest(larger, touched, (part) =>
      digestOfParts((within.get(part) ?? []).map(bodyOf<Digest>)),
    );
    const names = [...touched.keys()];
    const stood = await this.#scope.index.countByBlock('digest', names);
    const digests = byFirstBlock(await this.#scope.digests.byBlock(names));
    return {
      links: names.flatMap((name) => linkRow((digests.get(name) ?? []).map(bodyOf<Digest>)) ?? []),
      removed: [...touched].filter(([name]) => (stood.get(name) ?? 0) > 0).map(([, key]) => key),
    };
  }

  /** Puts the digests of some parts in the place of those that stood, and notes their links. */
  async #digest(
    parts: readonly string[],
    touched: Map<string, LinkKey>,
    digestOfPart: (part: string) => Digest | null,
  ): Promise<void> {
    const old = await this.#scope.digests.byId(parts);
    for (const part of parts) {
      const digest = digestOfPart(part);
      const known = old.get(part);
      const either = digest ?? (known === undefined ? null : bodyOf<Digest>(known));
      if (either === null) continue;
      const { type, from, to, key } = either;
      touched.set(linkBlock(either), { type, from, to, key });
      if (digest === null) this.#scope.digests.remove(part);
      else this.#scope.digests.put(digestItem(part, digest));
    }
  }
}

function byFirstBlock(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const [block = ''] = item.blocks;
    const group = groups.get(block);
    if (group === undefined) groups.set(block, [item]);
    else group.push(item);
  }
  return groups;
}

function bodyOf<T>(item: Item): T {
  return JSON.parse(item.body) as T;
}

function metKey({ from, to }: MetSupport): LinkKey {
  return { type: 'MET', from: nodeKey(from), to: nodeKey(to), key: '' };
}

export function supportItem(article: string, support: Support): Item {
  const body = canonicalJson(support);
  return {
    level: 'support',
    id: support.claim,
    owner: article,
    cluster: '',
    note: '',
    blocks: [partBlock(support)],
    body,
  };
}

export function metItem(met: MetSupport): Item {
  const id = `${met.event} ${met.from} ${met.to}`;
  return {
    level: 'support',
    id,
    owner: met.event,
    cluster: '',
    note: '',
    blocks: [linkBlock(metKey(met))],
    body: canonicalJson(met),
  };
}

function digestItem(part: string, digest: Digest): Item {
  return {
    level: 'digest',
    id: part,
    owner: '',
    cluster: '',
    note: '',
    blocks: [largerPart(part)],
    body: canonicalJson(digest),
  };
}
