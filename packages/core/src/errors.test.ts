import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCodes, PipelineError, toPipelineError } from './errors.ts';

it('lists every code in the documentation with its meaning', () => {
  const documentation = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const rows = [...documentation.matchAll(/^\| `([A-Z_0-9]+)` \| (.+) \|$/gm)].filter(
    ([, code]) => !code?.startsWith('DRAGOMAN'),
  );
  expect(Object.fromEntries(rows.map(([, code, meaning]) => [code, meaning]))).toEqual(errorCodes);
});

it('keeps the first code when an error crosses another boundary', () => {
  const inner = new PipelineError({ code: 'BLOB_MISSING', message: 'gone', retryable: true });
  expect(toPipelineError(inner, 'STORE_FAILED')).toBe(inner);
  expect(toPipelineError('words', 'STORE_FAILED')).toMatchObject({
    code: 'STORE_FAILED',
    message: 'words',
    retryable: false,
  });
});
