import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PipelineError } from '@dragoman/core';
import { load as parse } from 'js-yaml';
import type { z } from 'zod';

/** The folder of the lexicons that come with the package. */
export const shippedLexiconFolder: string = fileURLToPath(new URL('../../data/lexicon/', import.meta.url));

/** A lexicon file: its name in a lexicon folder and what it must look like. */
export interface LexiconFile<S extends z.ZodType> {
  readonly file: string;
  readonly schema: S;
  /** Further files of the same lexicon, joined to the first in order: 'events/agree.yaml'. */
  readonly parts?: readonly string[];
  /**
   * How the same file of a user's folder is joined to the shipped one. Without it lists are appended,
   * records joined key by key, everything else replaced.
   */
  readonly merge?: (shipped: unknown, added: unknown) => unknown;
}

/**
 * Reads a lexicon from the shipped folder, joined with the files of the same names in each folder given, in order.
 * Throws LEXICON_INVALID, naming file and place, where a file is missing, not YAML or does not fit the schema.
 */
export function loadLexicon<S extends z.ZodType>(
  lexicon: LexiconFile<S>,
  folders: readonly string[] = [],
): z.output<S> {
  const merge = lexicon.merge ?? joined;
  const files = filesOf(lexicon);
  let data = files.map((file) => readYaml(join(shippedLexiconFolder, file))).reduce(joined);
  for (const folder of folders) {
    const own = files.map((file) => join(folder, file)).filter((path) => existsSync(path));
    if (own.length > 0) data = merge(data, own.map(readYaml).reduce(joined));
  }
  const result = lexicon.schema.safeParse(data);
  if (!result.success) {
    throw new PipelineError({
      code: 'LEXICON_INVALID',
      message: issueText(lexicon.file, result.error),
      cause: result.error,
    });
  }
  return result.data;
}

/** The names of all files of a lexicon in a lexicon folder. */
export function filesOf({ file, parts = [] }: LexiconFile<z.ZodType>): readonly string[] {
  return [file, ...parts];
}

/** Reads a YAML file. Throws LEXICON_INVALID with the path and the parser's message. */
export function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PipelineError({ code: 'LEXICON_INVALID', message: `${path}: ${reason}`, cause });
  }
}

/** The first issue of a schema error as one line: file, place in the data, what is wrong. */
export function issueText(file: string, error: z.ZodError): string {
  const issue = error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  return `${file}${place === '' ? '' : ` at ${place}`}: ${issue?.message ?? 'invalid'}`;
}

function joined(shipped: unknown, added: unknown): unknown {
  if (Array.isArray(shipped) && Array.isArray(added)) return [...shipped, ...added];
  if (isRecord(shipped) && isRecord(added)) {
    const keys = new Set([...Object.keys(shipped), ...Object.keys(added)]);
    return Object.fromEntries([...keys].map((key) => [key, joined(shipped[key], added[key])]));
  }
  return added === undefined ? shipped : added;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
