import fc from 'fast-check';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '@dragoman/core';
import type { Extractor } from '@dragoman/extract';
import { exportGraph, type GraphStore } from '@dragoman/graph';
import type { Extraction, RawDocument } from '@dragoman/schemas';
import { describeOnBothStores } from '../../graph/src/testing/stores.ts';
import { duplicates } from './duplicates.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { productionCleaner, productionExtractor } from './production.ts';
import { breaking } from './testing/breaking.ts';
import {
  background,
  inputsOf,
  outlet,
  prompt,
  siteArticle,
  siteDocument,
  siteText,
  widget,
} from './testing/site.ts';

const reader = remembering(productionExtractor());

/** Texts come again and again in these tests; reading is a pure function. */
function remembering(extractor: Extractor): Pick<Extractor, 'version' | 'extract'> {
  const known = new Map<string, Extraction>();
  return {
    version: extractor.version,
    extract(article) {
      const key = JSON.stringify([article.id, article.published, article.text]);
      const extraction = known.get(key) ?? extractor.extract(article);
      known.set(key, extraction);
      return extraction;
    },
  };
}

function pipelineOver(store: GraphStore): Pipeline {
  return createPipeline({
    store,
    cleaner: productionCleaner(1_000_000),
    extractor: reader,
    duplicates,
    clock: () => new Date(0),
    logger: createLogger('silent'),
  });
}

/** Five articles end with the prompt, which is enough; six have the widget, of which two are copies and one is corrected. */
const site: RawDocument[] = [
  ...[0, 1, 2].map((number) => siteArticle(number, [widget], [prompt])),
  ...[3, 4].map((number) => siteArticle(number, [], [prompt])),
  siteArticle(5, [widget]),
  siteDocument('copy', siteText(5, [widget], []), { published: '2026-03-20' }),
  siteArticle(6, [widget]),
  siteDocument('a6', siteText(6, [widget], ['The market of Brenholm was quiet on Friday, as it had been.']), {
    published: '2026-03-07',
    fetched: '2026-03-09T00:00:00Z',
  }),
];

async function exported(store: GraphStore): Promise<string> {
  let text = '';
  for await (const piece of exportGraph(store, 'jsonl')) text += piece;
  return text;
}

/** Neo4j plans every statement anew for each form it comes in. */
const timeout = 240_000;

describeOnBothStores('what recurs at a source', (store) => {
  let whole = '';
  const take = (documents: readonly RawDocument[], over = store.get()) =>
    pipelineOver(over).ingest(inputsOf(documents));
  const having = async (line: string): Promise<number> => {
    const rows = await store
      .get()
      .read('MATCH (a:Article) WHERE a.text CONTAINS $line RETURN count(a) AS count', { line });
    return Number(rows[0]?.['count']);
  };
  const leave = { reason: '', by: 'tester', purge: true };

  beforeAll(async () => {
    await store.erase();
    await take(site);
    whole = await exported(store.get());
  }, timeout);
  beforeEach(() => store.erase());

  test('is taken out of earlier articles too once enough have it, and not before', { timeout }, async () => {
    for (const [at, left] of [1, 2, 3, 0, 0].entries()) {
      await take(site.slice(at, at + 1));
      expect(await having(prompt)).toBe(left);
    }
    expect(whole).not.toContain('Vilksone');
    expect(await having(background)).toBe(5);
    expect(await pipelineOver(store.get()).learned(outlet)).toMatchObject([
      { text: prompt, removed: 'everywhere', reason: `recurs in 5 of 5 articles of ${outlet}`, ruling: null },
    ]);
  });

  test(
    'is the same in any order, in any portions, with repetitions and retractions in between',
    { timeout },
    async () => {
      const history = fc.record({
        order: fc.shuffledSubarray([...site, ...site.slice(2, 5)], { minLength: site.length + 3 }),
        size: fc.integer({ min: 2, max: 6 }),
        retracted: fc.nat(3),
      });
      await fc.assert(
        fc.asyncProperty(history, async ({ order, size, retracted }) => {
          await store.erase();
          for (let at = 0; at < order.length; at += size) await take(order.slice(at, at + size));
          const address = `https://quay.example/a${retracted}`;
          await pipelineOver(store.get()).retract(address, leave);
          await take(site.slice(retracted, retracted + 1));
          expect(await exported(store.get())).toBe(whole);
        }),
        { numRuns: 2, seed: 20_261_126 },
      );
    },
  );

  test(
    'comes back where retracted articles leave too few, as if they had never been read',
    { timeout },
    async () => {
      await take(site.slice(2));
      const without = await exported(store.get());
      expect(await having(prompt)).toBe(3);
      await take(site);
      expect(await having(prompt)).toBe(0);
      for (const gone of ['a0', 'a1'])
        await pipelineOver(store.get()).retract(`https://quay.example/${gone}`, leave);
      expect(await exported(store.get())).toBe(without);
    },
  );

  test('is not learned from copies of one text', { timeout }, async () => {
    const copies = [1, 2, 3, 4, 5, 6].map((day) =>
      siteDocument(`copy${day}`, siteText(1, [], [prompt]), { published: `2026-03-0${day}` }),
    );
    await take(copies);
    expect(await having(prompt)).toBe(6);
  });

  test('is finished after a crash in any transaction by whoever comes next', { timeout }, async () => {
    for (const after of [0, 1, 2]) {
      await store.erase();
      for (let at = 0; at < site.length; at += 3)
        await take(site.slice(at, at + 3), breaking(store.get(), after)).catch(() => undefined);
      await take(site);
      expect(await exported(store.get())).toBe(whole);
    }
  });

  test('is the same where several processes read at once', { timeout }, async () => {
    await Promise.all([0, 3, 6].map((at) => take(site.slice(at, at + 3))));
    expect(await exported(store.get())).toBe(whole);
  });

  test('stays where a person allows it, whatever comes, until that is undone', { timeout }, async () => {
    const word = { by: 'tester', reason: 'a column' };
    await take(site.slice(0, 5));
    const ruling = await pipelineOver(store.get()).ruleOnLine(outlet, prompt, { ...word, kind: 'allow' });
    expect(await having(prompt)).toBe(5);
    await pipelineOver(store.get()).retract('https://quay.example/a0', leave);
    await take(site);
    expect(await having(prompt)).toBe(5);
    expect(await pipelineOver(store.get()).learned()).toMatchObject([
      { id: ruling, removed: null, ruling: { kind: 'allow', by: 'tester' } },
    ]);
    await pipelineOver(store.get()).undoLineRuling(ruling);
    expect(await exported(store.get())).toBe(whole);
  });

  test(
    'goes where a person forbids it, a sentence too, before and after articles have it',
    { timeout },
    async () => {
      const word = { kind: 'forbid', by: 'tester', reason: '' } as const;
      const ruling = await pipelineOver(store.get()).ruleOnLine(outlet, background, word);
      await take(site.slice(0, 4));
      expect(await having(background)).toBe(0);
      await pipelineOver(store.get()).undoLineRuling(ruling);
      expect(await having(background)).toBe(4);
      await pipelineOver(store.get()).ruleOnLine(outlet, background, word);
      await take(site);
      expect(await having(background)).toBe(0);
      await pipelineOver(store.get()).undoLineRuling(ruling);
      expect(await exported(store.get())).toBe(whole);
      await expect(pipelineOver(store.get()).undoLineRuling(ruling)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );
});
