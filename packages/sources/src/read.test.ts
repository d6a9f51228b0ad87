import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from './input.ts';
import { readInputs } from './read.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-sources-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
async function* chunks(...parts: string[]) {
  for (const part of parts) yield new TextEncoder().encode(part);
}
async function read(
  paths: string[],
  stdin: AsyncIterable<Uint8Array> = chunks(),
  maxBytes = 1000,
): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const input of readInputs(
    paths.map((path) => (path === '-' ? path : join(folder, path))),
    { maxBytes },
    stdin,
  ))
    inputs.push(input);
  return inputs;
}
const outcome = (input: Input): string =>
  input.kind === 'document' ? input.document.id : `${input.id}: ${input.error.code}`;

it('walks a folder in the order of names and passes over what is not read', async () => {
  await mkdir(join(folder, 'b'));
  await put('c.html', '<p>c');
  await put('b/d.txt', 'd');
  await put('a.txt', 'a');
  await put('picture.png', 'x');
  expect((await read(['.'])).map(outcome)).toEqual(['a', 'd', 'c']);
});

it('sets aside what is missing, too large, of another kind, and goes on', async () => {
  await put('big.html', 'x'.repeat(2000));
  await put('ok.txt', 'fine');
  await put('picture.png', 'x');
  expect((await read(['gone.txt', 'big.html', 'picture.png', 'ok.txt'])).map(outcome)).toEqual([
    'gone: INPUT_NOT_FOUND',
    'big: INPUT_TOO_LARGE',
    'picture: INPUT_UNSUPPORTED',
    'ok',
  ]);
});

it.skipIf(process.getuid?.() === 0)('sets aside a folder without permission', async () => {
  await mkdir(join(folder, 'closed'));
  await chmod(join(folder, 'closed'), 0);
  expect((await read(['closed'])).map(outcome)).toEqual(['closed: INPUT_UNREADABLE']);
});

it('reads gzipped pages, with the same limit for what comes out', async () => {
  await put('page.html.gz', gzipSync('<p>zipped'));
  await put('bomb.html.gz', gzipSync(Buffer.alloc(100_000)));
  await put('broken.html.gz', gzipSync('<p>zipped').subarray(0, 12));
  const inputs = await read(['.']);
  expect(inputs.map(outcome)).toEqual(['bomb: INPUT_TOO_LARGE', 'broken: INPUT_UNREADABLE', 'page']);
  expect(inputs[2]).toMatchObject({ document: { format: 'html' } });
});

it.skipIf(process.platform === 'win32')('does not wait for a pipe in a folder', async () => {
  await put('page.txt', 'words');
  execFileSync('mkfifo', [join(folder, 'never.txt')]);
  expect((await read(['.'])).map(outcome)).toEqual(['page']);
});

describe('a list', () => {
  it('keeps what its lines state and reads the files that they name', async () => {
    await put('page.html', '<p>page');
    await put(
      'list.jsonl',
      `{"id":"one","text":"words","source":"The Quay"}\n\n{"path":"page.html","url":"https://quay.example/2"}\n{"id":3,"html":"<p>x"}\n`,
    );
    const inputs = await read(['list.jsonl']);
    expect(inputs.map(outcome)).toEqual(['one', 'page', '3']);
    expect(inputs[0]).toMatchObject({ document: { format: 'text', stated: { source: 'The Quay' } } });
    expect(inputs[1]).toMatchObject({
      document: { format: 'html', stated: { url: 'https://quay.example/2' } },
    });
  });

  it('sets a broken line aside with its number and goes on', async () => {
    await put('list.jsonl', `{"id":"a","text":"x"}\n{"id":"b","text":\n{"id":"c"}\n{"id":"d","text":"y"}`);
    const inputs = await read(['list.jsonl']);
    expect(inputs.map(outcome)).toEqual([
      'a',
      `${join(folder, 'list.jsonl')}:2: INPUT_BROKEN_LINE`,
      `${join(folder, 'list.jsonl')}:3: INPUT_BROKEN_LINE`,
      'd',
    ]);
  });

  it('may be gzipped, with the same limit for each line', async () => {
    await put('page.html', '<p>page');
    const lines = ['{"id":"one","text":"words"}', '{"path":"page.html"}', 'x'.repeat(10_000)].join('\n');
    await put('list.jsonl.gz', gzipSync(lines));
    expect((await read(['list.jsonl.gz'])).map((input) => outcome(input).split(': ').at(-1))).toEqual([
      'one',
      'page',
      'INPUT_TOO_LARGE',
    ]);
    await put('broken.jsonl.gz', gzipSync(lines).subarray(0, 30));
    expect((await read(['broken.jsonl.gz'])).map((input) => outcome(input).split(': ').at(-1))).toContain(
      'INPUT_UNREADABLE',
    );
  });

  it('names articles, no folders and no other lists, from standard input too', async () => {
    await mkdir(join(folder, 'pages'));
    await put('other.jsonl', '{"id":"x","text":"y"}');
    await put('0a1b', '{"id":"x","text":"y"}');
    const lines = ['pages', 'other.jsonl', '0a1b'].map((path) =>
      JSON.stringify({ path: join(folder, path) }),
    );
    await put('list.jsonl', lines.join('\n'));
    const codes = ['INPUT_UNREADABLE', 'INPUT_UNSUPPORTED', 'INPUT_UNSUPPORTED'];
    const both = [await read(['list.jsonl']), await read(['-'], chunks(lines.join('\n')))];
    for (const inputs of both)
      expect(inputs.map((input) => outcome(input).split(': ').at(-1))).toEqual(codes);
  });

  it('sets an endless line aside without keeping it in memory', async () => {
    await put('list.jsonl', `${'x'.repeat(10_000)}\n{"id":"d","text":"y"}`);
    const inputs = await read(['list.jsonl']);
    expect(inputs.map((input) => outcome(input).split(': ').at(-1))).toEqual(['INPUT_TOO_LARGE', 'd']);
  });
});

describe('standard input', () => {
  it('is a page, a text or a list, by how it begins', async () => {
    expect(await read(['-'], chunks('<!doctype html>', '<p>x'))).toMatchObject([
      { document: { format: 'html', id: 'stdin' } },
    ]);
    expect(await read(['-'], chunks('Plain ', 'words'))).toMatchObject([{ document: { format: 'text' } }]);
    expect(
      (await read(['-'], chunks('{"id":"a",', '"text":"x"}\n{"id":"b","text":"y"}'))).map(outcome),
    ).toEqual(['a', 'b']);
  });

  it('has the same limit as a file', async () => {
    expect((await read(['-'], chunks('x'.repeat(900), 'x'.repeat(900)))).map(outcome)).toEqual([
      'stdin: INPUT_TOO_LARGE',
    ]);
  });
});
