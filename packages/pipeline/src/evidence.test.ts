import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { exportGraph, type GraphStore } from '@dragoman/graph';
import type { Evidence } from '@dragoman/resolve';
import { describeOnBothStores } from '../../graph/src/testing/stores.ts';
import { sameInvented } from '../../resolve/src/testing/invented.ts';
import { corrected, storyline } from '../../resolve/src/testing/storyline.ts';
import { resolvePending, writeEvidence } from './evidence.ts';
import { retract } from './retract.ts';
import { textOf } from './rows.ts';
import { breaking } from './testing/breaking.ts';
import { candidates, decide, split, undo } from './review.ts';

const clock = (): Date => new Date('2026-03-10T00:00:00Z');

async function take(store: GraphStore, evidence: readonly Evidence[]): Promise<void> {
  await writeEvidence(store, evidence);
  await resolvePending(store, sameInvented, clock);
}

async function exported(store: GraphStore): Promise<string> {
  let text = '';
  for await (const piece of exportGraph(store, 'jsonl')) text += piece;
  return text;
}

describeOnBothStores('evidence in a store', (store) => {
  let whole = '';
  beforeEach(async () => {
    await store.erase();
    await take(store.get(), storyline);
    whole = await exported(store.get());
    await store.erase();
  });

  test('any order, with articles read twice, gives the same export', async () => {
    const order = fc.shuffledSubarray([...storyline, ...storyline.slice(0, 3)], {
      minLength: storyline.length + 3,
    });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 4 }), async (articles, size) => {
        await store.erase();
        for (let at = 0; at < articles.length; at += size)
          await take(store.get(), articles.slice(at, at + size));
        expect(await exported(store.get())).toBe(whole);
      }),
      { numRuns: 4, seed: 20_260_226 },
    );
  });

  test('a crash in any transaction is finished by whoever comes next', async () => {
    for (const after of [0, 1, 2]) {
      await store.erase();
      const broken = breaking(store.get(), after);
      for (const article of storyline) await take(broken, [article]).catch(() => undefined);
      await resolvePending(store.get(), sameInvented, clock);
      expect(await exported(store.get())).toBe(whole);
    }
  });

  test('two processes that resolve at once give the same graph', async () => {
    await writeEvidence(store.get(), storyline);
    await Promise.all([1, 2, 3].map(() => resolvePending(store.get(), sameInvented, clock)));
    expect(await exported(store.get())).toBe(whole);
  });

  test('the current version of an article does not depend on which came first', async () => {
    await take(store.get(), [...storyline, corrected]);
    const late = await exported(store.get());
    await store.erase();
    await take(store.get(), [corrected]);
    await take(store.get(), storyline);
    expect(await exported(store.get())).toBe(late);
    expect(late).not.toBe(whole);
  });

  test('retracting says what went, leaves a record, and reading again leaves no trace of it', async () => {
    await take(store.get(), storyline);
    const options = { reason: 'made up', by: 'tester' };
    const removal = await retract(
      store.get(),
      'https://invented.example/guild',
      options,
      sameInvented,
      clock,
    );
    expect(removal.nodes.map(({ name }) => name)).toContain('Anca Moldovan');
    expect(removal.claims).toBe(3);
    const rows = await store
      .get()
      .read("MATCH (d:Decision {kind: 'retraction'}) RETURN d.reason AS reason, d.url AS url");
    expect(rows).toEqual([{ reason: 'made up', url: 'https://invented.example/guild' }]);
    await take(store.get(), storyline);
    expect(await exported(store.get())).toBe(whole);
  });

  test('purging leaves the graph of the others', async () => {
    const others = storyline.filter(({ article }) => article.id !== 'guild');
    await take(store.get(), others);
    const without = await exported(store.get());
    await take(store.get(), storyline);
    await retract(store.get(), 'guild', { reason: '', by: 'tester', purge: true }, sameInvented, clock);
    expect(await exported(store.get())).toBe(without);
  });

  test('a split by hand survives reading the articles again, and undone it was never there', async () => {
    await take(store.get(), storyline);
    const [row] = await store
      .get()
      .read(
        "MATCH (p:Person) WHERE p.name CONTAINS 'Hordienko' OR 'Mikhailo Hordienko' IN p.aliases RETURN p.id AS id",
      );
    const word = { by: 'tester', reason: 'cousins' };
    const ruling = await split(
      store.get(),
      textOf(row?.['id']),
      'Mikhailo Hordienko',
      word,
      sameInvented,
      clock,
    );
    const parted = await exported(store.get());
    expect(parted).not.toBe(whole);
    const options = { reason: '', by: 'tester', purge: true };
    await retract(store.get(), 'explainer', options, sameInvented, clock);
    await take(store.get(), storyline);
    expect(await exported(store.get())).toBe(parted);
    await undo(store.get(), ruling, sameInvented, clock);
    expect(await exported(store.get())).toBe(whole);
  });

  test('two namesakes wait for review, and joined by hand they are one until that is undone', async () => {
    await take(store.get(), storyline);
    const waiting = await candidates(store.get());
    const pair = waiting.find(({ left, right }) => left.name === 'Radu Stan' && right.name === 'Radu Stan');
    expect(pair?.reason).toContain('different fields');
    const ruling = await decide(
      store.get(),
      pair?.left.id ?? '',
      pair?.right.id ?? '',
      { kind: 'same', by: 'tester' },
      sameInvented,
      clock,
    );
    const count = "MATCH (p:Person {name: 'Radu Stan'}) RETURN count(p) AS count";
    expect(await store.get().read(count)).toEqual([{ count: 1 }]);
    await undo(store.get(), ruling, sameInvented, clock);
    expect(await store.get().read(count)).toEqual([{ count: 2 }]);
    expect(await exported(store.get())).toBe(whole);
  });
});
