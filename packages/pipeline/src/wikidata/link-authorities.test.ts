import { beforeEach, expect, test } from 'vitest';
import { exportGraph, type GraphStore } from '@dragoman/graph';
import { describeOnBothStores } from '../../../graph/src/testing/stores.ts';
import { invented, sameInvented } from '../../../resolve/src/testing/invented.ts';
import { resolvePending, writeEvidence } from '../evidence.ts';
import { linkAuthorities } from './link-authorities.ts';
import { readAuthorities } from './read-authorities.ts';

const file = [
  'id\tlabel\taliases\tkind\tcountry\tdescription',
  'Q1\tDawit Mekonnen\t\thuman\tEthiopia\tEthiopian politician and minister',
  'Q2\tAli Hassan\t\thuman\tKE\tKenyan politician',
  'Q3\tAli Hassan\t\thuman\tKE\tKenyan minister',
  'Q4\tPersia\tIran|Islamic Republic of Iran\tsovereign state\t\t',
  'Q5\tDjibouti City\t\tcity\tDjibouti\t',
].join('\n');

const articles = [
  invented({
    id: 'minister',
    people: [{ name: 'Dawit Mekonnen', title: 'foreign minister', of: 'Ethiopia' }],
  }),
  invented({ id: 'runner', people: [{ name: 'Dawit Mekonnen', title: 'marathon runner', of: 'Ethiopia' }] }),
  invented({ id: 'unknown', people: [{ name: 'Ali Hassan', title: 'minister', of: 'Kenya' }] }),
  invented({ id: 'state', groups: [{ name: 'Iran', kind: 'state' }] }),
];
const clock = (): Date => new Date('2026-03-10T00:00:00Z');

async function take(store: GraphStore, some: typeof articles): Promise<void> {
  await writeEvidence(store, some);
  await resolvePending(store, sameInvented, clock);
}

async function exported(store: GraphStore): Promise<string> {
  let text = '';
  for await (const piece of exportGraph(store, 'jsonl')) text += piece;
  return text;
}

async function ids(store: GraphStore): Promise<unknown[]> {
  const rows = await store.read(
    'MATCH (n) WHERE n.wikidataId IS NOT NULL RETURN n.name AS name, n.wikidataId AS id ORDER BY id, name',
  );
  return rows.map(({ name, id }) => [name, id]);
}

describeOnBothStores('ids of a file that the user gives', (store) => {
  beforeEach(() => store.erase());

  test('stand on the one node that an entry fits; names that more than one fits get none', async () => {
    await take(store.get(), articles);
    const linked = await linkAuthorities(store.get(), readAuthorities(file));
    expect(linked).toEqual({ entries: 5, nodes: 2 });
    expect(await ids(store.get())).toEqual([
      ['Dawit Mekonnen', 'Q1'],
      ['Iran', 'Q4'],
    ]);
  });

  test('do not depend on whether the file or the articles came first, and go with the file', async () => {
    await take(store.get(), articles);
    const without = await exported(store.get());
    await linkAuthorities(store.get(), readAuthorities(file));
    const after = await exported(store.get());
    await linkAuthorities(store.get(), []);
    expect(await exported(store.get())).toBe(without);
    await store.erase();
    await linkAuthorities(store.get(), readAuthorities(file));
    for (const article of articles.toReversed()) await take(store.get(), [article]);
    expect(await exported(store.get())).toBe(after);
  });
});

test('lines of JSON are read as columns are, and a line that is no entry is named', () => {
  const [entry] = readAuthorities('{"id":"Q794","label":"Iran","aliases":["Persia"],"kind":"country"}\n');
  expect(entry).toMatchObject({ id: 'Q794', aliases: ['Persia'], kind: 'country', country: '' });
  expect(() => readAuthorities('id\tlabel\nQ1\tSomebody\nnobody\tNobody\n')).toThrow(/line 3/u);
});
