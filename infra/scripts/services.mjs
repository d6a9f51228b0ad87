#!/usr/bin/env node
// Redis and Neo4j on this machine without Docker: `node infra/scripts/services.mjs up`.
import { parseArgs } from 'node:util';
import { down, installServices, missingFor, describeMissing, status, up } from '../services/index.mjs';

const usage = `Usage: node infra/scripts/services.mjs up|down|status [options]

Starts, stops and shows Redis and Neo4j for Dragoman without Docker, in a folder of their own, on free
ports of the loopback interface, with passwords of their own. \`up\` prints the environment that Dragoman reads:
  eval "$(node infra/scripts/services.mjs up)"

Options:
  --redis, --neo4j  only this one (default: both)
  --dir DIR         the folder for data, logs and jars (default: $DRAGOMAN_SERVICES, else .services)
  --install         install what is missing (apt-get: redis-server, a Java runtime, Maven) and fetch Neo4j
  --json            print JSON
  --help            print this`;

const options = {
  redis: { type: 'boolean' },
  neo4j: { type: 'boolean' },
  json: { type: 'boolean' },
  install: { type: 'boolean' },
  help: { type: 'boolean' },
  dir: { type: 'string' },
};

process.exitCode = await main();

async function main() {
  let stated;
  try {
    stated = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return complain(`${error.message}\n\n${usage}`);
  }
  const { values, positionals } = stated;
  if (values.help) return show(usage);
  const names = chosen(values);
  switch (positionals.length === 1 ? positionals[0] : '') {
    case 'up':
      return start(names, values);
    case 'down':
      await down(names, values.dir);
      return values.json ? show(JSON.stringify(status(names, values.dir))) : 0;
    case 'status':
      return show(values.json ? JSON.stringify(status(names, values.dir)) : table(status(names, values.dir)));
    default:
      return complain(usage);
  }
}

function chosen(values) {
  const all = ['redis', 'neo4j'];
  const named = all.filter((name) => values[name]);
  return named.length > 0 ? named : all;
}

async function start(names, { dir, json, install }) {
  try {
    if (install) installServices(names, dir);
    const missing = names.flatMap((name) => missingFor(name, dir));
    if (missing.length > 0) return complain(describeMissing(missing));
    const services = await up(names, dir);
    return show(json ? JSON.stringify(services) : exportLines(services));
  } catch (error) {
    return complain(error.message);
  }
}

function exportLines(services) {
  const variables = services.flatMap(({ environment }) => Object.entries(environment));
  return variables.map(([name, value]) => `export ${name}='${value}'`).join('\n');
}

function table(services) {
  const line = ({ name, running, pid, ports }) =>
    running ? `${name}: running, process ${pid}, ports ${JSON.stringify(ports)}` : `${name}: not running`;
  return services.map(line).join('\n');
}

function show(text) {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text) {
  process.stderr.write(`${text}\n`);
  return 1;
}
