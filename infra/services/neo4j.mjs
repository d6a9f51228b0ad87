import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locked, readRecord, removeRecord, servicesFolder, takeLock, writeRecord } from './folder.mjs';
import { hasJars, missingForNeo4j, ServiceMissingError } from './machine.mjs';
import { askNeo4j } from './neo4j-http.mjs';
import { freePort, isRunning, startDetached, stopProcess, tail, waitUntil } from './processes.mjs';

const pom = fileURLToPath(new URL('../neo4j/pom.xml', import.meta.url));

/**
 * Starts Neo4j Community in a folder of its own (loopback only, with a password), or finds the one that runs.
 * Its jars come from Maven Central the first time. After a crash it recovers by itself.
 * @param {{ dir?: string }} [options]
 * @returns {Promise<{ url: string, user: string, password: string, pid: number, started: boolean, stop: () => Promise<void> }>}
 * @throws ServiceMissingError
 */
export async function startNeo4j(options = {}) {
  const folder = servicesFolder(options.dir);
  return locked(folder, 'neo4j', async () => {
    const found = readRecord(folder, 'neo4j');
    if (found && isRunning(found)) return handle(folder, found, false);
    removeRecord(folder, 'neo4j');
    const missing = missingForNeo4j(jarsFolder(folder));
    if (missing.length > 0) throw new ServiceMissingError('Neo4j', missing);
    fetchJars(jarsFolder(folder));
    const record = await launch(folder);
    writeRecord(folder, record);
    return handle(folder, record, true);
  });
}

/** Stops the Neo4j of a folder; does nothing where none runs. */
export async function stopNeo4j(dir) {
  const folder = servicesFolder(dir);
  const record = readRecord(folder, 'neo4j');
  if (record) await stopProcess(record, 40_000);
  removeRecord(folder, 'neo4j');
}

/**
 * Neo4j for one user at a time, empty: Community has a single database, so tests that write wait for each other here.
 * @param {{ dir?: string }} [options]
 * @returns {Promise<{ url: string, user: string, password: string, release: () => Promise<void> }>}
 * @throws ServiceMissingError
 */
export async function leaseNeo4j(options = {}) {
  const folder = servicesFolder(options.dir);
  const unlock = await takeLock(folder, 'neo4j-lease');
  try {
    const server = await startNeo4j(options);
    const record = readRecord(folder, 'neo4j');
    await empty(record);
    const release = async () => {
      if (server.started) await server.stop();
      unlock();
    };
    return { url: server.url, user: server.user, password: server.password, release };
  } catch (error) {
    unlock();
    throw error;
  }
}

export function neo4jUrl(record) {
  return `bolt://127.0.0.1:${record.ports.bolt}`;
}

/** The folder that holds the jars of the version pinned in pom.xml. */
export function jarsFolder(folder) {
  const [, version] =
    /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8')) ?? [];
  return join(folder, 'lib', `neo4j-${version}`);
}

function handle(folder, record, started) {
  return {
    url: neo4jUrl(record),
    user: 'neo4j',
    password: record.password,
    pid: record.pid,
    started,
    stop: () => stopNeo4j(folder),
  };
}

/** Copies Neo4j's jars from Maven Central to `jars`, whole or not at all. */
export function fetchJars(jars) {
  if (hasJars(jars)) return;
  const partial = `${jars}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const args = ['-q', '-B', '-f', pom, goal, `-DoutputDirectory=${partial}`, '-DincludeScope=runtime'];
  const { status, stdout, error } = spawnSync('mvn', args, { encoding: 'utf8' });
  if (status !== 0) {
    const reason = error?.message ?? stdout.trim().split('\n').slice(0, 4).join('\n');
    throw new Error(`Maven could not fetch Neo4j:\n${reason}`);
  }
  renameSync(partial, jars);
}

async function launch(folder) {
  const home = join(folder, 'neo4j');
  const ports = { bolt: await freePort(), http: await freePort() };
  for (const name of ['conf', 'data', 'logs', 'run', 'import', 'plugins', 'licenses', 'certificates']) {
    mkdirSync(join(home, name), { recursive: true });
  }
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(ports));
  const log = join(home, 'logs', 'console.log');
  const marker = `--home-dir=${home}`;
  const pid = startDetached('java', javaArguments(folder, home), { cwd: home, log });
  const record = { name: 'neo4j', pid, ports, password: passwordOf(home), marker };
  const alive = () => isRunning(record);
  const state = await waitUntil(() => logsIn(record), { every: 250, within: 120_000, alive });
  if (state === 'ready') return record;
  await stopProcess(record, 10_000);
  throw new Error(`Neo4j did not start (${state}); its log ends with:\n${tail(log)}`);
}

/** The password lies beside the data that it opens, so that it survives the loss of the record. */
function passwordOf(home) {
  const path = join(home, 'password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}

function configuration(ports) {
  return [
    `server.bolt.listen_address=127.0.0.1:${ports.bolt}`,
    `server.http.listen_address=127.0.0.1:${ports.http}`,
    'server.https.enabled=false',
    'server.bolt.tls_level=DISABLED',
    'server.memory.pagecache.size=256m',
    'dbms.usage_report.enabled=false',
    '',
  ].join('\n');
}

function javaArguments(folder, home) {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
  return [
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-Xms256m',
    '-Xmx1g',
    '-XX:+UseG1GC',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-cp',
    join(jarsFolder(folder), '*'),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
}

/** Whether the default database answers with the password; at the first start it replaces the initial one. */
async function logsIn(record) {
  const http = record.ports.http;
  const answer = await askNeo4j(http, record.password, 'neo4j', 'RETURN 1');
  if (answer !== 'refused') return answer === 'done';
  const change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
  await askNeo4j(http, 'neo4j', 'system', change, { password: record.password });
  return false;
}

async function empty(record) {
  const { ports, password } = record;
  const nodes = 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS';
  const answer = await askNeo4j(ports.http, password, 'neo4j', nodes);
  if (answer !== 'done') throw new Error('The leased Neo4j could not be emptied');
}
