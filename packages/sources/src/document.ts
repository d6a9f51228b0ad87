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

/** A document as an input; its hash names it in the blob store. */
export function documentInput(parts: DocumentParts): Input {
  const { charset, ...rest } = parts;
  const document = { ...rest, hash: sha256(parts.bytes), ...(charset === undefined ? {} : { charset }) };
  return { kind: 'document', document };
}
