import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canTestWith, redisForTests } from '../../../infra/services/for-tests.mjs';
import { commandLine } from './testing/run.ts';

describe.skipIf(!canTestWith('redis'))('with queues', () => {
  let folder: string;
  let redis: Awaited<ReturnType<typeof redisForTests>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dragoman-queues-'));
    redis = await redisForTests();
    await writeFile(join(folder, 'list.jsonl'), '{"text":"The mayor of Lima met the minister."}\n{"id":\n');
  });
  afterAll(async () => {
    if (redis.started) await redis.stop();
    await rm(folder, { recursive: true });
  });

  const run = commandLine(
    () => folder,
    () => ({ DRAGOMAN_REDIS_URL: redis.url, DRAGOMAN_QUEUE_PREFIX: `cli-${process.pid}` }),
  );

  it('tells what waits although there is no graph yet, and keeps what was set aside', async () => {
    const list = join(folder, 'list.jsonl');
    const enqueued = await run('ingest', '--queue', list, '--json');
    expect(enqueued.status).toBe(3);
    expect(enqueued.rows()).toEqual([{ added: 1, known: 0, retried: 0, setAside: 1 }]);
    expect((await run('dead', '--json')).rows()).toMatchObject([
      { input: `${list}:2`, code: 'INPUT_BROKEN_LINE', replayable: false },
    ]);
    const status = await run('status', '--queue', '--json');
    expect(status.rows()).toMatchObject([{ queues: { clean: { waiting: 1, failed: 0 } } }]);
    expect(status.err).toContain('STORE_UNAVAILABLE');
  });

  it('a worker of some stages drains them, and waits for no others', async () => {
    expect((await run('worker', '--stages', 'clean', '--drain')).status).toBe(0);
    const status = await run('status', '--queue', '--json');
    expect(status.rows()).toMatchObject([
      { queues: { clean: { waiting: 0, failed: 0 }, extract: { waiting: 1 } } },
    ]);
    expect((await run('worker', '--drain')).status).toBe(0);
    expect((await run('status', '--queue', '--json')).rows()).toMatchObject([
      { nodes: { Article: 1 }, queues: { extract: { waiting: 0 }, write: { waiting: 0 } } },
    ]);
  }, 120_000);

  it('lists a schedule of a path as the workers will find it, and removes it', async () => {
    const [added] = (await run('schedule', 'add', 'folder', 'in', '--every', '1h', '--json')).rows();
    expect(added.location).toBe(join(process.cwd(), 'in'));
    expect((await run('schedule', 'remove', added.id, '--json')).rows()).toEqual([{ removed: added.id }]);
    expect((await run('schedule', 'list')).out).toBe('no schedules\n');
  });

  it('finds no dead letter of an id that there is none of', async () => {
    const { status, err } = await run('dead', 'replay', 'f00', '--queue');
    expect([status, err.split('  ')[0]]).toEqual([1, 'NOT_FOUND']);
  });
});
