import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from './testing/run.ts';

const samples = fileURLToPath(new URL('../../../samples/articles.jsonl', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = commandLine(() => folder);

it('explains itself, and says what is wrong with a command line', async () => {
  expect((await run('--help')).out).toContain('ingest');
  expect((await run('ingest', '--help')).out).toContain('--queue');
  const wrong = await run('inges', 'x');
  expect(wrong.status).toBe(1);
  expect(wrong.err).toContain('ingest');
});

describe('on the samples', () => {
  beforeAll(async () => {
    const first = await run('ingest', samples, '--json');
    expect(first.status).toBe(0);
    expect(first.rows()).toMatchObject([{ read: 14, new: 13, changed: 1, unchanged: 0, setAside: 0 }]);
  }, 120_000);

  it('changes nothing when the same comes again, and says so', async () => {
    const before = await run('export', '--format', 'jsonl');
    const again = await run('ingest', samples);
    expect(again.out).toContain('unchanged 14');
    expect(again.out).toContain('nothing changed');
    expect((await run('export', '--format', 'jsonl')).out).toBe(before.out);
  });

  it('answers Cypher and saved questions, and refuses to write', async () => {
    const people = await run(
      'query',
      'MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name',
      '--param',
      'name=Rustam Nazarzoda',
      '--json',
    );
    expect(people.rows()).toEqual([{ name: 'Rustam Nazarzoda' }]);
    const met = await run('query', '--saved', 'meetings-of', '--param', 'actor=Rustam Nazarzoda', '--csv');
    expect(met.out).toContain('Toktosunov');
    const written = await run('query', 'CREATE (:Person {name: "Nobody"})');
    expect([written.status, written.err.split('  ')[0]]).toEqual([1, 'QUERY_NOT_READ_ONLY']);
    expect((await run('query', 'MATCH (')).err).toContain('QUERY_INVALID');
    expect((await run('query')).err).toContain('USAGE');
  });

  it('finds where the sources disagree', async () => {
    const rows = (await run('query', '--saved', 'disagreements', '--json')).rows() as {
      slot: string;
      value: string;
    }[];
    expect(rows.filter(({ slot }) => slot === 'place').map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Vienna', 'Bratislava']),
    );
  });

  it('shows the words behind a link', async () => {
    const why = await run('why', 'Nazarzoda', 'Aibek Toktosunov');
    expect(why.out).toContain('The Quay Courier, 2026-03-05');
    expect(why.out).toMatch(/“.+”/);
    expect((await run('why', 'Nobody At All', 'Nazarzoda')).err).toContain('NOT_FOUND');
  });

  it('keeps boilerplate out of the graph', async () => {
    const { out } = await run('export', '--format', 'jsonl');
    for (const line of [
      'Skip to',
      'newsletter',
      'Ready for more',
      'Enjoyed this article',
      'Yes (',
      'Loading comments',
      'cookie',
    ]) {
      expect(out).not.toContain(line);
    }
  });

  it('takes an article out and back in without a trace', async () => {
    const before = (await run('export')).out;
    const retracted = await run(
      'retract',
      'https://coastwire.example/2026/02/12/ghana-port',
      '--reason',
      'a test',
    );
    expect(retracted.out).toContain('retracted');
    expect((await run('export')).out).not.toBe(before);
    expect((await run('ingest', samples)).out).toContain('new 1');
    expect((await run('export')).out).toBe(before);
  });

  it('tells what the graph holds', async () => {
    expect((await run('status', '--json')).rows()).toMatchObject([
      { kind: 'embedded', nodes: { Article: 13 } },
    ]);
  });
});

it('shows what cleaning kept and dropped, side by side', async () => {
  const page = join(samples, '../pages/tema-strike.html');
  const { out } = await run('clean', page, '--diff');
  expect(out).toMatch(/^kept: \d+ lines.*dropped: \d+ lines$/m);
  expect(out).toMatch(/│.*Accept all/);
});

it('explains every fact by its rule, its sentence and the parse', async () => {
  const { out } = await run('extract', join(samples, '../pages/tema-wire.txt'), '--explain');
  expect(out).toMatch(/rule +\S+ \(\d\.\d\d\)/);
  expect(out).toMatch(/sentence +.*Efua Sackey/);
});

it('finds the shipped lexicons sound, and a broken one not', async () => {
  expect(await run('lexicon', 'check')).toMatchObject({ status: 0, out: expect.stringContaining('sound') });
  await mkdir(join(folder, 'lexicon'));
  await writeFile(join(folder, 'lexicon', 'events.yaml'), 'patterns: [{ lemma: 7 }]');
  expect(await run('lexicon', 'check', join(folder, 'lexicon'))).toMatchObject({
    status: 1,
    out: expect.stringContaining('events.yaml'),
  });
});

describe('with bad inputs', () => {
  it('sets each aside with a stable code, goes on, and exits with 3', async () => {
    const put = async (name: string, content: string | Uint8Array): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    };
    const good =
      'Lima, 3 May 2024 - The mayor of Lima met the minister of housing on Friday, the city said in a statement. They spoke for two hours.';
    const paths = [
      await put('empty.html', ''),
      await put('binary.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0, 255, 254])),
      await put('deep.html', `<html><body>${'<div>'.repeat(100_000)}x`),
      await put('list.jsonl', `{"id": "broken", \n${JSON.stringify({ id: 'good', text: good })}\n`),
      join(folder, 'missing.html'),
    ];
    const { status, err, rows } = await run('clean', ...paths, '--json');
    expect(status).toBe(3);
    const codes = err
      .trim()
      .split('\n')
      .map((line) => line.split('  ')[0]);
    expect(codes).toEqual([
      'INPUT_EMPTY',
      'INPUT_BINARY',
      'HTML_TOO_DEEP',
      'INPUT_BROKEN_LINE',
      'INPUT_NOT_FOUND',
    ]);
    expect(rows().filter((row) => row.error === undefined)).toMatchObject([{ id: 'good' }]);
  });

  it('resolves nothing without failing where no input could be read', async () => {
    const out = join(folder, 'resolved');
    const { status } = await run('extract', join(folder, 'missing.html'), '--resolve', '--out', out);
    expect(status).toBe(3);
    expect(JSON.parse(await readFile(join(out, 'conflicts.json'), 'utf8'))).toEqual([]);
  });

  it('keeps what ingestion set aside, to be seen, replayed and dropped', async () => {
    const path = join(folder, 'menu.html');
    await writeFile(path, '<html><body><nav><a href="/">Home</a></nav></body></html>');
    expect((await run('ingest', path)).status).toBe(3);
    const [letter] = (await run('dead', '--json')).rows().filter(({ input }) => input === path);
    expect(letter).toMatchObject({ input: path, replayable: true });
    expect(await run('dead', 'replay', path)).toMatchObject({ status: 3, out: '1 replayed\n' });
    expect((await run('dead', 'drop', path)).out).toBe('1 dropped\n');
    expect((await run('dead', '--json')).rows().filter(({ input }) => input === path)).toEqual([]);
  });
});
