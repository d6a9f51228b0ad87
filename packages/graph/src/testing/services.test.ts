import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canTestWith } from '../../../../infra/services/for-tests.mjs';
import { down, startRedis, status, up } from '../../../../infra/services/index.mjs';

describe.skipIf(!canTestWith('redis'))('a service in a folder of its own', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'dragoman-services-'));
  });
  afterEach(async () => {
    await down(['redis'], dir);
    rmSync(dir, { recursive: true, force: true });
  });

  test('is started once, however many ask for it at once', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => startRedis({ dir })));
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    expect(servers.filter(({ started }) => started)).toHaveLength(1);
  });

  test('is known by its record, which only its owner can read, until it is stopped', async () => {
    const [running] = await up(['redis'], dir);
    expect(running).toMatchObject({
      running: true,
      environment: { DRAGOMAN_REDIS_URL: expect.stringMatching(/^redis:/) as string },
    });
    expect(statSync(join(dir, 'redis.json')).mode & 0o077).toBe(0);
    await down(['redis'], dir);
    expect(status(['redis'], dir)).toEqual([{ name: 'redis', running: false, environment: {} }]);
  });

  test('that was killed is started again, on the port and with the password that its clients know', async () => {
    const before = await startRedis({ dir });
    process.kill(before.pid, 'SIGKILL');
    await expect.poll(() => status(['redis'], dir)[0]?.running).toBe(false);
    const after = await startRedis({ dir, port: before.port });
    expect(after.pid).not.toBe(before.pid);
    expect(after.url).toBe(before.url);
  });

  test('is started although its record is damaged or the lock is of a process that is no more', async () => {
    writeFileSync(join(dir, 'redis.json'), '{"pid": 1');
    writeFileSync(join(dir, 'redis.lock'), '4194305');
    expect((await startRedis({ dir })).started).toBe(true);
  });
});
