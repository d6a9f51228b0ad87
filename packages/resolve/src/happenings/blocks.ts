import { dayOfIso, monthsAround, periodsOf, stretchOf } from './dates.ts';
import type { Telling } from './telling.ts';

const pairLimit = 7;

/** The blocks of a telling: pairs of its parties, in the months that its date, or else its article, allows. */
export function tellingBlocks(telling: Telling): string[] {
  const periods = periodsOfTelling(telling);
  return partyKeys(telling)
    .flatMap((key) => periods.map((period) => `${telling.type} ${key} ${period}`))
    .toSorted();
}

function periodsOfTelling(telling: Telling): string[] {
  const stretch = stretchOf(telling.start, telling.end);
  if (stretch !== null) return periodsOf(stretch);
  const told = dayOfIso(telling.published);
  return told === null ? ['undated'] : monthsAround(told);
}

function partyKeys(telling: Telling): string[] {
  if (telling.type !== 'meeting') return eventKeys(telling);
  const persons = [
    ...new Set([
      ...telling.persons,
      ...telling.mediators.filter(isPerson),
      ...telling.hosts.filter(isPerson),
    ]),
  ].toSorted();
  const sides = [
    ...new Set([...telling.sides, ...telling.states, ...telling.hosts.filter((host) => !isPerson(host))]),
  ].toSorted();
  const keys = [...pairs(persons.slice(0, pairLimit)), ...pairs(sides.slice(0, pairLimit))];
  const few = persons.length + sides.length <= 2;
  if (few || persons.length === 1)
    for (const person of persons.slice(0, 1))
      for (const side of sides.slice(0, pairLimit)) keys.push(`${person} ${side}`);
  if (persons.length + sides.length === 1) keys.push(`${[...persons, ...sides][0] ?? ''} alone`);
  return [...new Set(keys)];
}

function eventKeys(telling: Telling): string[] {
  const actors = [...telling.persons, ...telling.sides].slice(0, pairLimit);
  const keys = actors.flatMap((actor) =>
    telling.targets.slice(0, pairLimit).map((target) => `${actor} ${target}`),
  );
  if (telling.targets.length === 0) keys.push(...pairs(actors));
  if (telling.place !== null)
    for (const party of [...actors, ...telling.targets].slice(0, pairLimit))
      keys.push(`${party} ${telling.place.node}`);
  return [...new Set(keys)];
}

function isPerson(node: string): boolean {
  return node.startsWith('person:');
}

function pairs(parties: readonly string[]): string[] {
  return parties.flatMap((a, at) => parties.slice(at + 1).map((b) => `${a} ${b}`));
}
