import { PipelineError } from '@dragoman/core';
import type { Authority } from '@dragoman/resolve';
import { issuesText } from '@dragoman/schemas';
import { z } from 'zod';

const list = z.union([z.string(), z.array(z.string())]).default([]);
const rowSchema = z.object({
  id: z.string().regex(/^Q\d+$/u),
  label: z.string().min(1),
  aliases: list.transform((value) => (typeof value === 'string' ? parted(value) : value)),
  kind: z.string().default(''),
  country: z.string().default(''),
  description: z.string().default(''),
});

/**
 * Reads a file of Wikidata ids: JSON objects, one a line, or columns parted by tabs under a line of their names. `id` and `label` are
 * needed; `aliases` (in columns parted by |), `kind`, `country` and `description` may be there; others are passed over.
 * @throws PipelineError INPUT_BROKEN_LINE with the number of the line that does not fit
 */
export function readAuthorities(text: string): Authority[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return [];
  const columns = lines[first]?.trim().startsWith('{') === true ? null : (lines[first] ?? '').split('\t');
  const found = new Map<string, Authority>();
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || (columns !== null && at === first)) continue;
    const parsed = rowSchema.safeParse(columns === null ? jsonIn(line) : rowIn(line, columns));
    if (!parsed.success) throw unfit(at + 1, parsed.error);
    found.set(parsed.data.id, parsed.data);
  }
  return [...found.values()];
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function rowIn(line: string, columns: readonly string[]): Record<string, string> {
  const cells = line.split('\t');
  return Object.fromEntries(
    columns.flatMap((column, at) => {
      const cell = cells[at]?.trim() ?? '';
      return cell === '' ? [] : [[column.trim().toLowerCase(), cell]];
    }),
  );
}

function parted(cell: string): string[] {
  return cell
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function unfit(line: number, error: z.ZodError): PipelineError {
  const message = `line ${line} is no entry: ${issuesText(error)}`;
  return new PipelineError({ code: 'INPUT_BROKEN_LINE', message });
}
