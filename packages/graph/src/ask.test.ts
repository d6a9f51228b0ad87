import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { describeOnBothStores } from './testing/stores.ts';

describeOnBothStores('a query that somebody typed', (store) => {
  beforeAll(async () => {
    await store.erase();
    await store.get().write([{ cypher: "CREATE (:Person {id: 'a', name: 'A'})" }]);
  });

  test('is answered, with its parameters', async () => {
    const rows = await store
      .get()
      .ask('MATCH (n:Person) WHERE n.id = $id RETURN n.name AS name;', { id: 'a' });
    expect(rows).toEqual([{ name: 'A' }]);
  });

  test('cannot write', async () => {
    const asking = store.get().ask("MATCH (n:Person) SET n.name = 'B' RETURN n");
    await expect(asking).rejects.toMatchObject({ code: 'QUERY_NOT_READ_ONLY' });
    expect(await store.get().read('MATCH (n:Person) RETURN n.name AS name')).toEqual([{ name: 'A' }]);
  });

  test('is told what is wrong with it', async () => {
    await expect(store.get().ask('MATCH (n RETURN n')).rejects.toMatchObject({ code: 'QUERY_INVALID' });
    await expect(store.get().ask('RETURN nosuchfunction(1)')).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
    await expect(store.get().ask('RETURN $missing AS x')).rejects.toMatchObject({ code: 'QUERY_INVALID' });
    await expect(store.get().ask('UNWIND [0] AS x RETURN 1 / x')).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    });
  });

  test('gives no more rows than its limit', async () => {
    const rows = await store.get().ask('UNWIND range(1, 1000) AS n RETURN n', {}, { limit: 2 });
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('is ended when its time is up, and the next one is answered', async () => {
    // Neo4j looks at its clock every two seconds; the embedded engine cannot be stopped, so its share is smaller.
    const size = store.get().kind === 'neo4j' ? 50_000 : 2_500;
    const endless =
      'UNWIND range(1, $n) AS a UNWIND range(1, $n) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS c';
    await expect(store.get().ask(endless, { n: size }, { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'QUERY_TIMEOUT',
    });
    expect(await store.get().ask('RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describeOnBothStores('whatever is typed', (store) => {
  const clauses = [
    'MATCH (n)',
    'OPTIONAL MATCH (n)-[r]->(m)',
    'WITH n',
    'WITH 1 AS one',
    'UNWIND [1] AS x',
    'CREATE (:Person {id: "new"})',
    'MERGE (:Person {id: "new"})',
    'SET n.name = "new"',
    'REMOVE n.name',
    'DETACH DELETE n',
    'FOREACH (x IN [1] | SET n.name = "new")',
    'CALL {',
    '}',
    '/* */',
    '//',
    '\n',
    ';',
    '`',
    "'",
    '"',
    '\\',
    'RETURN 1 AS one',
    'RETURN n',
    'CALL db.labels() YIELD label',
    'DROP INDEX person_id_index',
  ];

  test('the graph stays as it was', async () => {
    await store.erase();
    await store
      .get()
      .write([{ cypher: "CREATE (:Person {id: 'a', name: 'A'})-[:MET]->(:Person {id: 'b'})" }]);
    const before = await everything();
    const texts = fc
      .array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await store
          .get()
          .ask(text, {}, { limit: 3 })
          .catch((error: unknown) => {
            expect(error).toMatchObject({ code: expect.stringMatching(/^QUERY_/) as string });
          });
      }),
      { numRuns: store.get().kind === 'embedded' ? 3_000 : 300 },
    );
    expect(await everything()).toEqual(before);
  });

  function everything() {
    return store.get().read('MATCH (n)-[r]->(m) RETURN n, r, m');
  }
});
