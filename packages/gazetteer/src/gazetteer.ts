/** Names to entries, alone or along a run of words. */
import { ownEntries, shippedEntries } from './build.ts';
import type { GazetteerEntry, NameHit, NameUse } from './entry.ts';
import { caseFits, nameKey } from './key.ts';

/** A name found over the words `start` to `end` (exclusive); hits in order of prominence. */
export interface GazetteerMatch {
  start: number;
  end: number;
  hits: NameHit[];
}

export interface GazetteerOptions {
  /** Paths of lists of the user's own (YAML); their entries come before shipped ones. */
  ownLists?: readonly (URL | string)[];
}

/** Cities below this are found when asked for by name, not when running text is searched. */
const citiesInText = 100_000;

export class Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly #byId: Map<string, GazetteerEntry>;
  readonly #byKey = new Map<string, NameHit[]>();
  /** By the first word of a key, how many words the longest such key has. */
  readonly #longest = new Map<string, number>();

  constructor(entries: readonly GazetteerEntry[]) {
    this.entries = entries;
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) this.#add(entry);
    for (const hits of this.#byKey.values()) if (hits.length > 1) hits.sort(byProminence);
  }

  /** The entry with an id. */
  get(id: string): GazetteerEntry | undefined {
    return this.#byId.get(id);
  }

  /** What a name may mean, the most prominent first; empty where it is not known. `accept` narrows it. */
  find(name: string, accept?: (hit: NameHit) => boolean): NameHit[] {
    const hits = this.#byKey.get(nameKey(name)) ?? [];
    return hits.filter((hit) => fits(name, hit) && (accept === undefined || accept(hit)));
  }

  /** The longest names in a run of words, from left to right. Small cities only where `accept` is given and takes them. */
  match(words: readonly string[], accept: (hit: NameHit) => boolean = standsInText): GazetteerMatch[] {
    const keys = words.map(nameKey);
    const matches: GazetteerMatch[] = [];
    for (let start = 0; start < words.length; start++) {
      const match = this.#longestAt(words, keys, start, accept);
      if (match === undefined) continue;
      matches.push(match);
      start = match.end - 1;
    }
    return matches;
  }

  #longestAt(
    words: readonly string[],
    keys: readonly string[],
    start: number,
    accept: (hit: NameHit) => boolean,
  ): GazetteerMatch | undefined {
    const [first = ''] = (keys[start] ?? '').split(' ', 1);
    const most = this.#longest.get(first);
    if (most === undefined) return undefined;
    let best: GazetteerMatch | undefined;
    let key = '';
    let surface = '';
    // Hyphens and apostrophes are words of their own without a key, so a name may span more words than its key has.
    for (let end = start + 1; end <= words.length && end - start <= 2 * most; end++) {
      const part = keys[end - 1] ?? '';
      surface = surface === '' ? (words[end - 1] ?? '') : `${surface} ${words[end - 1]}`;
      if (part === '') continue;
      key = key === '' ? part : `${key} ${part}`;
      const hits = (this.#byKey.get(key) ?? []).filter(
        (hit) => fits(surface, hit, words[start - 1] === 'The') && accept(hit),
      );
      if (hits.length > 0) best = { start, end, hits };
    }
    return best;
  }

  #add(entry: GazetteerEntry): void {
    const spellings: [NameUse, readonly string[]][] = [
      ['name', [entry.name]],
      ['alias', entry.aliases],
      ['adjective', entry.adjectives ?? []],
      ['people', entry.people ?? []],
    ];
    for (const [use, names] of spellings)
      for (const spelling of names) this.#addName({ entry, use, spelling });
  }

  /** 'Ernst & Young' under 'Ernst and Young' as well. */
  #addName(hit: NameHit): void {
    const key = nameKey(hit.spelling);
    if (key.includes(' & ')) this.#addKey(key.replaceAll(' & ', ' and '), hit);
    if (key !== '') this.#addKey(key, hit);
  }

  #addKey(key: string, hit: NameHit): void {
    const hits = this.#byKey.get(key);
    if (hits === undefined) this.#byKey.set(key, [hit]);
    else if (!hits.some(({ entry, spelling }) => entry.id === hit.entry.id && spelling === hit.spelling))
      hits.push(hit);
    const parts = key.split(' ');
    const [first = ''] = parts;
    if (parts.length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, parts.length);
  }
}

/** By its case; a newspaper whose name is an article and one common word, 'The Hill', is meant only with its article. */
function fits(surface: string, { entry, spelling }: NameHit, behindThe = false): boolean {
  const articled = entry.groupKind === 'media' && /^The [^ ]+$/.test(spelling);
  return caseFits(surface, spelling) && (!articled || behindThe || surface.startsWith('The '));
}

function standsInText({ entry }: NameHit): boolean {
  return (
    entry.placeKind !== 'city' ||
    entry.capitalOf !== undefined ||
    entry.own === true ||
    (entry.population ?? 0) >= citiesInText
  );
}

/** Own lists, states, capitals, groups and hand-listed places, then cities by population, then divisions by population. */
function rank({ entry }: NameHit): number {
  if (entry.own === true) return 0;
  if (entry.groupKind === 'state') return 1;
  if (entry.capitalOf !== undefined) return 2;
  if (entry.groupKind !== undefined || entry.population === undefined) return 3;
  return entry.placeKind === 'city' ? 4 : 5;
}

function byProminence(a: NameHit, b: NameHit): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0) return byRank;
  const byPeople = (b.entry.population ?? 0) - (a.entry.population ?? 0);
  if (byPeople !== 0) return byPeople;
  return a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0;
}

/** The shipped gazetteer with the user's own lists. Throws LEXICON_INVALID where a list cannot be used. */
export function loadGazetteer(options: GazetteerOptions = {}): Gazetteer {
  return new Gazetteer([...(options.ownLists ?? []).flatMap(ownEntries), ...shippedEntries()]);
}

let shared: Gazetteer | undefined;

/** The shipped gazetteer, read on first use. */
export function defaultGazetteer(): Gazetteer {
  shared ??= loadGazetteer();
  return shared;
}
