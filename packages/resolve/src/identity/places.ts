import { different, type Verdict } from '../cluster/verdict.ts';
import { foldName, words } from '../names/fold.ts';
import { spellingDistance } from '../names/spelling.ts';
import { companyScore, contradict, shared } from './overlap.ts';
import type { Signature } from './signature.ts';

/** Whether two signatures are one place that the gazetteer does not have: by name, with the state for and against. */
export function comparePlaces(left: Signature, right: Signature): Verdict {
  if (left.only !== right.only) return different;
  const score = placeNameScore(foldName(left.name), foldName(right.name));
  if (score === 0) return different;
  const countries = shared(left.countries, right.countries);
  let weight = score + (countries.length > 0 ? 0.15 : 0) + companyScore(left.company, right.company);
  if (contradict(left.countries, right.countries)) weight -= 0.6;
  weight = Math.round(weight * 1000) / 1000;
  const reasons = [
    score === 0.6 ? 'names: exact' : 'names: spelling',
    ...countries.map((state) => `state: ${state}`),
  ];
  const kind = weight >= 0.55 ? 'same' : weight >= 0.35 ? 'doubt' : 'different';
  return { kind, weight, alike: true, reasons };
}

function placeNameScore(left: string, right: string): number {
  if (left === right) return 0.6;
  const a = words(left);
  const b = words(right);
  if (a.length !== b.length) return 0;
  const distance = a.reduce((sum, word, at) => sum + spellingDistance(word, b[at] ?? ''), 0);
  return distance <= 0.6 ? 0.45 - 0.2 * distance : 0;
}
