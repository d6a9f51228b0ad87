import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type GraphStore } from '@dragoman/graph';
import { duplicates, resolvePending, writeEvidence } from '@dragoman/pipeline';
import { generatedArticle } from './corpus.ts';

/** How many articles come in at once. */
const batch = 24;

/** Time that this process took, in milliseconds. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/** Takes some articles of the generated corpus into a graph. Making them up is not counted. */
export async function takeIn(store: GraphStore, from: number, to: number): Promise<Spent> {
  let [wall, cpu] = [0, 0];
  for (let at = from; at < to; at += batch) {
    const count = Math.min(batch, to - at);
    const articles = Array.from({ length: count }, (_, offset) => generatedArticle(at + offset));
    const began = performance.now();
    const before = process.cpuUsage();
    await writeEvidence(store, articles);
    await resolvePending(store, duplicates.same, () => new Date(0));
    const { user, system } = process.cpuUsage(before);
    wall += performance.now() - began;
    cpu += (user + system) / 1_000;
  }
  return { wall, cpu };
}

/** An empty embedded graph in a folder of its own, and how to be rid of it. */
export async function openEmptied(): Promise<{ store: GraphStore; discard: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-growth-'));
  const store = await openStore(join(folder, 'graph.db'));
  return { store, discard: async () => rmSync(folder, { recursive: true, force: true }) };
}

/** How many articles measure how fast the machine is just now. */
const probed = 120;

/** What an article costs now in an empty graph, in CPU milliseconds: what others do on the machine shows in it as in all else. */
export async function costWhenEmpty(): Promise<number> {
  const { store, discard } = await openEmptied();
  try {
    const { cpu } = await takeIn(store, 0, probed);
    return cpu / probed;
  } finally {
    await store.close();
    await discard();
  }
}
