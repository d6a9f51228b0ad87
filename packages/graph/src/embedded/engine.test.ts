import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../open.ts';
import { Engine } from './engine.ts';
import { EmbeddedStore } from './store.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-engine-'));
  path = join(folder, 'graph.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Few enough for a test to reach. */
const rows = 100;
const create = 'UNWIND range(1, 10) AS i CREATE (:Claim {id: toString($n) + "-" + toString(i)})';

async function writeMuch(store: EmbeddedStore): Promise<void> {
  for (let n = 0; n < 120; n += 1) await store.write([{ cypher: create, params: { n } }]);
}

test('a file into which much was written is opened anew', async () => {
  const engine = new Engine(path, rows);
  const before = engine.database;
  const store = new EmbeddedStore(engine);
  await store.migrate();
  await writeMuch(store);
  expect(engine.database).not.toBe(before);
  await store.close();
});

test('whoever reads and writes meanwhile does not notice', async () => {
  const store = new EmbeddedStore(new Engine(path, rows));
  await store.migrate();
  const counts: Promise<number>[] = [];
  const count = async (): Promise<number> => {
    const [row] = await store.ask('MATCH (c:Claim) RETURN count(c) AS many');
    return Number(row?.['many']);
  };
  const writing = writeMuch(store);
  for (let at = 0; at < 60; at += 1) {
    await store.read('MATCH (c:Claim {id: "0-1"}) RETURN c.id AS id');
    counts.push(count());
  }
  await writing;
  const seen = await Promise.all(counts);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(await count()).toBe(1_200);
  await store.close();
});

test('a query that still runs keeps the file open', async () => {
  const engine = new Engine(path, rows);
  const before = engine.database;
  let end = (): void => undefined;
  const running = engine.whileRunning(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  const store = new EmbeddedStore(engine);
  await store.migrate();
  await writeMuch(store);
  expect(engine.database).toBe(before);
  end();
  await running;
  await store.write([{ cypher: create, params: { n: 'last' } }]);
  await store.write([]);
  expect(engine.database).not.toBe(before);
  await store.close();
});

test('what was acknowledged is there after the process was killed, whenever the file was opened anew', async () => {
  const writer = fileURLToPath(new URL('../testing/renewing-writer.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@dragoman/source', '--import', 'tsx', writer, path, String(rows)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 400) child.kill('SIGKILL');
  }
  expect(acknowledged).toBeGreaterThanOrEqual(400);
  const store = await openStore(path);
  const many = await store.read('MATCH (c:Claim) WHERE c.n <= $n RETURN count(c) AS many', {
    n: acknowledged,
  });
  expect(many).toEqual([{ many: acknowledged * 10 }]);
  await store.close();
});
