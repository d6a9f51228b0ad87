import { createHash } from 'node:crypto';
import { compareText } from './order.ts';

/** SHA-256 of bytes or of a string's UTF-8, in hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** JSON with sorted keys and no undefined values: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The id of a value: SHA-256 over its kind and its canonical JSON, so that ids of different kinds never meet. */
export function idOf(kind: string, value: unknown): string {
  return sha256(`${kind}\n${canonicalJson(value)}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
