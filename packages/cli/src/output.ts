import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PipelineError } from '@dragoman/core';

/**
 * Writes pieces of text to a file, whose content is replaced only when all are written: a run that breaks off leaves the old one. What
 * is no plain file (a pipe, a device) is written to directly.
 * @throws PipelineError OUTPUT_UNWRITABLE; errors of the pieces pass through
 */
export async function writePieces(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const isPlain = await stat(target).then(
    (found) => found.isFile(),
    () => true,
  );
  const written = isPlain ? `${target}.${process.pid}.unfinished` : target;
  try {
    await pipeline(pieces, createWriteStream(written));
    if (isPlain) await rename(written, target);
  } catch (thrown) {
    if (isPlain) await rm(written, { force: true }).catch(() => undefined);
    throw isSystemError(thrown) ? unwritable(path, thrown) : thrown;
  }
}

/**
 * Writes a value as JSON into a folder, which is made where it is not there.
 * @throws PipelineError OUTPUT_UNWRITABLE
 */
export async function writeJsonFile(folder: string, name: string, value: unknown): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
  } catch (cause) {
    throw unwritable(join(folder, name), cause);
  }
}

const isSystemError = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && 'syscall' in thrown;

function unwritable(path: string, cause: unknown): PipelineError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new PipelineError({
    code: 'OUTPUT_UNWRITABLE',
    message: `${path} cannot be written: ${why}`,
    cause,
  });
}
