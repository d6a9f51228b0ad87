import { describeMissing, leaseNeo4j, missingFor, startRedis } from './index.mjs';

/**
 * Whether tests that need a service can run. In CI they must; elsewhere a skip is one loud line on standard error.
 * @param {'redis' | 'neo4j'} name
 * @returns {boolean}
 */
export function canTestWith(name) {
  const missing = missingFor(name);
  if (missing.length === 0) return true;
  const what = `tests that need ${name}: ${describeMissing(missing)}`;
  if (process.env.CI === 'true') throw new Error(`CI cannot run the ${what}`);
  process.stderr.write(`\n!!! SKIPPED: ${what}\n`);
  return false;
}

/** An empty Neo4j for one test file; others wait until it is released. It joins the one that runs, or starts one. */
export function neo4jForTests() {
  return leaseNeo4j();
}

/** The Redis that runs, or one started now: tests keep apart by prefixes of their own. */
export function redisForTests() {
  return startRedis();
}
