import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second opening of one file is told that it is taken', async () => {
  const path = join(folder, 'graph.db');
  const store = await openStore(path);
  await expect(openStore(path)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  await store.close();
  await (await openStore(path)).close();
});

test('a file that is no graph is left alone', async () => {
  const path = join(folder, 'notes.txt');
  writeFileSync(path, 'these are my notes, not a graph');
  await expect(openStore(path)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
});

test('a closed store answers no more', async () => {
  const store = await openStore(join(folder, 'graph.db'));
  await store.close();
  await expect(store.read('RETURN 1')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await expect(store.write([])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
});

test('closing waits for the writes that were begun', async () => {
  const path = join(folder, 'graph.db');
  const store = await openStore(path);
  const writing = store.write([{ cypher: 'UNWIND range(1, 5000) AS i CREATE (:Claim {id: toString(i)})' }]);
  await store.close();
  await writing;
  const again = await openStore(path);
  expect(await again.read('MATCH (c:Claim) RETURN count(c) AS many')).toEqual([{ many: 5000 }]);
  await again.close();
});

const writer = `
const { GrafeoDB } = require(process.argv[1]);
const database = GrafeoDB.create(process.argv[2]);
(async () => {
  for (let n = 1; ; n += 1) {
    const transaction = database.beginTransaction();
    await transaction.executeCypher('MERGE (c:Claim {id: $id}) SET c.n = $n', { id: 'c' + n, n });
    transaction.commit();
    process.stdout.write(n + '\\n');
  }
})();`;

test('what was acknowledged is there after the process was killed', async () => {
  const path = join(folder, 'graph.db');
  await (await openStore(path)).close();
  const engine = createRequire(import.meta.url).resolve('@grafeo-db/js');
  const child = spawn(process.execPath, ['-e', writer, engine, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 300) child.kill('SIGKILL');
  }
  const store = await openStore(path);
  const [row] = await store.read('MATCH (c:Claim) WHERE c.n <= $n RETURN count(c) AS many', {
    n: acknowledged,
  });
  expect(row).toEqual({ many: acknowledged });
  expect(acknowledged).toBeGreaterThanOrEqual(300);
  await store.close();
});
