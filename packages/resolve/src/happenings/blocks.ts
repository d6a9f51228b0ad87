import type { Blocking } from '../identity/blocks.ts';
import { dayOfIso, monthsAround, periodsOf, stretchOf } from './dates.ts';
import type { Telling } from './telling.ts';

const pairLimit = 7;

/**
 * The blocks of a telling: keys of its parties, in the months that its date, or else its article, allows. A telling with neither
 * is held against those of every month; one that names a single person against all that name that person; all of one article
 * against each other.
 */
export function tellingBlocks(telling: Telling): Blocking {
  const periods = periodsOfTelling(telling);
  const scene = sceneOf(telling);
  const { pairs: keys, one, any } = telling.type === 'meeting' ? meetingKeys(telling) : eventKeys(telling);
  const inPeriods = (list: readonly string[], suffixes: readonly string[]): string[] =>
    list.flatMap((key) => suffixes.map((suffix) => `${telling.type} ${key} ${suffix}`));
  const stands = periods === null ? ['undated'] : [...periods, 'any'];
  const looks = periods === null ? ['any', 'undated'] : [...periods, 'undated'];
  const own = `${telling.type} in ${telling.article}`;
  return {
    stands: sorted([own, ...scene.stands, ...inPeriods([...keys, ...one.stands, ...any], stands)]),
    looks: sorted([own, ...scene.looks, ...inPeriods([...keys, ...one.looks, ...any], looks)]),
  };
}

const isoDayLength = 10;

/**
 * The place and day of a meeting: a denial, which often names one of those who were to come, is held against what others tell of
 * that place and day.
 */
function sceneOf({ type, place, start, status }: Telling): Blocking {
  const day = start?.slice(0, isoDayLength) ?? '';
  if (type !== 'meeting' || place === null || day.length < isoDayLength) return { stands: [], looks: [] };
  const [told, denied] = [`told at ${place.node} ${day}`, `denied at ${place.node} ${day}`];
  return status === 'denied' ? { stands: [denied], looks: [told] } : { stands: [told], looks: [denied] };
}

/** The months (or the year) a telling may be of, and those in which what it awaits is talked of; null where nothing tells. */
function periodsOfTelling(telling: Telling): string[] | null {
  const stretch = stretchOf(telling.start, telling.end);
  const told = dayOfIso(telling.published);
  const around = told === null ? [] : monthsAround(told);
  if (stretch === null) return told === null ? null : around;
  const awaited = telling.status === 'planned' || telling.status === 'possible';
  return sorted([...periodsOf(stretch), ...(awaited ? around : [])]);
}

interface Keys {
  /** Pairs of parties. */
  readonly pairs: readonly string[];
  /** Single people: who is alone in a telling finds those with company, and the other way round. */
  readonly one: Blocking;
  readonly any: readonly string[];
}

function meetingKeys(telling: Telling): Keys {
  const others = [...telling.mediators, ...telling.hosts];
  const persons = sorted([...telling.persons, ...others.filter(isPerson)]).slice(0, pairLimit);
  const sides = sorted([
    ...telling.sides,
    ...telling.states,
    ...others.filter((node) => !isPerson(node)),
  ]).slice(0, pairLimit);
  const alone = persons.map((person) => `alone ${person}`);
  const among = persons.map((person) => `among ${person}`);
  const one =
    persons.length === 1 ? { stands: alone, looks: [...alone, ...among] } : { stands: among, looks: alone };
  const sole = persons.length === 0 && sides.length === 1 ? sides.map((side) => `sole ${side}`) : [];
  return { pairs: [...pairsOf(persons), ...pairsOf(sides)], one, any: sole };
}

function eventKeys(telling: Telling): Keys {
  const actors = [...telling.persons, ...telling.sides].slice(0, pairLimit);
  const targets = telling.targets.slice(0, pairLimit);
  const pairs = actors.flatMap((actor) => targets.map((target) => `${actor} ${target}`));
  if (targets.length === 0) pairs.push(...pairsOf(actors));
  const place = telling.place?.node;
  const at =
    place === undefined
      ? []
      : [...actors, ...targets].slice(0, pairLimit).map((party) => `${party} ${place}`);
  return { pairs: [...pairs, ...at], one: { stands: [], looks: [] }, any: [] };
}

function isPerson(node: string): boolean {
  return node.startsWith('person:');
}

function pairsOf(parties: readonly string[]): string[] {
  return parties.flatMap((a, at) => parties.slice(at + 1).map((b) => `${a} ${b}`));
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].toSorted();
}
