import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** @returns {Promise<number>} a port of the loopback interface that nobody listens on */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts a program that outlives this process, its output appended to a log file.
 * @returns {number} its process id
 */
export function startDetached(program, args, { cwd, log }) {
  const output = openSync(log, 'a', 0o600);
  try {
    const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', output, output] });
    child.on('error', () => {});
    child.unref();
    if (child.pid === undefined) throw new Error(`${program} could not be started`);
    return child.pid;
  } finally {
    closeSync(output);
  }
}

/** Whether the process of a record runs and is the one that was started, not a later one with its number. */
export function isRunning({ pid, marker }) {
  return commandLine(pid).includes(marker);
}

function commandLine(pid) {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * Asks until the answer is true.
 * @param {() => Promise<boolean>} ready
 * @param {{ every?: number, within: number, alive: () => boolean }} limits milliseconds
 * @returns {Promise<'ready' | 'died' | 'late'>}
 */
export async function waitUntil(ready, { every = 100, within, alive }) {
  for (let waited = 0; waited < within; waited += every) {
    if (await ready()) return 'ready';
    if (!alive()) return 'died';
    await sleep(every);
  }
  return 'late';
}

/** Ends a service in order (SIGTERM), and by force where it has not ended after `within` milliseconds. */
export async function stopProcess(record, within) {
  if (!isRunning(record)) return;
  process.kill(record.pid, 'SIGTERM');
  const gone = await waitUntil(async () => !isRunning(record), { within, alive: () => true });
  if (gone === 'ready' || !isRunning(record)) return;
  process.kill(record.pid, 'SIGKILL');
  await waitUntil(async () => !isRunning(record), { within: 5_000, alive: () => true });
}

/** The last lines of a log, for messages. */
export function tail(path, lines = 12) {
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
