import { z } from 'zod';
import type { LexiconFile } from '../../lexicon/load.ts';

const words = z.array(z.string()).transform((list) => new Set(list.map((word) => word.toLowerCase())));
const graded = z.strictObject({ sure: words, likely: words });

const kindCuesSchema = z.strictObject({
  person: z.strictObject({
    does: graded,
    undergoes: graded,
    of: words,
    works: words,
    owns: words,
    either: words,
    holds: words,
  }),
  group: z.strictObject({
    does: graded,
    undergoes: graded,
    by: words,
    for: words,
    to: words,
    of: words,
    trades: z.strictObject({ does: words, reports: words, results: words }),
    at: words,
    posts: words,
    owns: words,
  }),
  place: z.strictObject({
    does: graded,
    undergoes: graded,
    of: words,
    owns: words,
    before: words,
    behind: words,
    notIn: words,
  }),
});

export const kindCuesFile: LexiconFile<typeof kindCuesSchema> = {
  file: 'kind-cues.yaml',
  schema: kindCuesSchema,
};

/** What stands beside the names of people, bodies and places. */
export type KindCues = z.output<typeof kindCuesSchema>;
