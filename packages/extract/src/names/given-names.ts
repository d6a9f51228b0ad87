import { readFileSync } from 'node:fs';

export type Sex = 'male' | 'female';

/** Folded given names with the sex most lists give them, from data/given-names.tsv (sources: train/given_names.py). */
export function readGivenNames(): Map<string, Sex> {
  const text = readFileSync(new URL('../../data/given-names.tsv', import.meta.url), 'utf8');
  const names = new Map<string, Sex>();
  for (const line of text.split('\n')) {
    const [name, sex] = line.split('\t');
    if (name !== undefined && sex !== undefined) names.set(name, sex === 'm' ? 'male' : 'female');
  }
  return names;
}
