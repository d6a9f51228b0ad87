#!/usr/bin/env node
// Everything that must hold: `npm test`. With CI=true what is missing on the machine is installed and nothing is skipped.
import { installServices, missingFor, describeMissing, up, down } from '../services/index.mjs';
import { attempt, run, say } from './run.mjs';
import { setUp } from './setup.mjs';

const inCI = process.env.CI === 'true';

setUp();
say('formatting');
run(['npx', 'oxfmt', '--check']);
say('lint');
run(['npx', 'oxlint', '--type-aware', '--deny-warnings']);
say('types of the tests');
run(['npx', 'tsc', '-p', 'tsconfig.test.json']);
say('unused code and dependencies');
run(['npx', 'knip']);
say('tests, on real Redis and Neo4j');
const names = await startable(['redis', 'neo4j']);
let failed = 1;
try {
  await up(names);
  failed = attempt(['npx', 'vitest', 'run', ...process.argv.slice(2)]);
} finally {
  await down(names);
}
if (failed !== 0) process.exit(failed);

say('the floors of quality (skipped without ../shared)');
run([
  'node',
  '--conditions=@dragoman/source',
  '--import',
  'tsx',
  'packages/bench/src/main.ts',
  '--check',
  '--quick',
]);

/** The services that can run here: all of them in CI, where a missing one is installed; else one loud line for each that cannot. */
async function startable(all) {
  if (inCI) installServices(all);
  return all.filter((name) => {
    const missing = missingFor(name);
    if (missing.length === 0) return true;
    if (inCI) throw new Error(`${name} cannot run: ${describeMissing(missing)}`);
    process.stderr.write(`\n!!! SKIPPED: all tests that need ${name}. ${describeMissing(missing)}\n`);
    return false;
  });
}
