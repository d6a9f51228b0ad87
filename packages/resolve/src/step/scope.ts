import { canonicalJson } from '@dragoman/core';
import type { Item, ItemIndex } from '@dragoman/schemas';
import type { Evidence } from '../evidence/evidence.ts';
import { signaturesOf, type Signatures } from '../evidence/signatures.ts';
import { sourceOf } from '../rows/articles.ts';
import { Overlay } from './overlay.ts';

/** An article whose evidence is to be taken in, or, where it is null, out. */
export interface Incoming {
  readonly article: string;
  readonly evidence: Evidence | null;
}

/** One article's evidence with what is read off it once. */
export interface Read {
  readonly evidence: Evidence;
  readonly signatures: Signatures;
}

/** What one step works on: the index, what the step changes over it, and the articles that come in or go. */
export class Scope {
  readonly index: ItemIndex;
  readonly evidence: Overlay;
  readonly texts: Overlay;
  readonly signatures: Overlay;
  readonly tellings: Overlay;
  readonly supports: Overlay;
  readonly digests: Overlay;
  /** Ids of all articles that come in, are replaced or go. */
  readonly incoming: readonly string[];
  /** What they said before, where they were known. */
  readonly before: ReadonlyMap<string, Read>;
  /** What they say now, where they stay. */
  readonly now: ReadonlyMap<string, Read>;
  readonly #read = new Map<string, Read>();

  private constructor(index: ItemIndex, incoming: readonly Incoming[], before: ReadonlyMap<string, Read>) {
    this.index = index;
    this.evidence = new Overlay('evidence', index);
    this.texts = new Overlay('text', index);
    this.signatures = new Overlay('signature', index);
    this.tellings = new Overlay('telling', index);
    this.supports = new Overlay('support', index);
    this.digests = new Overlay('digest', index);
    this.incoming = incoming.map(({ article }) => article);
    this.before = before;
    const now = new Map<string, Read>();
    for (const { article, evidence } of incoming) {
      if (evidence === null) {
        this.evidence.remove(article);
        continue;
      }
      const read = readEvidence(evidence);
      now.set(article, read);
      this.#read.set(article, read);
      this.evidence.put(evidenceItem(read));
    }
    this.now = now;
  }

  static async open(index: ItemIndex, incoming: readonly Incoming[]): Promise<Scope> {
    const stored = await index.byId(
      'evidence',
      incoming.map(({ article }) => article),
    );
    return new Scope(
      index,
      incoming,
      new Map(stored.map((item) => [item.id, readEvidence(JSON.parse(item.body) as Evidence)])),
    );
  }

  /** The articles' evidence as it is after the step. */
  async read(articles: Iterable<string>): Promise<Map<string, Read>> {
    const wanted = [...new Set(articles)];
    const missing = wanted.filter((id) => !this.#read.has(id));
    for (const item of (await this.evidence.byId(missing)).values()) {
      this.#read.set(item.id, readEvidence(JSON.parse(item.body) as Evidence));
    }
    return new Map(
      wanted.flatMap((id) => {
        const read = this.#read.get(id);
        return read === undefined ? [] : [[id, read] as const];
      }),
    );
  }

  /** How many articles stand in blocks of evidence after the step; only for blocks that an incoming article left. */
  async countAfter(blocks: readonly string[]): Promise<Map<string, number>> {
    const stored =
      blocks.length === 0 ? new Map<string, number>() : await this.index.countByBlock('evidence', blocks);
    const counts = new Map(blocks.map((block) => [block, stored.get(block) ?? 0]));
    const add = (read: Read, by: number): void => {
      for (const block of evidenceItem(read).blocks) {
        const count = counts.get(block);
        if (count !== undefined) counts.set(block, count + by);
      }
    };
    for (const read of this.before.values()) add(read, -1);
    for (const read of this.now.values()) add(read, 1);
    return counts;
  }
}

function readEvidence(evidence: Evidence): Read {
  return { evidence, signatures: signaturesOf(evidence) };
}

/** The block of the articles of one outlet. */
export function sourceBlock(source: string): string {
  return `source ${source}`;
}

function evidenceItem({ evidence, signatures }: Read): Item {
  const source = sourceOf(evidence);
  const blocks = signatures.all.map(({ id }) => id);
  if (source !== null) blocks.push(sourceBlock(source));
  const { id } = evidence.article;
  return {
    level: 'evidence',
    id,
    owner: id,
    cluster: '',
    note: '',
    blocks: blocks.toSorted(),
    body: canonicalJson(evidence),
  };
}
