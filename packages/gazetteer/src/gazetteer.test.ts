import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ontology } from '@dragoman/schemas';
import { expect, test } from 'vitest';
import { groupKinds, placeKinds } from './entry.ts';
import { defaultGazetteer, loadGazetteer } from './gazetteer.ts';

const gazetteer = defaultGazetteer();
const first = (name: string): string | undefined => gazetteer.find(name)[0]?.entry.id;

test('kinds are those of the ontology', () => {
  expect([...groupKinds].toSorted()).toEqual([...ontology.groupKinds].toSorted());
  expect([...placeKinds].toSorted()).toEqual([...ontology.placeKinds].toSorted());
});

test.each([
  ['Iran', 'state:IR'],
  ['Iranian', 'state:IR'],
  ['U.S.', 'state:US'],
  ['US', 'state:US'],
  ['Türkiye', 'state:TR'],
  ['Côte d’Ivoire', 'state:CI'],
  ['the Netherlands', 'state:NL'],
  ['Muscat', 'city:OM:muscat'],
  ['Khan Younis', 'city:PS:khan-yunis'],
  ['Sana’a', 'city:YE:sanaa'],
  ['IAEA', 'igo:international-atomic-energy-agency'],
  ['Al Qaeda', 'armed_group:al-qaeda'],
  ['Strait of Hormuz', 'waters:strait-of-hormuz'],
  ['Reuters', 'media:reuters'],
  ['Georgia', 'state:GE'],
  ['Texas', 'region:US:texas'],
])('%s leads to %s', (name, id) => {
  expect(first(name)).toBe(id);
});

test('acronyms count only in capitals, names only with one', () => {
  expect(first('who')).toBeUndefined();
  expect(first('us')).toBeUndefined();
  expect(first('WHO')).toBe('igo:world-health-organization');
  expect(first('turkey')).toBeUndefined();
});

test('capitals know their states, and states their capitals and places', () => {
  const oman = gazetteer.get('state:OM');
  expect(oman?.capital).toBe('city:OM:muscat');
  expect(gazetteer.get('city:OM:muscat')?.capitalOf).toBe('state:OM');
  expect(gazetteer.get('city:OM:muscat')?.location?.latitude).toBeCloseTo(23.58, 1);
});

test('nearly every state has a capital with coordinates', () => {
  const states = gazetteer.entries.filter((entry) => /^state:[A-Z]{2}$/.test(entry.id));
  const without = states.filter((entry) => entry.location === undefined).map((entry) => entry.name);
  expect(without.length, without.join(', ')).toBeLessThan(12);
});

test('ids are unique and countries exist', () => {
  expect(new Set(gazetteer.entries.map((entry) => entry.id)).size).toBe(gazetteer.entries.length);
  const known = gazetteer.entries.filter(
    (entry) => entry.groupKind !== undefined && entry.country !== undefined,
  );
  for (const entry of known) expect(gazetteer.get(entry.country ?? ''), entry.id).toBeDefined();
});

test('the longest name is found along words, hyphens apart or not', () => {
  const words = 'The Israel Defense Forces and al - Qaeda met UN Security Council envoys in New York .'.split(
    ' ',
  );
  const found = gazetteer
    .match(words)
    .map(({ start, end, hits }) => [words.slice(start, end).join(' '), hits[0]?.entry.id]);
  expect(found).toEqual([
    ['Israel Defense Forces', 'military:israel-defense-forces'],
    ['al - Qaeda', 'armed_group:al-qaeda'],
    ['UN Security Council', 'igo:un-security-council'],
    ['New York', 'city:US:new-york-city'],
  ]);
});

test("a list of one's own comes first", () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gazetteer-')), 'own.yaml');
  writeFileSync(file, '- {name: Blue Crescent, aliases: [Reuters], kind: ngo, country: TR}\n');
  expect(loadGazetteer({ ownLists: [file] }).find('Reuters')[0]?.entry.id).toBe('ngo:blue-crescent');
});

test('a list that is not as it should be is refused by name', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gazetteer-')), 'broken.yaml');
  writeFileSync(file, '- {name: X, kind: planet}\n');
  expect(() => loadGazetteer({ ownLists: [file] })).toThrow(/broken\.yaml/);
});

test('a newspaper of one common word is meant only with its article', () => {
  expect(first('The Hill')).toBe('media:hill');
  expect(gazetteer.find('Hill').map(({ entry }) => entry.id)).not.toContain('media:hill');
  expect(gazetteer.match(['told', 'The', 'Hill']).map(({ start, end }) => [start, end])).toEqual([[2, 3]]);
});

test.each([
  ['Swiss Re', 'company', 'state:CH'],
  ['Pernod Ricard', 'company', 'state:FR'],
  ['Louis Vuitton', 'company', 'state:FR'],
  ['Linklaters', 'company', 'state:GB'],
  ['Gazeta.ru', 'media', 'state:RU'],
  ['GSPC', 'armed_group', 'state:DZ'],
])('%s, whose name does not tell it, is known as a group (%s)', (name, kind, country) => {
  const entry = gazetteer.find(name)[0]?.entry;
  expect([entry?.groupKind, entry?.country]).toEqual([kind, country]);
});

test('cities have their present names', () => {
  for (const name of ['Istanbul', 'Mumbai', 'Kharkiv', 'Jeddah'])
    expect(gazetteer.find(name)[0]?.entry.name).toBe(name);
  expect(first('Constantinople')).toBe('city:TR:istanbul');
});

test('a second seat of government is a city of its own', () => {
  const [capeTown] = defaultGazetteer().find('Cape Town');
  expect(capeTown?.entry.name).toBe('Cape Town');
  expect(capeTown?.entry.capitalOf).toBeUndefined();
});
