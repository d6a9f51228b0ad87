import { foldName, words } from '../names/fold.ts';
import { groupNameKeys } from '../names/group-name.ts';
import { fullNameKeys } from '../names/person-name.ts';
import { skeletonOf, skeletonsOf } from '../names/spelling.ts';
import type { Group } from './groups.ts';
import type { Person } from './people.ts';
import type { Signature } from './signature.ts';

/** Where a signature stands, and where it looks for its like: what finds is found. */
export interface Blocking {
  readonly stands: readonly string[];
  readonly looks: readonly string[];
}

/**
 * A person's blocks. Full names meet under the sounds of two of their words. A single name and a full name meet under the sound
 * of one word with a state, or, where the single name comes without one, under the sound alone, so that two full names that share
 * a common surname need not be compared.
 */
export function personBlocks(person: Person): Blocking {
  const stands = new Set<string>();
  const looks = new Set<string>();
  for (const tokens of person.tokens) {
    const [only = ''] = tokens;
    if (tokens.length > 1) {
      for (const key of fullNameKeys(tokens)) stands.add(`pn ${key}`);
      for (const key of fullNameKeys(tokens)) looks.add(`pn ${key}`);
      for (const sound of new Set(tokens.flatMap(skeletonsOf))) {
        for (const country of ['', ...person.countries]) {
          stands.add(`pf ${sound} ${country}`);
          looks.add(`ps ${sound} ${country}`);
        }
      }
    } else {
      for (const sound of skeletonsOf(only)) {
        for (const country of person.countries.length > 0 ? person.countries : ['']) {
          stands.add(`ps ${sound} ${country}`);
          looks.add(`pf ${sound} ${country}`);
        }
        stands.add(`pm ${sound}`);
        looks.add(`pm ${sound}`);
      }
    }
  }
  return sorted(stands, looks);
}

export function groupBlocks(group: Group): Blocking {
  const keys = new Set<string>();
  const states = group.generic ? group.countries : [''];
  for (const tokens of group.tokens) {
    for (const key of groupNameKeys(tokens)) for (const state of states) keys.add(`gn ${key} ${state}`);
  }
  for (const acronym of [...group.acronyms, ...group.initials]) keys.add(`ga ${acronym}`);
  return sorted(keys, keys);
}

export function placeBlocks(place: Signature): Blocking {
  const keys = new Set([`ln ${words(foldName(place.name)).map(skeletonOf).join(' ')}`]);
  return sorted(keys, keys);
}

function sorted(stands: Iterable<string>, looks: Iterable<string>): Blocking {
  return { stands: [...new Set(stands)].toSorted(), looks: [...new Set(looks)].toSorted() };
}
