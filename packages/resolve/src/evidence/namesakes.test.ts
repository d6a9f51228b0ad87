import type { Entity } from '@dragoman/schemas';
import { describe, expect, it } from 'vitest';
import { matchNames, personTokens } from '../names/person-name.ts';
import { Namesakes } from './namesakes.ts';

const names = [
  'Nadia Abdelrahman',
  'Nadia Abdel Rahman',
  'Nadja Abdelrahman',
  'Omar Nadia Abdelrahman',
  'Viktor Orsos',
  'Orsos Viktor',
  'Mike Halloran',
  'Michael Halloran',
  'Michael Halloran Jr.',
  'Sheikh Tamim al-Tayeb',
  'Tamim Altayeb',
  'Goran Đurić',
  'Goran Djuric',
  'Halloran',
  'Jozica Klancar',
  'Jozhica Klanchar',
  'Lena Brandt',
  'Tomás Quispe Mamani',
  'Tomas Quispe',
];

const people = names.map((name, at): Entity => ({
  id: `p${at}`,
  kind: 'person',
  name,
  aliases: [],
  spans: [],
  rule: 'test',
  confidence: 1,
}));

/** As told by comparing everybody with everybody. */
function alikeByPairs(person: Entity): string[] {
  const own = personTokens(person.name);
  const others = people.filter(({ id }) => id !== person.id).map(({ name }) => personTokens(name));
  const alike = others.filter(
    (other) =>
      own.length > 1 &&
      other.length > 1 &&
      !['none', 'partial', 'exact'].includes(matchNames(own, other).how),
  );
  return [...new Set(alike.map((tokens) => tokens.join(' ')))].toSorted();
}

describe('namesakes of one article', () => {
  const namesakes = new Namesakes(people);

  it('are those that comparing every two names finds', () => {
    const found = people.map((person) => [person.name, namesakes.of(person)]);
    expect(found).toEqual(people.map((person) => [person.name, alikeByPairs(person)]));
    expect(found.filter(([, alike]) => alike?.length !== 0).length).toBeGreaterThan(8);
  });

  it('has none for a surname alone or somebody whose name is like nobody else’s', () => {
    expect(namesakes.of(people[13]!)).toEqual([]);
    expect(namesakes.of(people[16]!)).toEqual([]);
  });
});
