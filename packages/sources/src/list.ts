import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PipelineError, toPipelineError } from '@dragoman/core';
import { issuesText, statedSchema, type Stated } from '@dragoman/schemas';
import { z } from 'zod';
import { documentInput } from './document.ts';
import type { Input, ReadOptions } from './input.ts';
import { splitLines } from './lines.ts';

/** A line of a list: what is stated about the article, and its page, its text, or a file that holds it. */
const lineSchema = statedSchema
  .extend({
    id: z.coerce.string().min(1).optional(),
    html: z.string().optional(),
    text: z.string().optional(),
    path: z.string().optional(),
  })
  .refine((line) => line.html !== undefined || line.text !== undefined || line.path !== undefined, {
    error: 'one of "html", "text" or "path" is needed',
  });
type Line = z.infer<typeof lineSchema>;

/** Reads the file that a line names, with what the line states. */
export type ReadNamedFile = (path: string, stated: Stated) => Promise<Input>;

/** JSON escapes what it holds, and a line holds more than the document: a longer line is not looked at. */
const LINE_BYTES_A_DOCUMENT_BYTE = 2;

/**
 * The articles of a JSONL list, one a line; a broken line is one rejected input with its number.
 * @param path the list; `path` in a line is relative to it
 */
export async function* readList(
  path: string,
  options: ReadOptions,
  readNamed: ReadNamedFile,
): AsyncGenerator<Input> {
  try {
    yield* readListStream(bytesOf(path), path, dirname(path), options, readNamed);
  } catch (cause) {
    yield { kind: 'rejected', input: path, id: path, error: toPipelineError(cause, 'INPUT_UNREADABLE') };
  }
}

/** Crawlers keep lists gzipped too. */
function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  // An error of either stream comes out of the one that is read; the callback has nothing to add.
  return /\.gz$/i.test(path) ? pipeline(file, createGunzip(), () => undefined) : file;
}

/** The same over any byte stream; `base` is the folder that relative paths start from. */
export async function* readListStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  base: string,
  options: ReadOptions,
  readNamed: ReadNamedFile,
): AsyncGenerator<Input> {
  for await (const { number, bytes } of splitLines(stream, options.maxBytes * LINE_BYTES_A_DOCUMENT_BYTE)) {
    const input = `${name}:${number}`;
    if (bytes !== undefined && bytes.every((byte) => byte <= 32)) continue;
    try {
      yield await readLine(parseLine(bytes, options.maxBytes), input, base, options, readNamed);
    } catch (cause) {
      yield { kind: 'rejected', input, id: input, error: toPipelineError(cause, 'INPUT_BROKEN_LINE') };
    }
  }
}

function parseLine(bytes: Uint8Array | undefined, maxBytes: number): Line {
  if (bytes === undefined) {
    throw new PipelineError({
      code: 'INPUT_TOO_LARGE',
      message: `the line is longer than the limit of ${maxBytes} bytes allows`,
    });
  }
  const parsed = lineSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data;
  throw new PipelineError({ code: 'INPUT_BROKEN_LINE', message: issuesText(parsed.error) });
}

async function readLine(
  line: Line,
  input: string,
  base: string,
  options: ReadOptions,
  readNamed: ReadNamedFile,
): Promise<Input> {
  const { html, text, path, ...rest } = line;
  const stated: Stated = { ...options.stated, ...rest };
  if (path !== undefined) return readNamed(resolve(base, path), stated);
  const bytes = new TextEncoder().encode(html ?? text ?? '');
  if (bytes.length > options.maxBytes) {
    throw new PipelineError({
      code: 'INPUT_TOO_LARGE',
      message: `${bytes.length} bytes; the limit is ${options.maxBytes}`,
    });
  }
  const format = html === undefined ? 'text' : 'html';
  return documentInput({ input, id: stated.id ?? input, format, bytes, stated, charset: 'utf-8' });
}
