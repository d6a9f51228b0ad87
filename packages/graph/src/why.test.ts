import { beforeAll, expect, test } from 'vitest';
import { findNode, findNodes } from './find.ts';
import { graphStatus } from './status.ts';
import { writeInventedGraph } from './testing/invented-graph.ts';
import { describeOnBothStores } from './testing/stores.ts';
import { why } from './why.ts';

describeOnBothStores('why two nodes are linked', (store) => {
  beforeAll(async () => {
    await store.erase();
    await writeInventedGraph(store.get());
  });

  test('is told in the words of the articles, with source and date', async () => {
    const { a, b, links } = await why(store.get(), 'Ilse Maren', 'Reku');
    expect([a.name, b.name]).toEqual(['Ilse Maren', 'Tomas Reku']);
    expect(links.map(({ type, event }) => [type, event])).toEqual([
      ['MET', null],
      ['PARTICIPATED_IN', 'Maren and Reku, talks in Port Elin'],
    ]);
    const [met] = links;
    expect(met).toMatchObject({ forward: true, properties: { times: 1, lastAt: '2031-05-03' } });
    expect(met?.words.map(({ quote, source, published, url }) => [quote, source, published, url])).toEqual([
      ['Maren met Reku in Port Elin', 'Harbour Post', '2031-05-04', 'https://harbour.example/2031-05-04'],
      ['The two met in Karst', 'The Lantern', '2031-05-05', 'https://lantern.example/2031-05-05'],
    ]);
  });

  test('tells who denies it', async () => {
    const { links } = await why(store.get(), 'River League', 'Valdoria');
    expect(links).toMatchObject([
      {
        type: 'FUNDS',
        forward: false,
        words: [{ quote: 'Valdoria pays the League', attributedTo: 'Orsk' }],
        denials: [{ quote: 'Valdoria pays nobody', attributedTo: 'Ilse Maren', source: 'Orsk Gazette' }],
      },
    ]);
  });

  test('is empty where nothing joins them', async () => {
    expect((await why(store.get(), 'Sun Bank', 'Sheikh Adil')).links).toEqual([]);
  });

  test.each([
    ['ilse maren', 'person:maren'],
    ['Ilse Marén', 'person:maren'],
    ['Isle Maren', 'person:maren'],
    ['Tomas Rekku', 'person:reku'],
    ['Reku', 'person:reku'],
    ['port elin', 'place:elin'],
    ['group:orsk', 'group:orsk'],
    ['Summit in Dunmore', 'meeting:summit'],
    ['Dunmore summit', 'meeting:summit'],
  ])('%s is understood', async (words, id) => {
    const found = await findNode(store.get(), words, ['Person', 'Group', 'Place', 'Event']);
    expect(found.id).toBe(id);
  });

  test('words that several nodes answer to are answered with all of them', async () => {
    await store.get().write([{ cypher: "CREATE (:Actor:Person {id: 'person:other', name: 'Otto Maren'})" }]);
    const asking = findNode(store.get(), 'maren', ['Person']);
    expect((await asking).id).toBe('person:maren');
    const several = findNode(store.get(), 'Otto', ['Person']);
    expect((await several).id).toBe('person:other');
    await store.get().write([{ cypher: "CREATE (:Actor:Person {id: 'person:third', name: 'Otto Brandt'})" }]);
    await expect(findNode(store.get(), 'otto', ['Person'])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/may be several.*person:other.*person:third/) as string,
    });
    await store.get().write([
      {
        cypher: 'MATCH (n:Person) WHERE n.id IN $ids DELETE n',
        params: { ids: ['person:other', 'person:third'] },
      },
    ]);
  });

  test('two names of one node are said to be one', async () => {
    const asking = why(store.get(), 'Ilse Maren', 'Maren');
    await expect(asking).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('both Ilse Maren') as string,
    });
  });

  test('an unknown name is answered with those that are like it', async () => {
    const asking = findNode(store.get(), 'Port Ellington', ['Person', 'Place']);
    await expect(asking).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Port Elin'),
    });
    await expect(findNode(store.get(), 'zzzz', ['Person'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findNodes(store.get(), 'zzzz', ['Person'])).toEqual([]);
  });

  test('the status counts what there is', async () => {
    const status = await graphStatus(store.get());
    expect(status).toMatchObject({
      kind: store.get().kind,
      nodes: {
        Person: 3,
        Group: 4,
        Place: 3,
        Event: 1,
        Meeting: 5,
        Article: 4,
        Source: 4,
        Story: 3,
        Claim: 12,
        Decision: 1,
      },
      lastIngestedAt: '2031-05-06T12:00:00.000Z',
      pending: 0,
    });
    expect(status.schemaVersion).toBeGreaterThan(0);
    expect(status.sources[0]).toEqual({ name: 'Harbour Post', articles: 1 });
  });
});
