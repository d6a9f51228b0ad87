import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { locked, readRecord, removeRecord, servicesFolder, writeRecord } from './folder.mjs';
import { missingForRedis, ServiceMissingError } from './machine.mjs';
import { freePort, isRunning, startDetached, stopProcess, tail, waitUntil } from './processes.mjs';

/**
 * Starts Redis in a folder of its own (append-only, no eviction, loopback only, with a password), or finds the one that runs.
 * @param {{ dir?: string, port?: number }} [options] `port`: that port, for a restart where clients wait
 * @returns {Promise<{ url: string, port: number, password: string, pid: number, started: boolean, stop: () => Promise<void> }>}
 * @throws ServiceMissingError
 */
export async function startRedis(options = {}) {
  const folder = servicesFolder(options.dir);
  return locked(folder, 'redis', async () => {
    const found = readRecord(folder, 'redis');
    if (found && isRunning(found)) return handle(folder, found, false);
    removeRecord(folder, 'redis');
    const missing = missingForRedis();
    if (missing.length > 0) throw new ServiceMissingError('Redis', missing);
    const record = await launch(folder, options.port ?? (await freePort()), found?.password);
    writeRecord(folder, record);
    return handle(folder, record, true);
  });
}

/** Stops the Redis of a folder; does nothing where none runs. */
export async function stopRedis(dir) {
  const folder = servicesFolder(dir);
  const record = readRecord(folder, 'redis');
  if (record) await stopProcess(record, 15_000);
  removeRecord(folder, 'redis');
}

/** @param {import('./folder.mjs').ServiceRecord} record */
export function redisUrl(record) {
  return `redis://:${record.password}@127.0.0.1:${record.ports.redis}`;
}

function handle(folder, record, started) {
  return {
    url: redisUrl(record),
    port: record.ports.redis,
    password: record.password,
    pid: record.pid,
    started,
    stop: () => stopRedis(folder),
  };
}

async function launch(folder, port, knownPassword) {
  const home = join(folder, 'redis');
  const password = knownPassword ?? randomBytes(18).toString('base64url');
  mkdirSync(home, { recursive: true });
  const config = join(home, 'redis.conf');
  writeFileSync(config, configuration(home, port, password), { mode: 0o600 });
  const log = join(home, 'redis.log');
  const pid = startDetached('redis-server', [config], { cwd: home, log });
  // Redis shows its address as its process title, not the path of its configuration.
  const record = { name: 'redis', pid, ports: { redis: port }, password, marker: `127.0.0.1:${port}` };
  const state = await waitUntil(() => answers(port, password), { within: 20_000, alive: () => isAlive(pid) });
  if (state === 'ready') return record;
  await stopProcess(record, 1_000);
  throw new Error(`Redis did not start (${state}); its log ends with:\n${tail(log)}`);
}

function configuration(home, port, password) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${home}"`,
    `requirepass ${password}`,
    'maxmemory-policy noeviction',
    'appendonly yes',
    'appendfsync everysec',
    'daemonize no',
    '',
  ].join('\n');
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a Redis with this password answers PING (it says LOADING until its file is read). */
function answers(port, password) {
  return new Promise((answered) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    let reply = '';
    const done = (ready) => {
      socket.destroy();
      answered(ready);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (bytes) => {
      reply += bytes.toString('latin1');
      if (reply.includes('+PONG')) done(true);
      else if (reply.includes('-')) done(false);
    });
  });
}
