import { describe, expect, test } from 'vitest';
import { signaturesOf } from '../evidence/signatures.ts';
import { invented, type Invented, type InventedPerson } from '../testing/invented.ts';
import { asPerson, comparePeople } from './people.ts';

/** The verdict on the first person of two articles. */
function verdict(left: InventedPerson, right: InventedPerson, together: readonly string[] = []): string {
  const company = together.map((name) => ({ name }));
  const person = (id: string, one: InventedPerson) => {
    const article: Invented = { id, people: [one, ...company] };
    const [signature] = signaturesOf(invented(article)).all;
    if (signature === undefined) throw new Error('no signature');
    return asPerson(signature);
  };
  return comparePeople(person('a', left), person('b', right)).kind;
}

describe('the same person', () => {
  test('one full name, and somebody else of the company', () => {
    const analyst = { name: 'Meaza Woldu', title: 'analyst', of: 'Rift Futures Institute' };
    expect(verdict({ name: 'Meaza Woldu' }, analyst, ['Ali Kadafo'])).toBe('same');
  });
  test('another spelling, with the same state and post', () => {
    const left = { name: 'Girmay Tesfatsion', title: 'foreign minister', of: 'Eritrea' };
    expect(
      verdict(left, { name: 'Ghirmay Tesfazion', title: 'minister of foreign affairs', of: 'Eritrea' }),
    ).toBe('same');
  });
  test('a surname with the same state and post', () => {
    const left = { name: 'Araghchi', title: 'Foreign Minister', of: 'Iran' };
    expect(verdict(left, { name: 'Abbas Araghchi', title: 'foreign minister', of: 'Iran' })).toBe('same');
  });
  test('one full name, and a post that the other article tells more exactly', () => {
    const left = { name: 'Girmay Tesfatsion', title: 'secretary' };
    expect(verdict(left, { name: 'Girmay Tesfatsion', title: 'secretary of state' })).toBe('same');
  });
  test('a bare name among ministers, and a minister', () => {
    const talks = invented({
      id: 'talks',
      people: [{ name: 'Andrés Villacís' }, { name: 'Rosaura Quispe', title: 'foreign minister' }],
    });
    const other = invented({ id: 'other', people: [{ name: 'Andrés Villacís', title: 'foreign minister' }] });
    const [bare, minister] = [talks, other].map((article) => signaturesOf(article).all[0]);
    if (bare === undefined || minister === undefined) throw new Error('two signatures');
    expect(comparePeople(asPerson(bare), asPerson(minister)).kind).toBe('same');
  });
  test('another affiliation, in the same company', () => {
    const left = { name: 'Shirin Banu', title: 'director', of: 'Setu Relief Network' };
    const company = ['Rajagopal Venkatesan', 'Mahbub Sikder', 'Karin Holm'];
    expect(verdict(left, { name: 'Shirin Banu', title: 'activist', of: 'Bangladesh' }, company)).toBe('same');
  });
});

describe('not the same person', () => {
  test('one common name and nothing else in common waits for a person', () => {
    const analyst = { name: 'Meaza Woldu', title: 'analyst', of: 'Rift Futures Institute' };
    expect(verdict({ name: 'Meaza Woldu' }, analyst)).toBe('doubt');
  });
  test('one name and one state, a minister and a runner in one story', () => {
    const left = { name: 'Dawit Mekonnen', title: 'foreign minister', of: 'Ethiopia' };
    const right = { name: 'Dawit Mekonnen', title: 'marathon runner', of: 'Ethiopia' };
    expect(verdict(left, right, ['Ghirmay Tesfazion', 'Ali Kadafo', 'Selamawit Kebede'])).toBe('different');
  });
  test('one name, two fields', () => {
    const left = { name: 'Dawit Mekonnen', title: 'foreign minister', of: 'Ethiopia' };
    expect(
      verdict(left, { name: 'Dawit Mekonnen', title: 'logistics coordinator', of: 'Setu Relief Network' }),
    ).toBe('different');
  });
  test('one name, a state here and an employer there', () => {
    const left = { name: 'Dawit Mekonnen', title: 'negotiator', of: 'Ethiopia' };
    expect(verdict(left, { name: 'Dawit Mekonnen', title: 'member', of: 'Padma Loom Holdings' })).not.toBe(
      'same',
    );
  });
  test('a bare name among footballers, and one at a meeting of states, with no company in common', () => {
    const sport = invented({
      id: 'match',
      people: [{ name: 'Andrés Villacís' }, { name: 'Norberto Salcedo', title: 'coach' }],
    });
    const talks = invented({
      id: 'talks',
      people: [{ name: 'Andrés Villacís' }, { name: 'Rosaura Quispe' }],
      meetings: [{ who: ['Andrés Villacís', 'Rosaura Quispe'], sides: ['Peru', 'Ecuador'] }],
    });
    const [player, minister] = [sport, talks].map((article) => signaturesOf(article).all[0]);
    if (player === undefined || minister === undefined) throw new Error('two signatures');
    expect(player.id).not.toBe(minister.id);
    expect(comparePeople(asPerson(player), asPerson(minister)).kind).toBe('doubt');
  });
  test('one name and two posts of one field wait for a person', () => {
    const left = { name: 'Dawit Mekonnen', title: 'negotiator' };
    expect(verdict(left, { name: 'Dawit Mekonnen', title: 'treasurer' })).toBe('doubt');
  });
  test('one name, two states', () => {
    const left = { name: 'Ali Hassan', title: 'minister', of: 'Kenya' };
    expect(verdict(left, { name: 'Ali Hassan', title: 'minister', of: 'Pakistan' })).toBe('different');
  });
  test('a spelling with nothing to support it waits for a person', () => {
    expect(verdict({ name: 'Khaled Mansour' }, { name: 'Khalid Mansur' })).toBe('doubt');
  });
  test('a surname with nothing to support it waits', () => {
    expect(verdict({ name: 'Khan' }, { name: 'Imran Khan', title: 'minister', of: 'Pakistan' })).toBe(
      'doubt',
    );
  });
  test('a father within his daughter’s name, told apart by an article that has both', () => {
    const both: Invented = { id: 'both', people: [{ name: 'Aung San Suu Kyi' }, { name: 'Aung San' }] };
    const people = signaturesOf(invented(both)).all.map(asPerson);
    const [daughter, father] = people;
    if (daughter === undefined || father === undefined) throw new Error('two people');
    expect(comparePeople(daughter, father).kind).toBe('different');
  });
});
