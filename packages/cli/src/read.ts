import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PipelineError } from '@dragoman/core';
import { readInputs, type Input } from '@dragoman/sources';
import { statedOf, type CommandContext, type StatedOptions } from './command.ts';

/**
 * The inputs that a command names, with what its options state about them.
 * @throws PipelineError USAGE where one address is stated of what may be several articles
 */
export function readCommandInputs(
  context: CommandContext,
  paths: readonly string[],
  options: StatedOptions,
): AsyncGenerator<Input> {
  if (options.url !== undefined && (paths.length > 1 || paths.some(mayBeSeveral))) {
    throw new PipelineError({
      code: 'USAGE',
      message: '--url is the address of one page, not of a folder or list',
    });
  }
  const { maxDocumentBytes } = context.config();
  return readInputs(paths, { maxBytes: maxDocumentBytes, stated: statedOf(options) }, context.terminal.stdin);
}

const mayBeSeveral = (path: string): boolean =>
  /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path) ||
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * A text file as a whole, or standard input for '-'.
 * @throws PipelineError INPUT_NOT_FOUND, INPUT_UNREADABLE, or INPUT_BINARY for bytes that are no UTF-8
 */
export async function readTextFile(context: CommandContext, path: string): Promise<string> {
  const bytes = await (path === '-' ? allOf(context.terminal.stdin) : readBytes(path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PipelineError({ code: 'INPUT_BINARY', message: `${path} is no text in UTF-8`, cause });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const code = isMissing ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE';
    const message = isMissing ? `there is no ${path}` : `${path} cannot be read`;
    throw new PipelineError({ code, message, cause });
  }
}

async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
