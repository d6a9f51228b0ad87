import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger, folderBlobStore, loadConfig } from '@dragoman/core';
import { exportGraph, openStore, type GraphStore } from '@dragoman/graph';
import { productionPipeline } from '@dragoman/pipeline';
import { closeQueues, connectRedis, enqueueDocument, listDead, openQueues } from '@dragoman/queue';
import type { Config } from '@dragoman/schemas';
import { readInputs } from '@dragoman/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canTestWith, neo4jForTests, redisForTests } from '../../infra/services/for-tests.mjs';
import { prompt, siteArticle, widget } from '../../packages/pipeline/src/testing/site.ts';
import { runWorkers } from './main.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const seeds = fromRoot('../shared/seeds');
const maxBytes = 1_000_000;
const logger = createLogger('silent');

async function exported(store: GraphStore): Promise<string> {
  let text = '';
  for await (const piece of exportGraph(store, 'jsonl')) text += piece;
  return text;
}

/** Articles of one outlet that carry a prompt along which no list of phrases has: enough of them to learn it. */
function siteList(): string {
  const documents = [0, 1, 2, 3, 4, 5].map((number) => siteArticle(number, [widget], [prompt]));
  return documents
    .map(({ bytes, stated }) => JSON.stringify({ ...stated, text: new TextDecoder().decode(bytes) }))
    .join('\n');
}

describe.skipIf(!canTestWith('redis') || !canTestWith('neo4j'))(
  'the same articles inline and through the queues',
  () => {
    let folder: string;
    let inputs: string[];
    let config: Config;
    let release: () => Promise<void>;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'dragoman-workers-'));
      const site = join(folder, 'site.jsonl');
      await writeFile(site, siteList());
      inputs = [fromRoot('samples/articles.jsonl'), site, ...(existsSync(seeds) ? [seeds] : [])];
      const redis = await redisForTests();
      const neo4j = await neo4jForTests();
      release = async () => {
        await neo4j.release();
        if (redis.started) await redis.stop();
      };
      config = loadConfig(
        {},
        {
          store: neo4j.url,
          neo4jUser: neo4j.user,
          neo4jPassword: neo4j.password,
          redisUrl: redis.url,
          blobs: join(folder, 'blobs'),
          queuePrefix: `equivalence-${process.pid}`,
        },
      );
    });
    afterAll(async () => {
      await release();
      await rm(folder, { recursive: true });
    });

    async function ingestInline(): Promise<string> {
      const store = await openStore(join(folder, 'graph.db'));
      await store.migrate();
      const pipeline = productionPipeline({
        store,
        logger,
        clock: () => new Date(0),
        maxDocumentBytes: maxBytes,
      });
      const summary = await pipeline.ingest(readInputs(inputs, { maxBytes }));
      expect(summary.setAside).toBe(0);
      const text = await exported(store);
      await store.close();
      return text;
    }

    async function ingestThroughQueues(): Promise<string> {
      const connection = await connectRedis(config.redisUrl);
      const queues = await openQueues(connection, config.queuePrefix);
      const blobs = folderBlobStore(config.blobs);
      for await (const input of readInputs(inputs, { maxBytes })) {
        if (input.kind === 'document') await enqueueDocument(queues, blobs, input.document);
      }
      await runWorkers(config, logger, { drain: true });
      expect(await listDead(queues)).toEqual([]);
      for (const queue of Object.values(queues)) await queue.obliterate({ force: true });
      await closeQueues(queues);
      connection.disconnect();
      const { neo4jUser: user, neo4jPassword: password = '' } = config;
      const store = await openStore(config.store, { user, password });
      const text = await exported(store);
      await store.close();
      return text;
    }

    it(
      'give the same graph, byte for byte, on the embedded store and on Neo4j',
      { timeout: 600_000 },
      async () => {
        const inline = await ingestInline();
        expect(inline.split('\n').length).toBeGreaterThan(500);
        expect(inline).toContain('https://quay.example/a5');
        expect(inline).not.toContain(prompt);
        expect(await ingestThroughQueues()).toBe(inline);
      },
    );
  },
);
