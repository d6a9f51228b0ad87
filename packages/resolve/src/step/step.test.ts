import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../evidence/evidence.ts';
import { MemoryGraph } from '../memory.ts';
import { sameInvented } from '../testing/invented.ts';
import { corrected, storyline } from '../testing/storyline.ts';
import { resolveStep } from './step.ts';

async function take(graph: MemoryGraph, evidence: readonly Evidence[]): Promise<void> {
  const incoming = evidence.map((one) => ({ article: one.article.id, evidence: one }));
  graph.apply((await resolveStep(graph, incoming, sameInvented)).change);
}

async function drop(graph: MemoryGraph, article: string): Promise<void> {
  graph.apply((await resolveStep(graph, [{ article, evidence: null }], sameInvented)).change);
}

async function graphOf(evidence: readonly Evidence[]): Promise<MemoryGraph> {
  const graph = new MemoryGraph();
  await take(graph, evidence);
  return graph;
}

test('any order, one by one or some at a time, gives the graph of all at once', async () => {
  const whole = (await graphOf(storyline)).export();
  const cut = fc.integer({ min: 1, max: storyline.length });
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...storyline], { minLength: storyline.length }),
      cut,
      async (order, size) => {
        const graph = new MemoryGraph();
        for (let at = 0; at < order.length; at += size) await take(graph, order.slice(at, at + size));
        expect(graph.export()).toBe(whole);
      },
    ),
    { numRuns: 25, seed: 20_260_226 },
  );
});

test('any history of reading, reading again, correcting and retracting gives the graph of what is left', async () => {
  const versions = [...storyline, corrected];
  const action = fc.record({ version: fc.nat({ max: versions.length - 1 }), read: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
      const graph = new MemoryGraph();
      const left = new Map<string, Evidence>();
      for (const { version, read } of actions) {
        const evidence = versions[version] ?? corrected;
        if (read) {
          await take(graph, [evidence]);
          left.set(evidence.article.id, evidence);
        } else {
          await drop(graph, evidence.article.id);
          left.delete(evidence.article.id);
        }
      }
      expect(graph.export()).toBe((await graphOf([...left.values()])).export());
    }),
    { numRuns: 40, seed: 20_260_226 },
  );
});

test('what was retracted to the last article leaves nothing', async () => {
  const graph = await graphOf(storyline);
  for (const { article } of storyline) await drop(graph, article.id);
  expect(graph.export()).toBe('');
});

test('reading the same articles again changes no row', async () => {
  const graph = await graphOf(storyline);
  const before = graph.export();
  await take(graph, storyline);
  expect(graph.export()).toBe(before);
});

test('read in the order of their days, articles keep their rows when later ones come', async () => {
  const graph = new MemoryGraph();
  for (const evidence of storyline) {
    const { id } = evidence.article;
    const { change } = await resolveStep(graph, [{ article: id, evidence }], sameInvented);
    expect(change.articles).toEqual([id]);
    graph.apply(change);
  }
});
