import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileNames } from './file-names.ts';
import { forScreen } from './terminal.ts';
import { commandLine } from './testing/run.ts';

const text =
  'Lima, 3 May 2024 - The mayor of Lima, Rosa Quispe, met the minister of housing, Luis Prado, on Friday, the city said in a statement.';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-careless-'));
  await writeFile(join(folder, 'lima.txt'), text);
});
afterAll(() => rm(folder, { recursive: true }));

const run = commandLine(() => folder);
const at = (name: string): string => join(folder, name);
const codeOf = (err: string): string | undefined => err.split('  ')[0];

describe('a graph that is not there', () => {
  it.each([
    ['query', 'MATCH (n) RETURN n'],
    ['why', 'A', 'B'],
    ['status'],
    ['export'],
    ['review'],
    ['learned'],
    ['wikidata'],
    ['retract', 'x', '--reason', 'y'],
    ['clean', 'lima.txt'],
  ])('is not made by %s, and not taken for an empty one', async (...words) => {
    const missing = at('mistyped.db');
    const { status, out, err } = await run(...words, '--store', missing);
    expect([status, out, codeOf(err)]).toEqual([1, '', 'STORE_UNAVAILABLE']);
    expect(existsSync(missing)).toBe(false);
  });

  it('is said to be so where no folder can be made for it', async () => {
    const { status, err } = await run('ingest', at('lima.txt'), '--store', at('lima.txt/graph.db'));
    expect([status, codeOf(err)]).toEqual([1, 'STORE_UNAVAILABLE']);
  });
});

describe('on a small graph', () => {
  beforeAll(async () => {
    expect((await run('ingest', at('lima.txt'), '--published', '2024-05-04')).status).toBe(0);
  }, 120_000);

  it('takes a parameter for a number only where it is written as one', async () => {
    const typed = async (value: string): Promise<unknown> =>
      (await run('query', 'RETURN $x AS x', '--param', `x=${value}`, '--json')).rows();
    expect(await typed('007')).toEqual([{ x: '007' }]);
    expect(await typed('7')).toEqual([{ x: 7 }]);
    expect(await typed('12345678901234567890')).toEqual([{ x: '12345678901234567890' }]);
  });

  it('says when there are more rows than it shows', async () => {
    const three = 'UNWIND [1, 2, 3] AS n RETURN n';
    const cut = await run('query', three, '--limit', '2', '--json');
    expect(cut.rows()).toEqual([{ n: 1 }, { n: 2 }]);
    expect(cut.err).toContain('only the first 2 rows');
    expect((await run('query', three, '--limit', '3')).err).toBe('');
  });

  it('writes tables of which no spreadsheet makes a formula, and none without rows', async () => {
    expect((await run('query', "RETURN '=1+1' AS a, -2 AS b", '--csv')).out).toBe("a,b\r\n'=1+1,-2\r\n");
    expect((await run('query', 'MATCH (n:Nothing) RETURN n.name AS name', '--csv')).out).toBe('');
  });

  it('writes an export whole or not at all', async () => {
    await mkdir(at('out'));
    const file = at('out/graph.jsonl');
    await writeFile(file, 'before');
    expect(await run('export', '--out', file)).toMatchObject({ status: 0, out: '', err: '' });
    expect(await readFile(file, 'utf8')).toBe((await run('export')).out);
    expect(await readdir(at('out'))).toEqual(['graph.jsonl']);
  });

  it.each([['no/such/folder.jsonl'], ['out'], ['lima.txt/x']])(
    'says that %s cannot be written',
    async (name) => {
      const { status, err } = await run('export', '--out', at(name));
      expect([status, codeOf(err)]).toEqual([1, 'OUTPUT_UNWRITABLE']);
    },
  );

  it('does not write an export over the graph', async () => {
    expect(codeOf((await run('export', '--out', at('graph.db'))).err)).toBe('USAGE');
    expect((await run('status')).status).toBe(0);
  });
});

describe('command lines that contradict themselves', () => {
  it.each([
    [['clean', 'lima.txt', '--json', '--diff']],
    [['extract', 'lima.txt', '--json', '--explain']],
    [['query', 'RETURN 1', '--json', '--csv']],
    [['query', 'RETURN 1', '--timeout', '99999999']],
    [['review', '--limit', 'many']],
    [['worker', '--health-port', 'http']],
    [['ingest', 'lima.txt', '--published', 'some day']],
    [['ingest', 'lima.txt', '--url', 'quay']],
  ])('%j', async (words) => {
    const { status, out, err } = await run(...words);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^error: .*\n/);
  });

  it.each([
    [['ingest', '.', '--url', 'https://quay.example/1']],
    [['clean', 'a.txt', 'b.txt', '--url', 'https://quay.example/1']],
    [['schedule', 'add', 'feed', 'quay.xml', '--every', '1h']],
    [['schedule', 'add', 'folder', '/data']],
  ])('%j', async (words) => {
    const { status, err } = await run(...words);
    expect([status, codeOf(err)]).toEqual([1, 'USAGE']);
  });
});

