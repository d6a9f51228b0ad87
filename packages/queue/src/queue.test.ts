import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, folderBlobStore, PipelineError, type BlobStore } from '@dragoman/core';
import type { RawDocument } from '@dragoman/schemas';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canTestWith, redisForTests } from '../../../infra/services/for-tests.mjs';
import { connectRedis } from './connection.ts';
import { consume, type Handler } from './consume.ts';
import { dropDead, listDead, replayDead } from './dead.ts';
import { enqueue, enqueueDocument } from './produce.ts';
import { closeQueues, countJobs, openQueues, type Queues } from './queues.ts';
import { addSchedule, listSchedules, removeSchedule } from './schedules.ts';

const document: RawDocument = {
  hash: 'unused',
  input: 'a.txt',
  id: 'a',
  format: 'text',
  bytes: new TextEncoder().encode('two ferries met'),
  stated: { source: 'The Quay', fetched: '2026-01-01T00:00:00Z' },
};
const later = { ...document, stated: { ...document.stated, fetched: '2026-06-01T00:00:00Z' } };

describe.skipIf(!canTestWith('redis'))('the queues on Redis', () => {
  let stop: () => Promise<void>;
  let connection: Redis;
  let queues: Queues;
  let blobs: BlobStore;
  let folder: string;
  let prefix: string;
  let workers: Worker[] = [];
  let run = 0;

  beforeAll(async () => {
    const server = await redisForTests();
    stop = async () => (server.started ? server.stop() : undefined);
    connection = await connectRedis(server.url);
    folder = await mkdtemp(join(tmpdir(), 'dragoman-queue-'));
    blobs = folderBlobStore(folder);
  });
  beforeEach(async () => {
    prefix = `test-${process.pid}-${(run += 1)}`;
    queues = await openQueues(connection, prefix);
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    workers = [];
    for (const queue of Object.values(queues)) await queue.obliterate({ force: true });
    await closeQueues(queues);
  });
  afterAll(async () => {
    connection.disconnect();
    await rm(folder, { recursive: true });
    await stop();
  });

  const work = (handler: Handler<'clean'>): void => {
    const logger = createLogger('silent');
    workers.push(consume('clean', handler, { connection, prefix, concurrency: 2, logger }));
  };
  const until = async (reached: () => Promise<boolean>): Promise<void> => {
    while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const failed = async (): Promise<number> => (await countJobs(queues)).clean.failed;

  it('queues the same document once, whenever it was fetched', async () => {
    expect(await enqueueDocument(queues, blobs, document)).toBe('added');
    expect(await enqueueDocument(queues, blobs, later)).toBe('known');
    expect((await countJobs(queues)).clean.waiting).toBe(1);
  });

  it('carries the hash of the document and not the document', async () => {
    await enqueueDocument(queues, blobs, document);
    const [job] = await queues.clean.getWaiting();
    expect(JSON.stringify(job?.data)).not.toContain('ferries');
    expect(new TextDecoder().decode(await blobs.get(job?.data.blob))).toBe('two ferries met');
  });

  it('keeps what cannot be mended as a dead letter with its code, after one attempt, and replays it', async () => {
    let broken = true;
    const done: string[] = [];
    work(async (job) => {
      if (broken) throw new PipelineError({ code: 'NO_ARTICLE', message: 'only a menu' });
      done.push(job.id);
    });
    await enqueueDocument(queues, blobs, document);
    await until(async () => (await failed()) === 1);
    expect(await listDead(queues)).toMatchObject([
      { stage: 'clean', reason: 'NO_ARTICLE only a menu', attempts: 1 },
    ]);
    broken = false;
    expect(await replayDead(queues)).toBe(1);
    await until(async () => done.length === 1);
    expect(await listDead(queues)).toEqual([]);
  });

  it('tries again what may be mended by waiting', async () => {
    let attempts = 0;
    work(async () => {
      attempts += 1;
      if (attempts < 2)
        throw new PipelineError({ code: 'STORE_UNAVAILABLE', message: 'restarting', retryable: true });
    });
    await enqueueDocument(queues, blobs, document);
    await until(async () => attempts === 2);
    expect(await failed()).toBe(0);
  });

  it('tries a failed job again when the same work is asked for once more', async () => {
    work(async () => {
      throw new PipelineError({ code: 'INPUT_BINARY', message: 'a picture' });
    });
    await enqueueDocument(queues, blobs, document);
    await until(async () => (await failed()) === 1);
    expect(await enqueueDocument(queues, blobs, document)).toBe('retried');
    await until(async () => (await failed()) === 1);
    expect(await dropDead(queues)).toBe(1);
    expect(await failed()).toBe(0);
  });

  it('does not give a handler a payload that does not fit', async () => {
    work(async () => undefined);
    await queues.clean.add('clean', { blob: 7 });
    await until(async () => (await failed()) === 1);
    expect((await listDead(queues))[0]?.reason).toContain('payload does not fit');
  });

  it('lets one write job run at a time over all workers', async () => {
    let running = 0;
    let most = 0;
    const handler: Handler<'write'> = async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 30));
      running -= 1;
    };
    const logger = createLogger('silent');
    for (let n = 0; n < 2; n += 1)
      workers.push(consume('write', handler, { connection, prefix, concurrency: 4, logger }));
    for (const n of [1, 2, 3, 4, 5])
      await enqueue(queues, 'write', { article: `${n}`, extraction: 'e', articleId: `${n}` });
    await until(async () => Object.values((await countJobs(queues)).write).every((count) => count === 0));
    expect(most).toBe(1);
  });

  it('keeps one schedule for the same work, with its newest timing', async () => {
    const job = { kind: 'feed', location: 'https://quay.example/feed' } as const;
    const id = await addSchedule(queues, job, { kind: 'every', milliseconds: 60_000 });
    expect(
      await addSchedule(queues, job, { kind: 'cron', pattern: '0 6 * * *', zone: 'Europe/Vienna' }),
    ).toBe(id);
    const schedules = await listSchedules(queues);
    expect(schedules).toMatchObject([
      { id, job, timing: { kind: 'cron', pattern: '0 6 * * *', zone: 'Europe/Vienna' } },
    ]);
    expect(schedules[0]?.next).toMatch(/T0[45]:00:00/);
    expect(await removeSchedule(queues, id)).toBe(true);
    expect(await removeSchedule(queues, id)).toBe(false);
    expect(await listSchedules(queues)).toEqual([]);
  });

  it.each([
    { kind: 'cron', pattern: 'now and then' },
    { kind: 'cron', pattern: '0 6 * * *', zone: 'Europe/Atlantis' },
  ] as const)('refuses to schedule at %j', async (timing) => {
    const job = { kind: 'folder', location: '/data' } as const;
    await expect(addSchedule(queues, job, timing)).rejects.toMatchObject({ code: 'USAGE' });
    expect(await listSchedules(queues)).toEqual([]);
  });
});

it('says which Redis does not answer, without its password', async () => {
  await expect(connectRedis('redis://:secret@127.0.0.1:1')).rejects.toMatchObject({
    code: 'QUEUE_UNAVAILABLE',
    message: 'no Redis at redis://127.0.0.1:1',
  });
});
