import { describe, expect, test } from 'vitest';
import { canTestWith, neo4jForTests } from '../../../infra/services/for-tests.mjs';
import { openStore } from './open.ts';
import { textOf } from './rows.ts';
import type { GraphStore } from './store.ts';

test('a server that is not there is a store that cannot be reached', async () => {
  const opening = openStore('bolt://127.0.0.1:1', { user: 'neo4j', password: 'any' });
  await expect(opening).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
});

describe.skipIf(!canTestWith('neo4j'))('Neo4j', () => {
  test(
    'is opened and migrated by several at once, and by none with a wrong password',
    { timeout: 600_000 },
    async () => {
      const server = await neo4jForTests();
      try {
        const { url, user, password } = server;
        await expect(openStore(url, { user, password: 'wrong' })).rejects.toMatchObject({
          code: 'STORE_UNAVAILABLE',
        });
        await forgetSchema(await openStore(url, { user, password }));
        const stores = await Promise.all([1, 2, 3, 4, 5, 6].map(() => openStore(url, { user, password })));
        const rows = await stores[0]?.read('MATCH (s:Schema) RETURN count(s) AS many');
        expect(rows).toEqual([{ many: 1 }]);
        await Promise.all(stores.map((store) => store.close()));
      } finally {
        await server.release();
      }
    },
  );
});

/** As a new database is: without constraints, indexes and the version that tells of them. */
async function forgetSchema(store: GraphStore): Promise<void> {
  for (const [kind, list] of [
    ['CONSTRAINT', 'SHOW CONSTRAINTS YIELD name'],
    ['INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"],
  ] as const) {
    const rows = await store.read(`${list} RETURN name`);
    for (const row of rows) await store.write([{ cypher: `DROP ${kind} ${textOf(row['name'])}` }]);
  }
  await store.write([{ cypher: 'MATCH (s:Schema) DELETE s' }]);
  await store.close();
}
