import { PipelineError, toPipelineError } from '@dragoman/core';
import { documentInput } from './document.ts';
import { readDocument } from './files.ts';
import { sniffFormat } from './format.ts';
import type { Input, ReadOptions } from './input.ts';
import { readListStream } from './list.ts';

/** Standard input: one page, one text, or a list, told by how it begins. */
export async function* readStdin(
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<Input> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const rest = prepend(first.done ? [] : [first.value], iterator);
  if (!first.done && sniffFormat(first.value) === 'list') {
    yield* readListStream(rest, '-', '.', options, (path, stated) =>
      readDocument(path, { ...options, stated }),
    );
    return;
  }
  try {
    const bytes = await readAll(rest, options.maxBytes);
    const stated = options.stated ?? {};
    const format = sniffFormat(bytes) === 'html' ? 'html' : 'text';
    yield documentInput({ input: '-', id: stated.id ?? 'stdin', format, bytes, stated });
  } catch (cause) {
    yield { kind: 'rejected', input: '-', id: 'stdin', error: toPipelineError(cause, 'INPUT_UNREADABLE') };
  }
}

async function* prepend(first: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function readAll(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes)
      throw new PipelineError({
        code: 'INPUT_TOO_LARGE',
        message: `more than the limit of ${maxBytes} bytes`,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
