import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PronounClass } from './features.ts';

const weightsSchema = z.object({
  he: z.record(z.string(), z.number()),
  it: z.record(z.string(), z.number()),
  they: z.record(z.string(), z.number()),
});

/** Weights of a log-linear ranking of antecedents, apart for the three classes of pronouns. Trained by train/coreference.ts. */
export type PronounWeights = z.output<typeof weightsSchema>;

/** Reads the shipped weights. */
export function loadPronounWeights(): PronounWeights {
  return weightsSchema.parse(
    JSON.parse(readFileSync(new URL('../../data/coreference.json', import.meta.url), 'utf8')),
  );
}

/** The sum of the weights of features; those without a weight count nothing. */
export function scoreOf(weights: PronounWeights, kind: PronounClass, features: readonly string[]): number {
  const table = weights[kind];
  let sum = 0;
  for (const feature of features) sum += table[feature] ?? 0;
  return sum;
}
