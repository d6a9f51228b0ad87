import { sha256 } from '@dragoman/core';
import type { RawDocument, Stated } from '@dragoman/schemas';
import type { Input } from './input.ts';

export interface DocumentParts {
  readonly input: string;
  readonly id: string;
  readonly format: RawDocument['format'];
  readonly bytes: Uint8Array;
  readonly stated: Stated;
  readonly charset?: string | undefined;
}

/** A document; its hash names it in the blob store. */
export function createDocument(parts: DocumentParts): RawDocument {
  const { charset, ...rest } = parts;
  return { ...rest, hash: sha256(parts.bytes), ...(charset === undefined ? {} : { charset }) };
}

/** A document as an input. */
export function documentInput(parts: DocumentParts): Input {
  return { kind: 'document', document: createDocument(parts) };
}
