import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, folderBlobStore } from '@dragoman/core';
import { closeQueues, connectRedis, countJobs, openQueues, type Queues } from '@dragoman/queue';
import type { CollectJob } from '@dragoman/schemas';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canTestWith, redisForTests } from '../../infra/services/for-tests.mjs';
import { collectHandler } from './collect.ts';

const logger = createLogger('silent');

describe.skipIf(!canTestWith('redis'))('collecting what a schedule names', () => {
  let connection: Awaited<ReturnType<typeof connectRedis>>;
  let queues: Queues;
  let folder: string;
  let server: Server;
  let host: string;
  let stop: () => Promise<void>;
  let run = 0;

  beforeAll(async () => {
    const redis = await redisForTests();
    stop = async () => (redis.started ? redis.stop() : undefined);
    connection = await connectRedis(redis.url);
    server = createServer((request, response) => {
      const item = `<item><title>One</title><link>http://${host}/one</link></item>`;
      if (request.url === '/feed')
        response.end(`<rss version="2.0"><channel><title>Quay</title>${item}</channel></rss>`);
      else if (request.url === '/one') response.setHeader('content-type', 'text/html').end('<p>one</p>');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dragoman-collect-'));
    queues = await openQueues(connection, `collect-${process.pid}-${(run += 1)}`);
  });
  afterEach(async () => {
    for (const queue of Object.values(queues)) await queue.obliterate({ force: true });
    await closeQueues(queues);
    await rm(folder, { recursive: true });
  });
  afterAll(async () => {
    server.close();
    connection.disconnect();
    await stop();
  });

  async function collect(job: CollectJob, allowed = host): Promise<void> {
    const fetch = { timeoutMs: 2000, maxBytes: 10_000, allowPrivate: new Set([allowed]) };
    const blobs = folderBlobStore(join(folder, 'blobs'));
    await collectHandler({ queues, blobs, fetch, clock: () => new Date(0) })(job, logger);
  }
  const waiting = async () => {
    const counts = await countJobs(queues);
    return { collect: counts.collect.waiting, clean: counts.clean.waiting };
  };

  it('enqueues every file of a folder, and sets one aside without losing the rest', async () => {
    await writeFile(join(folder, 'a.txt'), 'one');
    await writeFile(join(folder, 'b.html'), 'x'.repeat(20_000));
    await writeFile(join(folder, 'list.jsonl'), '{"id":"c","text":"three"}\n{broken\n');
    await collect({ kind: 'folder', location: folder });
    expect(await waiting()).toEqual({ collect: 0, clean: 2 });
  });

  it('makes a job of every address that a feed lists, once, and of its page a document', async () => {
    await collect({ kind: 'feed', location: `http://${host}/feed`, source: 'Quay' });
    await collect({ kind: 'feed', location: `http://${host}/feed`, source: 'Quay' });
    expect(await waiting()).toEqual({ collect: 1, clean: 0 });
    const [job] = await queues.collect.getWaiting();
    await collect(job?.data);
    expect((await queues.clean.getWaiting())[0]?.data).toMatchObject({
      stated: { url: `http://${host}/one`, source: 'Quay' },
    });
  });

  it('takes a list of addresses too', async () => {
    await writeFile(join(folder, 'urls.txt'), `# ours\nhttp://${host}/one\n\nhttp://${host}/two\n`);
    await collect({ kind: 'list', location: join(folder, 'urls.txt') });
    expect(await waiting()).toEqual({ collect: 2, clean: 0 });
  });

  it('does not fetch from inside, and says when a folder is gone', async () => {
    const feed = { kind: 'feed', location: `http://${host}/feed` } as const;
    await expect(collect(feed, 'elsewhere:1')).rejects.toMatchObject({ code: 'FETCH_FORBIDDEN' });
    await expect(collect({ kind: 'folder', location: join(folder, 'gone') })).rejects.toMatchObject({
      code: 'INPUT_NOT_FOUND',
    });
  });
});
