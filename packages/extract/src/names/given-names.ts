import { readFileSync } from 'node:fs';
import { foldName } from './text.ts';

export type Sex = 'male' | 'female';

/** Names by their folded form; they are looked up as they stand, 'Péter' as 'peter'. */
class FoldedNames extends Map<string, Sex> {
  override get(name: string): Sex | undefined {
    return super.get(folded(name));
  }

  override has(name: string): boolean {
    return super.has(folded(name));
  }
}

const plain = /^[a-z ]*$/;
/** Letters that are no others with a mark: 'Łukasz', 'Søren', 'Işık' are listed as 'lukasz', 'soren', 'isik'. */
const strokes: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };
const folded = (name: string): string =>
  plain.test(name) ? name : foldName(name).replace(/[łøđı]/g, (letter) => strokes[letter] ?? letter);

/** Folded given names with the sex most lists give them, from data/given-names.tsv (sources: train/given_names.py). */
export function readGivenNames(): ReadonlyMap<string, Sex> {
  const text = readFileSync(new URL('../../data/given-names.tsv', import.meta.url), 'utf8');
  const names = new FoldedNames();
  for (const line of text.split('\n')) {
    const [name, sex] = line.split('\t');
    if (name !== undefined && sex !== undefined) names.set(name, sex === 'm' ? 'male' : 'female');
  }
  return names;
}
