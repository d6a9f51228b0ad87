import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger, PipelineError, sha256 } from '@dragoman/core';
import { exportGraph, openStore, type GraphStore } from '@dragoman/graph';
import type { RawDocument, Stated } from '@dragoman/schemas';
import type { Input } from '@dragoman/sources';
import { folderDeadLetters } from './dead-letters.ts';
import { productionPipeline } from './production.ts';

let folder = '';
let store: GraphStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-ingest-'));
  store = await openStore(join(folder, 'graph.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function document(id: string, text: string, stated: Stated = {}): Input {
  const bytes = new TextEncoder().encode(text);
  const raw: RawDocument = { hash: sha256(bytes), input: `${id}.txt`, id, format: 'text', bytes, stated };
  return { kind: 'document', document: raw };
}

async function* inputs(...list: Input[]): AsyncGenerator<Input> {
  yield* list;
}

function pipeline() {
  const parts = {
    store,
    clock: () => new Date(0),
    logger: createLogger('silent'),
    maxDocumentBytes: 1_000_000,
  };
  return productionPipeline({ ...parts, deadLetters: folderDeadLetters(join(folder, 'dead')) });
}

async function exported(): Promise<string> {
  let text = '';
  for await (const piece of exportGraph(store, 'jsonl')) text += piece;
  return text;
}

const first =
  'Kenyan Foreign Minister Amina Odhiambo met her Ugandan counterpart, Peter Okello, in Nairobi on Tuesday. They spoke about fishing rights on Lake Victoria for two hours.';
const url = { url: 'https://quay.example/fish', source: 'The Quay', published: '2026-03-04' };

test('what was ingested before is passed over, and the graph stays as it is', async () => {
  const summary = await pipeline().ingest(inputs(document('fish', first, url)));
  expect(summary).toMatchObject({ read: 1, new: 1, changed: 0, unchanged: 0, setAside: 0 });
  expect(summary.people).toBeGreaterThan(0);
  const before = await exported();
  const again = await pipeline().ingest(inputs(document('same-in-another-file', first, url)));
  expect(again).toMatchObject({ read: 1, new: 0, changed: 0, unchanged: 1 });
  expect(await exported()).toBe(before);
});

test('a corrected version replaces the first, and the first read again later does not', async () => {
  const corrected = document('fish-2', first.replace('Tuesday', 'Wednesday'), {
    ...url,
    fetched: '2026-03-06T00:00:00Z',
  });
  await pipeline().ingest(inputs(document('fish', first, url)));
  expect(await pipeline().ingest(inputs(corrected))).toMatchObject({ new: 0, changed: 1 });
  const before = await exported();
  await store.write([{ cypher: "MATCH (i:Item) WHERE i.level = 'input' DETACH DELETE i" }]);
  expect(await pipeline().ingest(inputs(document('fish', first, url)))).toMatchObject({ unchanged: 1 });
  expect(await exported()).toBe(before);
});

test('what cannot be read is set aside with its bytes, told, and the rest goes on', async () => {
  const error = new PipelineError({ code: 'INPUT_NOT_FOUND', message: 'no such file' });
  const told: string[] = [];
  const list = inputs(
    { kind: 'rejected', input: 'gone.html', id: 'gone', error },
    document('empty', '   '),
    document('fish', first, url),
  );
  const summary = await pipeline().ingest(list, (outcome) => told.push(outcome.kind));
  expect(summary).toMatchObject({ read: 3, new: 1, setAside: 2 });
  expect(told).toEqual(['setAside', 'setAside', 'new']);
  const letters = folderDeadLetters(join(folder, 'dead'));
  const kept = await letters.list();
  expect(kept.map(({ code }) => code).toSorted()).toEqual(['INPUT_EMPTY', 'INPUT_NOT_FOUND']);
  const empty = kept.find(({ code }) => code === 'INPUT_EMPTY');
  if (empty === undefined) throw new Error('a letter');
  const bytes = (await letters.document(empty))?.bytes ?? new Uint8Array();
  expect(new TextDecoder().decode(bytes)).toBe('   ');
  await letters.remove(empty);
  expect(await letters.list()).toHaveLength(1);
});

test('letters of the same bytes are kept apart, and one goes when its input is taken in', async () => {
  await pipeline().ingest(inputs(document('a', '   '), document('b', '   ')));
  const letters = folderDeadLetters(join(folder, 'dead'));
  const [a, b] = await letters.list();
  if (a === undefined || b === undefined) throw new Error('two letters');
  await letters.remove(a);
  expect((await letters.document(b))?.bytes).toHaveLength(3);
  await pipeline().ingest(inputs(document('b', first, url)));
  expect(await letters.list()).toEqual([]);
});

test('a file among the letters that is none is named', async () => {
  await pipeline().ingest(inputs(document('a', '   ')));
  writeFileSync(join(folder, 'dead', 'notes.json'), '{"half":');
  await expect(folderDeadLetters(join(folder, 'dead')).list()).rejects.toMatchObject({
    code: 'INPUT_UNREADABLE',
    message: expect.stringContaining('notes.json'),
  });
});

test('an article in a language that is not read is stored, and said to be unread', async () => {
  const german = document(
    'zoll',
    'Berlin, 3. Mai 2026 - Die Kanzlerin traf am Freitag den französischen Präsidenten in Berlin, um über die Lage zu sprechen. Das Gespräch dauerte zwei Stunden.',
  );
  const summary = await pipeline().ingest(inputs(german, document('fish', first, url)));
  expect(summary).toMatchObject({ new: 2, unread: 1 });
  expect(await pipeline().ingest(inputs(german))).toMatchObject({ unchanged: 1, unread: 0 });
});

test('a text as long as a book is set aside, and holds nothing up', async () => {
  const book = `${first}\n`.repeat(4000);
  const told: string[] = [];
  const list = inputs(document('book', book), document('fish', first, url));
  const summary = await pipeline().ingest(list, (outcome) =>
    told.push(outcome.kind === 'setAside' ? outcome.error.code : outcome.kind),
  );
  expect(summary).toMatchObject({ new: 1, setAside: 1 });
  expect(told).toEqual(['INPUT_TOO_LARGE', 'new']);
});
