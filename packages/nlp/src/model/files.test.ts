import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PipelineError } from '@dragoman/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelFolder, readModelFiles } from './files.ts';

const names = ['model.json', 'model.bin', 'vocabulary.txt', 'checksums.sha256'];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-'));
  for (const name of names) copyFileSync(fileURLToPath(new URL(name, modelFolder)), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = () => readModelFiles(pathToFileURL(`${folder}/`));

test('a whole model is read, its vocabulary has every word id', () => {
  const { description, vocabulary } = read();
  expect(description.labels.upos).toContain('VERB');
  expect(description.tensors['word']?.shape[0]).toBe(vocabulary.length + 1);
});

test('a changed byte is noticed and named', () => {
  const file = join(folder, 'model.bin');
  const bytes = readFileSync(file);
  const last = bytes.length - 1;
  bytes.writeUInt8((bytes.readUInt8(last) + 1) % 256, last);
  writeFileSync(file, bytes);
  expect(read).toThrow(PipelineError);
  expect(read).toThrow(/model\.bin/);
});

test('a missing model is an error with its code', () => {
  rmSync(join(folder, 'vocabulary.txt'));
  expect(read).toThrow(expect.objectContaining({ code: 'MODEL_MISSING' }));
});
