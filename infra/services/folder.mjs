import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What is known of a service that was started: enough to find it again, use it and stop it.
 * @typedef {object} ServiceRecord
 * @property {'redis' | 'neo4j'} name
 * @property {number} pid
 * @property {Record<string, number>} ports
 * @property {string} password
 * @property {string} marker a part of the process's command line that no other process has
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder that holds the services' data, logs and records: stated, else DRAGOMAN_SERVICES, else `.services`. */
export function servicesFolder(stated) {
  return resolve(root, stated ?? process.env.DRAGOMAN_SERVICES ?? '.services');
}

/** @returns {ServiceRecord | null} null where there is none or it is damaged */
export function readRecord(folder, name) {
  try {
    const record = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    return typeof record.pid === 'number' && typeof record.marker === 'string' ? record : null;
  } catch {
    return null;
  }
}

/** Writes a record that only this user can read (it holds the password), whole or not at all. */
export function writeRecord(folder, record) {
  const path = join(folder, `${record.name}.json`);
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function removeRecord(folder, name) {
  rmSync(join(folder, `${name}.json`), { force: true });
}

/**
 * Runs `work` while no other process holds the same lock. A lock whose holder has died is taken over.
 * @template T
 * @param {string} folder
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function locked(folder, name, work) {
  const release = await takeLock(folder, name);
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * Waits for a lock and takes it.
 * @returns {Promise<() => void>} gives it back
 */
export async function takeLock(folder, name) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.lock`);
  while (!tryLock(path)) await sleep(200);
  return () => rmSync(path, { force: true });
}

/** The lock appears with its holder's process id in it, never empty: a link to a file is made at once or not at all. */
function tryLock(path) {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(Number(readText(path)))) rmSync(path, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether a process of this machine has the id. 0, of a lock just given back, counts as alive: one tries again. */
function isAlive(pid) {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
