import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { canTestWith, neo4jForTests } from '../../../../infra/services/for-tests.mjs';
import { openStore } from '../open.ts';
import type { GraphStore } from '../store.ts';

/** A store made for one run of a suite; `get` is for use inside tests, `erase` makes it empty again. */
export interface StoreUnderTest {
  get(): GraphStore;
  erase(): Promise<void>;
}

/** Files of tests that need Neo4j wait for each other: milliseconds. */
const leaseTimeout = 600_000;

interface Opened {
  readonly store: GraphStore;
  discard(): Promise<void>;
}

/** Runs the suite once on the embedded store and once on Neo4j. */
export function describeOnBothStores(title: string, suite: (store: StoreUnderTest) => void): void {
  describe(`${title}, on the embedded store`, () => suite(underTest(openEmbedded)));
  describe.skipIf(!canTestWith('neo4j'))(`${title}, on Neo4j`, () => suite(underTest(openNeo4j)));
}

function underTest(open: () => Promise<Opened>): StoreUnderTest {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await open();
  }, leaseTimeout);
  afterAll(async () => {
    await opened?.store.close();
    await opened?.discard();
  });
  const get = (): GraphStore => {
    if (opened === undefined) throw new Error('the store is opened when the tests begin');
    return opened.store;
  };
  const erase = (): Promise<void> =>
    get().write([{ cypher: 'MATCH (n) WHERE NOT n:Schema DETACH DELETE n' }]);
  return { get, erase };
}

async function openEmbedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-graph-'));
  const store = await openStore(join(folder, 'graph.db'));
  return { store, discard: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function openNeo4j(): Promise<Opened> {
  const server = await neo4jForTests();
  const { url, user, password } = server;
  return { store: await openStore(url, { user, password }), discard: () => server.release() };
}
