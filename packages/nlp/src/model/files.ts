/** The model's files in ../../assets: read, checked against their checksums, parsed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';
import { modelSchema, type ModelDescription } from './format.ts';

export interface ModelFiles {
  description: ModelDescription;
  weights: Uint8Array;
  /** Word `i` has id `i + 1`. */
  vocabulary: string[];
}

/** Where the shipped model lies. */
export const modelFolder = new URL('../../assets/', import.meta.url);

/**
 * Reads a model. Throws MODEL_MISSING where a file is absent, does not have the checksum that `checksums.sha256` states,
 * or does not fit the format.
 */
export function readModelFiles(folder: URL = modelFolder): ModelFiles {
  try {
    const sums = parseChecksums(readFileSync(new URL('checksums.sha256', folder), 'utf8'));
    const read = (name: string): Buffer => verified(readFileSync(new URL(name, folder)), name, sums);
    const description = modelSchema.parse(JSON.parse(read('model.json').toString('utf8')));
    const weights = read('model.bin');
    const vocabulary = read('vocabulary.txt').toString('utf8').split('\n');
    if (vocabulary.at(-1) === '') vocabulary.pop();
    return { description, weights, vocabulary };
  } catch (cause) {
    if (cause instanceof PipelineError) throw cause;
    throw new PipelineError({ code: 'MODEL_MISSING', message: 'the language model cannot be read', cause });
  }
}

function parseChecksums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [sum, name] = line.split(/\s+\*?/);
    if (sum !== undefined && name !== undefined && name !== '') sums.set(name, sum);
  }
  return sums;
}

function verified(bytes: Buffer, name: string, sums: Map<string, string>): Buffer {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (sums.get(name) !== found)
    throw new PipelineError({ code: 'MODEL_MISSING', message: `${name} does not have its checksum` });
  return bytes;
}
