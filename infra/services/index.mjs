import { readRecord, servicesFolder } from './folder.mjs';
import { install, missingForNeo4j, missingForRedis } from './machine.mjs';
import { fetchJars, jarsFolder, neo4jUrl, startNeo4j, stopNeo4j } from './neo4j.mjs';
import { isRunning } from './processes.mjs';
import { redisUrl, startRedis, stopRedis } from './redis.mjs';

export { describeMissing } from './machine.mjs';
export { leaseNeo4j } from './neo4j.mjs';
export { startRedis } from './redis.mjs';

/**
 * What the machine lacks for a service; nothing where it is already running.
 * @param {'redis' | 'neo4j'} name
 */
export function missingFor(name, dir) {
  const folder = servicesFolder(dir);
  const record = readRecord(folder, name);
  if (record && isRunning(record)) return [];
  return name === 'redis' ? missingForRedis() : missingForNeo4j(jarsFolder(folder));
}

/** Installs the programs that the services lack (Debian's packages) and fetches Neo4j's jars. */
export function installServices(names, dir) {
  install(names.flatMap((name) => missingFor(name, dir)));
  if (names.includes('neo4j')) fetchJars(jarsFolder(servicesFolder(dir)));
}

/** Starts the services named, or finds them running. */
export async function up(names, dir) {
  if (names.includes('redis')) await startRedis({ dir });
  if (names.includes('neo4j')) await startNeo4j({ dir });
  return status(names, dir);
}

/** Stops the services named. */
export async function down(names, dir) {
  if (names.includes('redis')) await stopRedis(dir);
  if (names.includes('neo4j')) await stopNeo4j(dir);
}

/** Whether each service runs, and the environment variables with which Dragoman uses it. */
export function status(names, dir) {
  const folder = servicesFolder(dir);
  return names.map((name) => {
    const record = readRecord(folder, name);
    if (!record || !isRunning(record)) return { name, running: false, environment: {} };
    const environment = name === 'redis' ? redisEnvironment(record) : neo4jEnvironment(record);
    return { name, running: true, pid: record.pid, ports: record.ports, environment };
  });
}

function redisEnvironment(record) {
  return { DRAGOMAN_REDIS_URL: redisUrl(record) };
}

function neo4jEnvironment(record) {
  return {
    DRAGOMAN_STORE: neo4jUrl(record),
    DRAGOMAN_NEO4J_USER: 'neo4j',
    DRAGOMAN_NEO4J_PASSWORD: record.password,
  };
}
