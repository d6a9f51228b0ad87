import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PipelineError, type ErrorCode } from '@dragoman/core';
import type { Stated } from '@dragoman/schemas';
import { documentInput } from './document.ts';
import { formatOf, sniffFormat } from './format.ts';
import type { Input, ReadOptions } from './input.ts';
import { readList } from './list.ts';

/**
 * Everything under a path: a file, or a folder walked in the order of names.
 * What cannot be read comes as a rejected input; the rest goes on.
 */
export async function* readPath(path: string, options: ReadOptions): AsyncGenerator<Input> {
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
  } catch (cause) {
    yield rejected(path, cause);
    return;
  }
  if (folder) yield* readFolder(path, options);
  else yield* readFile(path, options);
}

async function* readFolder(path: string, options: ReadOptions): AsyncGenerator<Input> {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (cause) {
    yield rejected(path, cause);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* readFolder(inner, options);
    else if (isReadable(entry) && formatOf(entry.name) !== undefined) yield* readFile(inner, options);
  }
}

/** A pipe would be waited for. */
const isReadable = (entry: Dirent): boolean => entry.isFile() || entry.isSymbolicLink();

async function* readFile(path: string, options: ReadOptions): AsyncGenerator<Input> {
  const format = formatOf(path);
  if (format === undefined) {
    const message = `${extname(path) || 'no ending'}: read are .html .htm .xhtml .txt .md .jsonl .ndjson`;
    yield {
      kind: 'rejected',
      input: path,
      id: idOfPath(path),
      error: new PipelineError({ code: 'INPUT_UNSUPPORTED', message }),
    };
  } else if (format === 'list') {
    yield* readList(path, options, (inner, stated) => readDocument(inner, { ...options, stated }));
  } else {
    yield await readDocument(path, options);
  }
}

/** One file as a document; its id is the stated one, else its name without the ending. Lists are no documents. */
export async function readDocument(path: string, options: ReadOptions): Promise<Input> {
  const stated: Stated = options.stated ?? {};
  const id = stated.id ?? idOfPath(path);
  try {
    const bytes = await readLimited(path, options.maxBytes);
    const format = formatOf(path) ?? sniffFormat(bytes);
    if (format === 'list')
      throw new PipelineError({
        code: 'INPUT_UNSUPPORTED',
        message: 'a list, where one article is expected',
      });
    return documentInput({ input: path, id, format, bytes, stated });
  } catch (cause) {
    return rejected(path, cause, id);
  }
}

async function readLimited(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (found.isDirectory()) {
      throw new PipelineError({
        code: 'INPUT_UNREADABLE',
        message: 'a folder, where one article is expected',
      });
    }
    const { size } = found;
    if (size > maxBytes) {
      throw new PipelineError({
        code: 'INPUT_TOO_LARGE',
        message: `${size} bytes; the limit is ${maxBytes}`,
      });
    }
    return unzipped(await file.readFile(), maxBytes);
  } finally {
    await file.close();
  }
}

/** Crawlers keep pages gzipped; what comes out has the same limit. */
function unzipped(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const message = isTooLarge
      ? `unzipped more than the limit of ${maxBytes} bytes`
      : 'the gzip data is broken';
    throw new PipelineError({ code: isTooLarge ? 'INPUT_TOO_LARGE' : 'INPUT_UNREADABLE', message, cause });
  }
}

function idOfPath(path: string): string {
  const name = path.replace(/\.gz$/i, '');
  return basename(name, extname(name));
}

function rejected(path: string, cause: unknown, id = idOfPath(path)): Input {
  if (cause instanceof PipelineError) return { kind: 'rejected', input: path, id, error: cause };
  const code: ErrorCode =
    (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE';
  const said = cause instanceof Error ? cause.message : String(cause);
  // 'ENOENT: no such file or directory, open 'a.txt'' repeats the path.
  const message = /^[A-Z]+: ([^,]+), /.exec(said)?.[1] ?? said;
  return { kind: 'rejected', input: path, id, error: new PipelineError({ code, message, cause }) };
}
