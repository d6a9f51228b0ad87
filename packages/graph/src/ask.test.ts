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
