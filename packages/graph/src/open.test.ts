import { describe, expect, test } from 'vitest';
import { canTestWith, neo4jForTests } from '../../../infra/services/for-tests.mjs';
import { openStore } from './open.ts';

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
        const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(url, { user, password })));
        const rows = await stores[0]?.read('MATCH (s:Schema) RETURN count(s) AS many');
        expect(rows).toEqual([{ many: 1 }]);
        await Promise.all(stores.map((store) => store.close()));
      } finally {
        await server.release();
      }
    },
  );
});