describe('files to analyse', () => {
  it('that are missing, folders or no text are told apart', async () => {
    await writeFile(at('picture'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]));
    const codes = [];
    for (const name of ['missing', '.', 'picture']) codes.push(codeOf((await run('analyse', at(name))).err));
    expect(codes).toEqual(['INPUT_NOT_FOUND', 'INPUT_UNREADABLE', 'INPUT_BINARY']);
    expect(codeOf((await run('wikidata', at('missing'))).err)).toBe('INPUT_NOT_FOUND');
  });

  it('with lines that do not fit give one readable line each', async () => {
    await writeFile(at('tokens.jsonl'), '{"w":["Ships","sail"]}\n{"v":1}\nno\n');
    const { status, err, rows } = await run('analyse', '--tokens', at('tokens.jsonl'));
    expect(status).toBe(3);
    expect(rows()).toMatchObject([{ w: ['Ships', 'sail'] }]);
    expect(err.split('\n')[0]).toMatch(/^INPUT_BROKEN_LINE {2}\S+:2 {2}w Invalid input: [^[{]+$/);
  });
});

describe('extraction into a folder', () => {
  it('loses none of several inputs with one id, and says so', async () => {
    const lines = ['conflicts', 'one', 'ONE', `https://quay.example/${'я'.repeat(300)}`];
    await writeFile(at('same.jsonl'), lines.map((id) => JSON.stringify({ id, text })).join('\n'));
    const { status, err } = await run('extract', at('same.jsonl'), '--resolve', '--out', at('read'));
    expect(status).toBe(0);
    const names = await readdir(at('read'));
    expect(names).toHaveLength(5);
    expect(names).toEqual(
      expect.arrayContaining(['conflicts.json', 'conflicts~2.json', 'one.json', 'ONE~2.json']),
    );
    expect(err).toContain('ONE~2.json');
  });

  it('says that it cannot be written', async () => {
    const { status, err } = await run('extract', at('lima.txt'), '--out', at('lima.txt'));
    expect([status, codeOf(err)]).toEqual([1, 'OUTPUT_UNWRITABLE']);
  });

  it('says that there is no folder of lexicons', async () => {
    const { status, err } = await run('extract', at('lima.txt'), '--lexicon', at('lexicons'));
    expect([status, codeOf(err)]).toEqual([1, 'INPUT_NOT_FOUND']);
    const check = await run('lexicon', 'check', at('lima.txt'));
    expect([check.status, codeOf(check.err)]).toEqual([1, 'INPUT_NOT_FOUND']);
  });

  it('has names that every file system holds', () => {
    const names = new FileNames();
    const long = names.of('я'.repeat(300)).name;
    expect(Buffer.byteLength(long)).toBeLessThan(255);
    expect(names.of('/../').name).toBe('_.._.json');
    expect(names.of('').name).toBe('_.json');
  });
});

describe('what was set aside', () => {
  it('is replayed and dropped by its own, although another input has the same bytes', async () => {
    const menu = '<html><body><nav><a href="/">Home</a></nav></body></html>';
    for (const name of ['menu-1.html', 'menu-2.html']) await writeFile(at(name), menu);
    expect((await run('ingest', at('menu-1.html'), at('menu-2.html'))).status).toBe(3);
    expect((await run('dead', 'drop', at('menu-1.html'))).out).toBe('1 dropped\n');
    const replayed = await run('dead', 'replay', at('menu-2.html'));
    expect(replayed).toMatchObject({ status: 3, out: '1 replayed\n' });
  });

  it('is kept no longer than until it is taken in', async () => {
    const late = at('late.html');
    const inputs = async (): Promise<string[]> =>
      (await run('dead', '--json')).rows().map(({ input }) => input);
    await writeFile(late, '');
    await run('ingest', late);
    expect(await inputs()).toContain(late);
    await writeFile(late, `<html><body><article><p>${text}</p><p>${text}</p></article></body></html>`);
    expect((await run('ingest', late)).status).toBe(0);
    expect(await inputs()).not.toContain(late);
  });

  it('is not dropped or replayed under a name that nothing has', async () => {
    for (const what of ['drop', 'replay']) {
      const { status, err } = await run('dead', what, 'nothing.html');
      expect([status, codeOf(err)]).toEqual([1, 'NOT_FOUND']);
    }
  });
});

it('keeps what pages hold from steering the screen', () => {
  expect(forScreen('a\u001b]0;title\u0007b\u001b[2J\n\t\u001b[31mred\u001b[0m')).toBe(
    'a\ufffd]0;title\ufffdb\ufffd[2J\n\t\u001b[31mred\u001b[0m',
  );
});
