import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import type { z } from 'zod';
import { PipelineError } from '@dragoman/core';

/**
 * Reads a YAML file of this package's `data` folder.
 * @throws PipelineError LEXICON_INVALID where it does not fit the schema
 */
export function readData<T>(name: string, schema: z.ZodType<T>): T {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new PipelineError({ code: 'LEXICON_INVALID', message: `${name}: ${parsed.error.message}` });
}
