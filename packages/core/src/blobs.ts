import { mkdir, readFile, rename, writeFile, access } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PipelineError } from './errors.ts';
import { sha256 } from './ids.ts';

/** Documents by the SHA-256 of their bytes: queues carry the hash, never the document. */
export interface BlobStore {
  /** Keeps the bytes and returns their hash; keeping the same bytes again does nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws PipelineError BLOB_MISSING (retryable: another host may still be writing) or BLOB_DAMAGED */
  get(hash: string): Promise<Uint8Array>;
}

/** A blob store in a folder, two levels deep; any number of processes may write to it at once. */
export function folderBlobStore(folder: string): BlobStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (await exists(path)) return hash;
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
      const unfinished = `${path}.${randomUUID()}`;
      await writeFile(unfinished, bytes);
      await rename(unfinished, path);
      return hash;
    },
    async get(hash) {
      const bytes = await readBlob(pathOf(hash), hash);
      if (sha256(bytes) !== hash) {
        throw new PipelineError({
          code: 'BLOB_DAMAGED',
          message: `blob ${hash} does not have the hash that names it`,
        });
      }
      return bytes;
    },
  };
}

/** Keeps a value as JSON and returns the blob's hash. */
export function putJson(blobs: BlobStore, value: unknown): Promise<string> {
  return blobs.put(new TextEncoder().encode(JSON.stringify(value)));
}

/** The JSON value of a blob, unchecked: parse it with its schema. */
export async function getJson(blobs: BlobStore, hash: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await blobs.get(hash)));
}

async function readBlob(path: string, hash: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new PipelineError({ code: 'BLOB_MISSING', message: `no blob ${hash}`, retryable: true, cause });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
