import { expect, test } from 'vitest';
import { exportGraph, type GraphStore } from '@dragoman/graph';
import { describeOnBothStores } from '../../graph/src/testing/stores.ts';
import { sameInvented } from '../../resolve/src/testing/invented.ts';
import { storyline } from '../../resolve/src/testing/storyline.ts';
import { resolvePending, writeEvidence } from './evidence.ts';

async function exported(store: GraphStore): Promise<string> {
  let text = '';
  for await (const piece of exportGraph(store, 'jsonl')) text += piece;
  return text;
}

describeOnBothStores('a graph', (store) => {
  test.each([3, 5])('of version %i is made anew from its evidence as it opens', async (version) => {
    await store.erase();
    const graph = store.get();
    const clock = (): Date => new Date('2026-03-10T00:00:00Z');
    await writeEvidence(graph, storyline);
    await resolvePending(graph, sameInvented, clock);
    const whole = await exported(graph);
    await graph.write([
      { cypher: "MATCH (i:Item) WHERE i.level = 'digest' SET i.body = '{}', i.blocks = ['as it was']" },
      { cypher: "MATCH (s:Schema {id: 'schema'}) SET s.version = $version", params: { version } },
    ]);
    await graph.migrate();
    await resolvePending(graph, sameInvented, clock);
    expect(await exported(graph)).toBe(whole);
  });
});
