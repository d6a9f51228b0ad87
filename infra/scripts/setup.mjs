#!/usr/bin/env node
// Installs what the project needs and builds it, on a machine that has Node and npm alone: `npm run setup`.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run, say } from './run.mjs';

const PNPM = 'pnpm@12.21.0';
const OLDEST_NODE = [20, 19];

/** Installs and builds; an install that is still the lock file's is not done again. */
export function setUp() {
  checkNode();
  if (readStamp() !== lockDigest()) {
    say(`installing packages with ${PNPM}`);
    run(['npx', '--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only']);
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stampPath, lockDigest());
  }
  say('building');
  run(['npx', 'tsc', '-b']);
}

const stampPath = join(root, 'node_modules', '.dragoman-lock');

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(
    `Dragoman needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
}

function readStamp() {
  try {
    return readFileSync(stampPath, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setUp();
