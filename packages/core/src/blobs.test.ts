import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderBlobStore } from './blobs.ts';
import { sha256 } from './ids.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-blobs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('two rivers met at noon');

it('gives back the bytes under their hash', async () => {
  const blobs = folderBlobStore(folder);
  const hash = await blobs.put(bytes);
  expect(hash).toBe(sha256(bytes));
  expect(new Uint8Array(await blobs.get(hash))).toEqual(bytes);
});

it('keeps one file however often the same bytes come, even at once', async () => {
  const blobs = folderBlobStore(folder);
  await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
  const hash = sha256(bytes);
  expect(await readdir(join(folder, hash.slice(0, 2)))).toEqual([hash]);
});

it('says which blob is missing or damaged', async () => {
  const blobs = folderBlobStore(folder);
  await expect(blobs.get('0'.repeat(64))).rejects.toMatchObject({ code: 'BLOB_MISSING', retryable: true });
  const hash = await blobs.put(bytes);
  await writeFile(join(folder, hash.slice(0, 2), hash), 'other words');
  await expect(blobs.get(hash)).rejects.toMatchObject({ code: 'BLOB_DAMAGED' });
});
