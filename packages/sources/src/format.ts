import { extname } from 'node:path';
import type { RawDocument } from '@dragoman/schemas';

const byEnding: Record<string, RawDocument['format'] | 'list'> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.md': 'text',
  '.jsonl': 'list',
  '.ndjson': 'list',
};

/** What a file's ending says it holds (`.gz` aside); undefined for endings that are not read. */
export function formatOf(path: string): RawDocument['format'] | 'list' | undefined {
  return byEnding[extname(path.replace(/\.gz$/i, '')).toLowerCase()];
}

const SNIFFED_BYTES = 1024;

/** What unnamed bytes hold: a page begins with a tag, a list with a JSON object, the rest is text. */
export function sniffFormat(bytes: Uint8Array): RawDocument['format'] | 'list' {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES)).trimStart();
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|[a-z])/i.test(head)) return 'html';
  return /^\{\s*"/.test(head) ? 'list' : 'text';
}
