import { z } from 'zod';
import type { Quantity } from '@dragoman/schemas';
import { readData } from '../data.ts';
import { words } from '../names/fold.ts';

const lists = readData(
  'units.yaml',
  z.strictObject({ synonyms: z.record(z.string(), z.string()), ignored: z.array(z.string()) }),
);
const ignored = new Set(lists.ignored);

/** What a quantity counts, in one spelling ('40 unarmed observers': observer); null where numbers of it are not compared. */
export function unitOf(quantity: Quantity): string | null {
  const unit = quantity.unit.toLowerCase().trim();
  const whole = lists.synonyms[unit];
  const last = words(unit).at(-1) ?? unit;
  const word = whole ?? lists.synonyms[last] ?? singular(last);
  return ignored.has(word) ? null : word;
}

function singular(word: string): string {
  if (word.length > 3 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
