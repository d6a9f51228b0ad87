import { beforeEach, expect, test } from 'vitest';
import type { GraphValue } from './values.ts';
import { describeOnBothStores } from './testing/stores.ts';

describeOnBothStores('what every store does', (store) => {
  beforeEach(() => store.erase());
  const run = (cypher: string, params = {}) =>
    store.get().transact((transaction) => transaction.run(cypher, params));
  const value = async (expression: string, params = {}): Promise<GraphValue | undefined> => {
    const [row] = await store.get().read(`RETURN ${expression} AS value`, params);
    return row?.['value'];
  };

  test('rows keep the order and the names of the columns', async () => {
    const [row] = await store.get().read('RETURN 2 AS second, 1 AS first, null AS nothing');
    expect(Object.entries(row ?? {})).toEqual([
      ['second', 2],
      ['first', 1],
      ['nothing', null],
    ]);
  });

  test('parameters come back as they went in', async () => {
    const given = {
      whole: 3,
      broken: 0.25,
      text: 'é "q"',
      yes: true,
      none: null,
      list: [1, 'a'],
      deep: { in: [{ er: 1 }] },
    };
    expect(await value('$given', { given })).toEqual(given);
  });

  test('whole numbers divide as whole numbers', async () => {
    expect(await value('$a / 2', { a: 7 })).toBe(3);
    expect(await value('$a / 2', { a: 7.5 })).toBe(3.75);
  });

  test('a whole number past what a double holds comes as text', async () => {
    expect(await value('9007199254740993')).toBe('9007199254740993');
  });

  test('dates, times and durations come as ISO 8601 text', async () => {
    expect(await value("date('2026-02-03')")).toBe('2026-02-03');
    expect(await value("datetime('2026-02-03T10:00:00Z')")).toBe('2026-02-03T10:00:00Z');
    expect(await value("localdatetime('2026-02-03T10:00:00')")).toBe('2026-02-03T10:00:00');
    expect(await value("date('2026-02-03') - duration('P1D')")).toBe('2026-02-02');
  });

  test('null is neither equal nor unequal to anything', async () => {
    expect(await value('[null = null, null <> 1, null IS NULL, null OR true, coalesce(null, 5)]')).toEqual([
      null,
      null,
      true,
      true,
      5,
    ]);
  });

  test('rows sort by code point, with null last and first when descending', async () => {
    const sorted = async (order: string) =>
      (await store.get().read(`UNWIND ['b', null, 'B', 'a', 'é'] AS x RETURN x ORDER BY x ${order}`)).map(
        (row) => row['x'],
      );
    expect(await sorted('ASC')).toEqual(['B', 'a', 'b', 'é', null]);
    expect(await sorted('DESC')).toEqual([null, 'é', 'b', 'a', 'B']);
  });

  test('a list of maps is merged by key, and merging it again changes nothing', async () => {
    const rows = [
      { id: 'a', properties: { name: 'A', aliases: ['x', 'y'], none: [] } },
      { id: 'b', properties: { name: 'B', gone: undefined } },
    ];
    const cypher = 'UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n:Actor, n += row.properties';
    for (const _ of [1, 2]) await store.get().write([{ cypher, params: { rows } }]);
    const found = await store.get().read('MATCH (n:Person) RETURN n, size(n.aliases) AS many ORDER BY n.id');
    expect(found).toMatchObject([
      {
        n: {
          kind: 'node',
          labels: ['Actor', 'Person'],
          properties: { id: 'a', name: 'A', aliases: ['x', 'y'], none: [] },
        },
        many: 2,
      },
      { n: { kind: 'node', properties: { id: 'b', name: 'B' } }, many: null },
    ]);
  });

  test('setting all properties removes the others, and null removes one', async () => {
    await run("CREATE (n:Person {id: 'a', name: 'A', old: 1})");
    await run("MATCH (n:Person {id: 'a'}) SET n = $properties", {
      properties: { id: 'a', name: 'B', extra: 1 },
    });
    await run("MATCH (n:Person {id: 'a'}) SET n.extra = null");
    const [row] = await store.get().read('MATCH (n:Person) RETURN properties(n) AS all');
    expect(row).toEqual({ all: { id: 'a', name: 'B' } });
  });

  test('a unique key is kept', async () => {
    await run("CREATE (:Person {id: 'a'})");
    await expect(run("CREATE (:Person {id: 'a'})")).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  test('relationships are merged by their ends and key, and carry properties', async () => {
    await run("CREATE (:Person {id: 'a'}), (:Person {id: 'b'})");
    const cypher = `UNWIND $rows AS row MATCH (a:Person {id: row.from}) MATCH (b:Person {id: row.to})
      MERGE (a)-[r:MET {role: row.role}]->(b) SET r += row.properties`;
    const rows = ['one', 'two', 'one'].map((role) => ({
      from: 'a',
      to: 'b',
      role,
      properties: { claims: ['c'] },
    }));
    await run(cypher, { rows });
    const found = await store.get().read('MATCH (a)-[r:MET]->(b) RETURN a, r, b ORDER BY r.role');
    expect(found).toHaveLength(2);
    const [first] = found;
    expect(first?.['r']).toMatchObject({
      kind: 'relationship',
      type: 'MET',
      properties: { role: 'one', claims: ['c'] },
    });
    const ids = [first?.['a'], first?.['b']].map((node) => (node as { elementId: string }).elementId);
    expect(first?.['r']).toMatchObject({ from: ids[0], to: ids[1] });
  });

  test('a path holds its nodes and relationships in the order walked', async () => {
    await run("CREATE (:Person {id: 'a'})-[:MET]->(:Person {id: 'b'})<-[:LEADS]-(:Person {id: 'c'})");
    const cypher = `MATCH p = shortestPath((:Person {id: 'c'})-[:MET|LEADS*..4]-(:Person {id: 'a'})) RETURN p, length(p) AS steps`;
    const [row] = await store.get().read(cypher);
    expect(row).toMatchObject({
      steps: 2,
      p: {
        kind: 'path',
        nodes: [{ properties: { id: 'c' } }, { properties: { id: 'b' } }, { properties: { id: 'a' } }],
        relationships: [{ type: 'LEADS' }, { type: 'MET' }],
      },
    });
  });

  test('a node with links is removed only with them', async () => {
    await run("CREATE (:Person {id: 'a'})-[:MET]->(:Person {id: 'b'})");
    await expect(run("MATCH (n:Person {id: 'a'}) DELETE n")).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await run("MATCH (n:Person {id: 'a'}) DETACH DELETE n");
    expect(await store.get().read('MATCH (n) WHERE NOT n:Schema RETURN n.id AS id')).toEqual([{ id: 'b' }]);
  });

  test('statements of one write are done all or not at all', async () => {
    const failing = store
      .get()
      .write([{ cypher: "CREATE (:Person {id: 'a'})" }, { cypher: 'RETURN 1 / 0 AS x' }]);
    await expect(failing).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await store.get().read('MATCH (n:Person) RETURN n')).toEqual([]);
  });

  test('a transaction reads what it wrote, and is undone when its work throws', async () => {
    const work = store.get().transact(async (transaction) => {
      await transaction.run("CREATE (:Person {id: 'a'})");
      expect(await transaction.run('MATCH (n:Person) RETURN n.id AS id')).toEqual([{ id: 'a' }]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await store.get().read('MATCH (n:Person) RETURN n')).toEqual([]);
  });

  test('transactions that touch one node at once are all done', async () => {
    await run("CREATE (:Person {id: 'a', count: 0})");
    const raise = () => run("MATCH (n:Person {id: 'a'}) SET n.count = n.count + 1");
    await Promise.all(Array.from({ length: 12 }, raise));
    expect(await store.get().read('MATCH (n:Person) RETURN n.count AS count')).toEqual([{ count: 12 }]);
  });

  test('rows that are merged at once by many make one node', async () => {
    const merge = () =>
      run("MERGE (n:Person {id: 'a'}) ON CREATE SET n.seen = 1 ON MATCH SET n.seen = n.seen + 1");
    await Promise.all(Array.from({ length: 8 }, merge));
    expect(await store.get().read('MATCH (n:Person) RETURN n.seen AS seen')).toEqual([{ seen: 8 }]);
  });

  test('OPTIONAL MATCH gives null, which collect and count leave out', async () => {
    await run("CREATE (:Person {id: 'a'})-[:MET]->(:Person {id: 'b'})");
    const cypher = `MATCH (n:Person) OPTIONAL MATCH (n)-[:MET]->(m)
      RETURN n.id AS id, collect(m.id) AS met, count(m) AS many, coalesce(sum(m.age), 0) AS years ORDER BY id`;
    expect(await store.get().read(cypher)).toEqual([
      { id: 'a', met: ['b'], many: 1, years: 0 },
      { id: 'b', met: [], many: 0, years: 0 },
    ]);
  });

  test('what is collected keeps the order it was sorted in', async () => {
    const cypher =
      'UNWIND [{n: 2}, {n: 1}, {n: 3}] AS x WITH x ORDER BY x.n DESC RETURN collect(x.n) AS all, collect(x {.n})[0..1] AS top';
    await expect(store.get().read(cypher.replace('[0..1]', ''))).resolves.toEqual([
      { all: [3, 2, 1], top: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    ]);
  });

  test('subqueries tell whether and how often a pattern is there', async () => {
    await run("CREATE (:Person {id: 'a'})-[:MET {n: 1}]->(:Person {id: 'b'})");
    const cypher = `MATCH (n:Person) RETURN n.id AS id, EXISTS { (n)-[:MET]->() } AS met,
      COUNT { (n)-[r:MET]-() WHERE r.n > 0 } AS times, [(n)-[:MET]->(m) | m.id] AS whom ORDER BY id`;
    expect(await store.get().read(cypher)).toEqual([
      { id: 'a', met: true, times: 1, whom: ['b'] },
      { id: 'b', met: false, times: 1, whom: [] },
    ]);
  });

  test('a subquery is run for each row', async () => {
    const cypher =
      'UNWIND [1, 2] AS x CALL { WITH x UNWIND range(1, x) AS y RETURN sum(y) AS total } RETURN x, total ORDER BY x';
    expect(await store.get().read(cypher)).toEqual([
      { x: 1, total: 1 },
      { x: 2, total: 3 },
    ]);
  });

  test('points are kept and measured', async () => {
    const vienna = { latitude: 48.2083, longitude: 16.3731 };
    const budapest = { latitude: 47.4984, longitude: 19.0408 };
    await run('CREATE (:Place {id: $id, location: $location})', { id: 'vienna', location: vienna });
    const cypher = `MATCH (p:Place) RETURN p.location AS location, p.location.latitude AS north,
      round(point.distance(p.location, point({latitude: $latitude, longitude: $longitude})) / 1000) AS kilometres`;
    expect(await store.get().read(cypher, budapest)).toEqual([
      { location: { kind: 'point', ...vienna }, north: vienna.latitude, kilometres: 214 },
    ]);
  });

  test('a label may be one of several', async () => {
    await run("CREATE (:Person {id: 'a'})-[:MET]->(:Group {id: 'b'}), (:Place {id: 'c'})");
    const ids = async (cypher: string) => (await store.get().read(cypher)).map((row) => row['id']);
    expect(await ids('MATCH (n:Person|Group) RETURN n.id AS id ORDER BY id')).toEqual(['a', 'b']);
    expect(
      await ids('MATCH (n:Person|Place) WHERE n.id > $a OR n.id = 1 RETURN n.id AS id'.replace('$a', "'a'")),
    ).toEqual(['c']);
    expect(await ids('MATCH (:Group|Place)--(n:Person|Group {id: "a"}) RETURN n.id AS id')).toEqual(['a']);
    expect(
      await ids('MATCH (n) WHERE n:Person|Place AND NOT EXISTS { (n)--(:Group|Place) } RETURN n.id AS id'),
    ).toEqual(['c']);
  });

  test('relationships, properties and parameters may be called as keywords are', async () => {
    await run("CREATE (:Claim {id: 'c', set: 1})-[:IN]->(:Article {id: 'a'})");
    const cypher =
      'MATCH (c:Claim)-[r:IN|MET]->(a) WHERE c.set = $distinct RETURN type(r) AS type, {in: a.id} AS map';
    expect(await store.get().read(cypher, { distinct: 1 })).toEqual([{ type: 'IN', map: { in: 'a' } }]);
  });

  test('a schema of a later release is left alone, and said so', async () => {
    const version = (value: number) => ({
      cypher: 'MATCH (s:Schema) WITH s, s.version AS own SET s.version = own + $value',
      params: { value },
    });
    await store.get().write([version(1000)]);
    await expect(store.get().migrate()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('later release'),
    });
    await store.get().write([version(-1000)]);
    await store.get().migrate();
  });

  test('migrating again changes nothing', async () => {
    await store.get().migrate();
    await store.get().migrate();
    const found = await store.get().read('MATCH (s:Schema) RETURN s.version AS version');
    expect(found).toHaveLength(1);
  });

  test('a read gives no more rows than its limit', async () => {
    const rows = await store.get().read('UNWIND range(1, 100000) AS n RETURN n', {}, { limit: 3 });
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test('a statement that is not Cypher is refused, and the store goes on', async () => {
    await expect(store.get().read('MATCH (n')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await value('1')).toBe(1);
  });
});
