import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../evidence/evidence.ts';
import { MemoryGraph } from '../memory.ts';
import { sameInvented } from '../testing/invented.ts';
import { corrected, storyline } from '../testing/storyline.ts';
import { rulingItem, rulingOf, type Ruling } from './rulings.ts';
import { resolveStep } from './step.ts';

const none = {
  articles: [],
  events: [],
  entities: [],
  nodes: [],
  links: [],
  removedNodes: [],
  removedLinks: [],
};

/** What people said, by ruling id, and what was read: all that the graph may depend on. */
interface History {
  readonly rulings: Map<string, Ruling>;
  readonly evidence: Map<string, Evidence>;
}

async function rule(graph: MemoryGraph, history: History, ruling: Ruling, stands: boolean): Promise<void> {
  const item = rulingItem(ruling);
  graph.apply({ ...none, items: stands ? { put: [item], remove: [] } : { put: [], remove: [item] } });
  if (stands) history.rulings.set(ruling.id, ruling);
  else {
    history.rulings.delete(ruling.id);
    graph.apply({
      ...none,
      items: { put: [], remove: [] },
      removedNodes: [{ label: 'Decision', id: ruling.id }],
    });
  }
  const again = [...ruling.left, ...ruling.right];
  const known = (await graph.byId('signature', again)).map(({ id }) => id);
  graph.apply((await resolveStep(graph, [], sameInvented, known)).change);
}

/** The graph that is left, made at once from evidence and rulings. */
async function afresh(history: History): Promise<string> {
  const graph = new MemoryGraph();
  graph.apply({ ...none, items: { put: [...history.rulings.values()].map(rulingItem), remove: [] } });
  const incoming = [...history.evidence.values()].map((one) => ({ article: one.article.id, evidence: one }));
  graph.apply((await resolveStep(graph, incoming, sameInvented)).change);
  return graph.export();
}

const versions = [...storyline, corrected];
const action = fc.record({
  what: fc.constantFrom('read', 'drop', 'same', 'different', 'later', 'undo'),
  pick: fc.nat({ max: 1_000 }),
  other: fc.nat({ max: 1_000 }),
});

test('any history of reading and ruling gives the graph of the evidence and the rulings that are left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 16 }), async (actions) => {
      const graph = new MemoryGraph();
      const history: History = { rulings: new Map(), evidence: new Map() };
      for (const { what, pick, other } of actions) {
        const version = versions[pick % versions.length] ?? corrected;
        const { id } = version.article;
        if (what === 'read' || what === 'drop') {
          const evidence = what === 'read' ? version : null;
          graph.apply((await resolveStep(graph, [{ article: id, evidence }], sameInvented)).change);
          if (evidence === null) history.evidence.delete(id);
          else history.evidence.set(id, evidence);
          continue;
        }
        if (what === 'undo') {
          const ruling = [...history.rulings.values()][pick % Math.max(1, history.rulings.size)];
          if (ruling !== undefined) await rule(graph, history, ruling, false);
          continue;
        }
        const people = graph.nodes
          .filter(({ label }) => label === 'Person')
          .map((node) => node.id)
          .toSorted();
        const [left, right] = [
          people[pick % Math.max(1, people.length)],
          people[other % Math.max(1, people.length)],
        ];
        if (left === undefined || right === undefined || left === right) continue;
        const sides = await Promise.all([left, right].map((node) => graph.byCluster('signature', [node])));
        const [a = [], b = []] = sides.map((items) => items.map((item) => item.id));
        const ruling = rulingOf({ kind: what, left: a, right: b, by: 'tester', at: '', reason: '' });
        await rule(graph, history, ruling, true);
      }
      expect(graph.export()).toBe(await afresh(history));
    }),
    { numRuns: 60, seed: 20_260_226 },
  );
});
