import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a program at the root of the checkout with its output shown, and ends this process where it fails.
 * @param {string[]} command
 * @param {Record<string, string>} [environment] added to this process's
 */
export function run(command, environment = {}) {
  const status = attempt(command, environment);
  if (status !== 0) process.exit(status);
}

/**
 * As `run`, but gives the exit status, for what has to be cleared away first.
 * @param {string[]} command
 * @param {Record<string, string>} [environment] added to this process's
 * @returns {number}
 */
export function attempt(command, environment = {}) {
  const [program, ...rest] = command;
  const { status, error } = spawnSync(program, rest, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return status ?? 1;
}

/** Says on standard error what comes next. */
export function say(line) {
  process.stderr.write(`\n▸ ${line}\n`);
}
