import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';

const fileSchema = z.strictObject({ openEnds: z.record(z.string(), z.array(z.string())) });

let shipped: ReadonlySet<string> | undefined;

/** Words of all languages that no sentence ends with (`data/joining.yaml`), read once. */
export function openEnds(): ReadonlySet<string> {
  shipped ??= new Set(
    Object.values(
      fileSchema.parse(parse(readFileSync(new URL('../../data/joining.yaml', import.meta.url), 'utf8')))
        .openEnds,
    ).flat(),
  );
  return shipped;
}
