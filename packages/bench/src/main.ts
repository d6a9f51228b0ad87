import { parseArgs } from 'node:util';
import { tuneEngine } from '@dragoman/core';

const usage = `Usage: pnpm bench [NAME...] [options]

Scores and speeds on the corpora and articles beside the checkout (../shared), next to the peers' and the floors.
Names: nlp, clean, extract, storylines, growth, orders; all but the last two where none is given.

Options:
  --check   end with status 1 where a figure is below its floor
  --quick   the project's own figures only: no peers, no timings, no large corpora for extraction
  --raise   raise the floors to the figures of this run that are better
  --detail  also print what was missed, where the bench knows
  --articles N  how many articles growth generates (default 2000)
  --store WHERE  the one store that growth measures, a path or an address (default: an embedded one, and the Neo4j of the tests)
  --help    print this`;

interface BenchOptions {
  readonly check: boolean;
  readonly raise: boolean;
  readonly quick: boolean;
  readonly detail: boolean;
  readonly articles: string;
  readonly store?: string | undefined;
}

/** Runs one bench; false where a figure fell below its floor. */
type Bench = (options: BenchOptions) => Promise<boolean>;

const HISTORIES = 50;
/** Those that take minutes run only where they are asked for. */
const slow: ReadonlySet<string> = new Set(['growth', 'orders']);

const benches: Readonly<Record<string, Bench>> = {
  nlp: async ({ raise, quick }) => (await import('./nlp.ts')).benchNlp({ raise, accuracyOnly: quick }),
  clean: async ({ check, raise, quick }) =>
    (await import('./clean.ts')).benchClean({ check, raise, ownOnly: quick }),
  extract: async ({ raise, quick }) =>
    (await import('./extract.ts')).benchExtract({ raise, articlesOnly: quick }),
  async storylines({ detail }) {
    await (await import('./storylines.ts')).benchStorylines(detail);
    return true;
  },
  async growth({ articles, store }) {
    await (await import('./growth.ts')).benchGrowth(Number(articles), store ?? null);
    return true;
  },
  orders: async ({ quick }) => (await import('./orders.ts')).benchOrders(quick ? 3 : HISTORIES),
};

tuneEngine();
process.exitCode = await main();

async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    options: {
      check: flag,
      raise: flag,
      quick: flag,
      detail: flag,
      help: flag,
      articles: { type: 'string', default: '2000' },
      store: { type: 'string' },
    },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => benches[name] === undefined);
  if (values.help || unknown !== undefined) {
    console.log(unknown === undefined ? usage : `no bench ${unknown}\n\n${usage}`);
    return unknown === undefined ? 0 : 1;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(benches).filter((name) => !slow.has(name));
  let held = true;
  for (const name of names) {
    console.log(`\n${name}`);
    held = (await benches[name]?.(values)) !== false && held;
  }
  return held || !values.check ? 0 : 1;
}
