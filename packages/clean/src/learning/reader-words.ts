import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const fileSchema = z.strictObject({ readerWords: z.record(z.string(), z.array(z.string()).nonempty()) });

let shipped: ReadonlySet<string> | undefined;

/** The words by which a page speaks to its reader (`data/reader-words.yaml`), read once. */
export function readerWords(): ReadonlySet<string> {
  shipped ??= new Set(
    Object.values(
      fileSchema.parse(parse(readFileSync(new URL('../../data/reader-words.yaml', import.meta.url), 'utf8')))
        .readerWords,
    ).flat(),
  );
  return shipped;
}
