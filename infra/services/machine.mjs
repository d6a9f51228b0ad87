import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

/**
 * A program that a service needs and this machine lacks.
 * @typedef {{ program: string, package: string, why: string }} Missing
 */

/** Thrown where a service cannot be started for want of programs; `missing` lists them. */
export class ServiceMissingError extends Error {
  /** @param {string} service @param {Missing[]} missing */
  constructor(service, missing) {
    super(`${service} cannot be started here: ${describeMissing(missing)}`);
    this.name = 'ServiceMissingError';
    this.missing = missing;
  }
}

/** What is missing and how to get it, in one line. */
export function describeMissing(missing) {
  const what = missing.map((one) => `${one.program} (${one.why})`).join(', ');
  const packages = missing.map((one) => one.package).join(' ');
  return `missing ${what}. On Debian or Ubuntu: apt-get install -y ${packages}; or run this script with --install`;
}

/** @returns {Missing[]} */
export function missingForRedis() {
  if (runs('redis-server', ['--version'])) return [];
  return [{ program: 'redis-server', package: 'redis-server', why: 'the server itself' }];
}

/**
 * @param {string} jars the folder that Maven copies Neo4j's jars to
 * @returns {Missing[]}
 */
export function missingForNeo4j(jars) {
  const missing = [];
  const java = javaVersion();
  if (java < 17) {
    const why = java === 0 ? 'version 17 or newer' : `version 17 or newer, found ${java}`;
    missing.push({ program: 'java', package: 'openjdk-17-jre-headless', why });
  }
  if (!hasJars(jars) && !runs('mvn', ['--version'])) {
    missing.push({ program: 'mvn', package: 'maven', why: 'fetches Neo4j from Maven Central once' });
  }
  return missing;
}

export function hasJars(folder) {
  return existsSync(folder) && readdirSync(folder).some((name) => /^neo4j-\d.*\.jar$/.test(name));
}

/** Installs what is missing with apt-get, by sudo where this user is not root. */
export function install(missing) {
  if (missing.length === 0) return;
  const packages = missing.map((one) => one.package);
  // One list that cannot be fetched need not stop the install: it tells itself if it misses something.
  apt(['update', '-qq']);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { status, stderr, error } = apt(args);
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(`apt-get ${args.join(' ')} failed: ${reason}`);
}

function apt(args) {
  const asRoot = process.getuid?.() === 0;
  const [program, rest] = asRoot ? ['apt-get', args] : ['sudo', ['-n', 'apt-get', ...args]];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, rest, { env: environment, encoding: 'utf8' });
}

function runs(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Java's major version, 0 where there is none. */
function javaVersion() {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (status !== 0) return 0;
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr) ?? [];
  return Number(first === '1' ? second : first) || 0;
}
