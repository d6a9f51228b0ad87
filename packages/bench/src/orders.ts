import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger, sha256, systemClock } from '@dragoman/core';
import { exportGraph, openStore, type GraphStore } from '@dragoman/graph';
import {
  createPipeline,
  duplicates,
  productionCleaner,
  productionExtractor,
  type Pipeline,
  type Read,
} from '@dragoman/pipeline';
import { readInputs } from '@dragoman/sources';
import { sharedFolder } from './corpora.ts';
import { generator, shuffled } from './random.ts';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const maxBytes = 20_000_000;

const extractor = productionExtractor();

function pipelineOver(store: GraphStore): Pipeline {
  return createPipeline({
    store,
    cleaner: productionCleaner(maxBytes),
    extractor,
    duplicates,
    clock: systemClock,
    logger: createLogger('silent'),
  });
}

/** Everything that all development articles say, read once. */
async function developmentArticles(): Promise<Read[]> {
  const folders = [
    samples,
    ...['gold/authored', 'gold/news', 'gold/real', 'seeds'].map((name) => join(sharedFolder, name)),
  ];
  const paths = folders.filter((folder) => existsSync(folder));
  const pipeline = pipelineOver({} as GraphStore);
  const articles: Read[] = [];
  for await (const input of readInputs(paths, { maxBytes })) {
    if (input.kind === 'rejected') continue;
    const processed = pipeline.process(input.document);
    if (processed.kind === 'article') articles.push(processed);
  }
  return articles;
}

/**
 * Takes all development articles in, in random orders, some twice, some retracted and read again in between, and prints whether
 * every export is the same.
 */
export async function benchOrders(runs: number): Promise<boolean> {
  const articles = await developmentArticles();
  const hashes = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-orders-'));
    const store = await openStore(join(folder, 'graph.db'));
    try {
      await history(pipelineOver(store), articles, generator(run + 1));
      hashes.add(await exportHash(store));
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  console.log(
    `${articles.length} articles, ${runs} random histories: ${hashes.size} export${hashes.size === 1 ? '' : 's'} (${[...hashes].join(', ')})`,
  );
  return hashes.size === 1;
}

async function history(pipeline: Pipeline, articles: readonly Read[], random: () => number): Promise<void> {
  const twice = shuffled(articles, random).slice(0, Math.ceil(articles.length / 4));
  const order = shuffled([...articles, ...twice], random);
  for (let at = 0; at < order.length;) {
    const size = 1 + Math.floor(random() * 6);
    const some = order.slice(at, at + size);
    at += size;
    await pipeline.write(some);
    const [first] = some;
    if (first !== undefined && random() < 0.2) {
      await pipeline.retract(first.article.id, { reason: 'to see', by: 'bench' });
      await pipeline.write(articles.filter(({ article }) => article.id === first.article.id));
    }
  }
}

async function exportHash(store: GraphStore): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of exportGraph(store, 'jsonl')) pieces.push(piece);
  return sha256(pieces.join('')).slice(0, 16);
}

if (import.meta.filename === process.argv[1])
  process.exitCode = (await benchOrders(Number(process.argv[2] ?? 5))) ? 0 : 1;
