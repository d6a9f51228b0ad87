import { openStore, type GraphStore } from '@dragoman/graph';
import { canTestWith, neo4jForTests } from '../../../infra/services/for-tests.mjs';
import { costWhenEmpty, openEmptied, takeIn } from './growth/probe.ts';

const stretches = 10;
/** So often in a stretch it is measured what an article costs in an empty graph. */
const probes = 4;

/** What an article cost over one stretch of the corpus, in milliseconds. */
interface Cost {
  /** By the clock. */
  readonly wall: number;
  /** Of this process's CPU time, and, where the store is a server that tells, of the server's. */
  readonly cpu: number;
  readonly server: number | null;
  /** CPU time in an empty graph, measured in between: how fast the machine was. */
  readonly empty: number;
}

/** A store to measure, and what to do when that is done. */
interface Measured {
  readonly store: GraphStore;
  readonly discard: () => Promise<void>;
}

/**
 * Prints what an article costs as the graph grows, over each tenth of a generated corpus, and the last tenth against the first: on the
 * embedded store and on Neo4j. Making the articles up is not counted.
 * @param total how many articles; @param where the one store to measure instead: an address or a path
 */
export async function benchGrowth(total: number, where: string | null): Promise<void> {
  if (where !== null) return measure(await openStated(where), total);
  await measure(await openEmptied(), total);
  if (canTestWith('neo4j')) await measure(await openNeo4j(), total);
}

async function measure({ store, discard }: Measured, total: number): Promise<void> {
  const costs: Cost[] = [];
  try {
    for (let stretch = 0; stretch < stretches; stretch += 1) {
      const from = Math.floor((total * stretch) / stretches);
      const to = Math.floor((total * (stretch + 1)) / stretches);
      const cost = await costOf(store, from, to);
      costs.push(cost);
      console.log(`${store.kind}, articles ${from}–${to}: ${described(cost)}; ${memory()}`);
    }
  } finally {
    await store.close();
    await discard();
  }
  const [first, last] = [costs[0], costs.at(-1)];
  if (first === undefined || last === undefined) return;
  const ratios = [
    `clock ${(last.wall / first.wall).toFixed(2)}`,
    `CPU ${(busy(last) / busy(first)).toFixed(2)}`,
    `CPU as the machine was ${(busy(last) / last.empty / (busy(first) / first.empty)).toFixed(2)}`,
  ].join(', ');
  console.log(`${store.kind}, ${total} articles: the last tenth costs, against the first: ${ratios}`);
}

/** The Neo4j that the tests use, empty, while nobody else uses it. */
async function openNeo4j(): Promise<Measured> {
  const server = await neo4jForTests();
  const { url, user, password } = server;
  return { store: await openStore(url, { user, password }), discard: () => server.release() };
}

async function openStated(where: string): Promise<Measured> {
  const password = process.env['DRAGOMAN_NEO4J_PASSWORD'];
  const store = await openStore(where, { user: 'neo4j', ...(password === undefined ? {} : { password }) });
  return { store, discard: () => Promise.resolve() };
}

async function costOf(store: GraphStore, from: number, to: number): Promise<Cost> {
  let [wall, cpu, empty, server] = [0, 0, 0, 0];
  for (let probe = 0; probe < probes; probe += 1) {
    const began = await serverTime(store);
    const ends = [probe, probe + 1].map((at) => from + Math.floor(((to - from) * at) / probes));
    const spent = await takeIn(store, ends[0] ?? from, ends[1] ?? to);
    wall += spent.wall;
    cpu += spent.cpu;
    server += ((await serverTime(store)) ?? 0) - (began ?? 0);
    empty += await costWhenEmpty();
  }
  const count = to - from;
  return {
    wall: wall / count,
    cpu: cpu / count,
    server: store.kind === 'neo4j' ? server / count : null,
    empty: empty / probes,
  };
}

/** CPU milliseconds that a Neo4j server has used; null where there is none. */
async function serverTime(store: GraphStore): Promise<number | null> {
  if (store.kind !== 'neo4j') return null;
  const bean = 'java.lang:type=OperatingSystem';
  const rows = await store.read(
    "CALL dbms.queryJmx($bean) YIELD attributes RETURN toFloat(attributes['ProcessCpuTime']['value']) AS time",
    { bean },
  );
  return Number(rows[0]?.['time']) / 1_000_000;
}

function busy({ cpu, server }: Cost): number {
  return cpu + (server ?? 0);
}

function described({ wall, cpu, server, empty }: Cost): string {
  const remote = server === null ? '' : ` and ${server.toFixed(2)} ms of the server’s`;
  const own = `${cpu.toFixed(2)} ms of this process’s CPU time`;
  return `${wall.toFixed(2)} ms each, of which ${own}${remote}; in an empty graph ${empty.toFixed(2)} ms`;
}

function memory(): string {
  return `${Math.round(process.memoryUsage.rss() / 1_000_000)} MB resident`;
}

if (import.meta.filename === process.argv[1])
  await benchGrowth(Number(process.argv[2] ?? 2_000), process.argv[3] ?? null);
