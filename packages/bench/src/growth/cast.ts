import { defaultGazetteer, type GazetteerEntry } from '@dragoman/gazetteer';
import { generator } from '../random.ts';

/** Somebody of the generated world: the same number is the same person in every article. */
export interface CastPerson {
  readonly key: string;
  readonly given: string;
  readonly surname: string;
  readonly title: string;
  readonly state: GazetteerEntry;
}

/** A body of the generated world that no gazetteer knows. */
export interface CastGroup {
  readonly key: string;
  readonly name: string;
  readonly state: GazetteerEntry;
}

const onsets = 'b,br,ch,d,dr,f,g,gr,h,j,k,kh,kr,l,m,n,p,pr,r,s,sh,st,t,tr,v,w,y,z'.split(',');
const vowels = 'a,a,e,i,o,u,ai,ei,ou'.split(',');
const codas = ',,,l,m,n,n,r,r,s,t,k,nd,rt,sh'.split(',');
const posts =
  'foreign minister,president,prime minister,defence minister,ambassador,spokesman,special envoy,finance minister,lawmaker,interior minister,general,professor,journalist,chief executive,lawyer,activist,opposition leader,central bank governor,deputy foreign minister,police chief'.split(
    ',',
  );
const bodies =
  'Institute,Holdings,Movement,Front,Relief Network,Shipping,Energy,Council,Observatory,Party'.split(',');

/**
 * A rank from 0 to `size` − 1, as words and names of the news have them: the first comes about twice as often as the second, three
 * times as often as the third.
 */
export function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1);
}

/** A rank that is small more often than great, but not by as much: of names, of which many people bear the first few. */
function common(random: () => number, size: number): number {
  return Math.floor(random() ** 2 * size);
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

const states = stateEntries();
const cities = citiesByState();

function stateEntries(): GazetteerEntry[] {
  return defaultGazetteer()
    .entries.filter(({ id }) => id.startsWith('state:'))
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.id < b.id ? -1 : 1));
}

function citiesByState(): Map<string, GazetteerEntry[]> {
  const found = new Map<string, GazetteerEntry[]>();
  for (const entry of defaultGazetteer().entries) {
    if (!entry.id.startsWith('city:') || entry.country === undefined) continue;
    const list = found.get(entry.country) ?? [];
    if (list.length < 6) found.set(entry.country, [...list, entry]);
  }
  return found;
}

/** A state, the few that are always in the news far more often than the others. */
export function castState(random: () => number): GazetteerEntry {
  return states[zipf(random, states.length)] ?? pick(random, states);
}

/** A city of the state, or the state itself where the gazetteer has none. */
export function castPlace(random: () => number, state: GazetteerEntry): GazetteerEntry {
  const list = cities.get(state.id);
  return list === undefined ? state : pick(random, list);
}

/** A person of the world by rank: given names are shared by many, surnames by few, and now and then two bear both. */
export function castPerson(rank: number): CastPerson {
  const random = generator(rank * 7919 + 13);
  random();
  const state = castState(random);
  return {
    key: `p${rank}`,
    given: word(common(random, 900) * 31 + 7, 2),
    surname: word(common(random, 60_000) * 17 + 3, 2 + (rank % 2)),
    title: posts[zipf(random, posts.length)] ?? 'envoy',
    state,
  };
}

export function castGroup(rank: number): CastGroup {
  const random = generator(rank * 104_729 + 29);
  random();
  return {
    key: `o${rank}`,
    name: `${word(rank * 13 + 5, 2)} ${word(rank * 29 + 11, 2)} ${pick(random, bodies)}`,
    state: castState(random),
  };
}

/** A word that sounds like a name, the same for the same number. */
export function word(number: number, syllables: number): string {
  const random = generator(Math.imul(number, 2_654_435_761) + 97);
  random();
  const text = Array.from(
    { length: syllables },
    () => `${pick(random, onsets)}${pick(random, vowels)}${pick(random, codas)}`,
  ).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
