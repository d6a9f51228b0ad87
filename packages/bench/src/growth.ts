import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@dragoman/core';
import { openStore } from '@dragoman/graph';
import { resolvePending, writeEvidence } from '@dragoman/pipeline';
import type { Evidence } from '@dragoman/resolve';
import type { Entity, Meeting, Position } from '@dragoman/schemas';
import { generator } from './random.ts';

const syllables = [
  'ba',
  'de',
  'ki',
  'lo',
  'mu',
  'na',
  'po',
  'ra',
  'si',
  'tu',
  've',
  'zo',
  'ga',
  'he',
  'ja',
  'fe',
];
const states = [
  'IR',
  'US',
  'OM',
  'FR',
  'DE',
  'KE',
  'ET',
  'ER',
  'DJ',
  'BR',
  'CN',
  'IN',
  'JP',
  'RO',
  'UA',
  'PL',
  'TR',
  'EG',
  'SA',
  'QA',
];
const titles = ['foreign minister', 'president', 'envoy', 'defence minister', 'ambassador', 'spokesman'];

function nameOf(number: number): string {
  const random = generator(number * 7919 + 13);
  const word = (parts: number): string => {
    const text = Array.from(
      { length: parts },
      () => syllables[Math.floor(random() * syllables.length)] ?? 'ba',
    ).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return `${word(3)} ${word(4)}`;
}

/** One generated article: some people whom everybody writes about, some whom few do, states, a meeting. */
export function generatedArticle(number: number): Evidence {
  const random = generator(number + 1);
  // One article in three names somebody new; the others come from a crowd whose first few are in the news all the time.
  const people = [0, 1, 2, 3].map(() => Math.floor(random() ** 3 * (500 + number / 3)));
  const day = new Date(Date.UTC(2020, 0, 1) + (number % 2_000) * 86_400_000).toISOString().slice(0, 10);
  const text = `Generated article ${number}.`;
  const grounded = {
    rule: 'generated',
    confidence: 0.8,
    spans: [{ start: 0, end: 9 }] as [{ start: number; end: number }],
  };
  const entities = new Map<string, Entity>();
  const positions: Position[] = [];
  for (const person of people) {
    const state = states[person % states.length] ?? 'IR';
    entities.set(`p${person}`, {
      ...grounded,
      id: `p${person}`,
      kind: 'person',
      name: nameOf(person),
      aliases: [],
    });
    entities.set(`g${state}`, {
      ...grounded,
      id: `g${state}`,
      kind: 'group',
      groupKind: 'state',
      name: state,
      aliases: [],
      gazetteer: `state:${state}`,
    });
    const title = titles[person % titles.length] ?? 'envoy';
    positions.push({
      ...grounded,
      person: `p${person}`,
      title,
      group: `g${state}`,
      status: 'current',
      since: null,
      until: null,
      attributedTo: null,
    });
  }
  const [first = 0, second = 1] = people;
  const meeting: Meeting = {
    ...grounded,
    id: 'm1',
    form: 'talks',
    participants: [...new Set([`p${first}`, `p${second}`])],
    represented: [],
    mediators: [],
    hosts: [],
    place: null,
    start: day,
    end: null,
    status: 'held',
    direct: null,
    attributedTo: null,
    quote: text,
    numbers: [],
  };
  const id = sha256(`generated ${number}`);
  return {
    article: {
      id,
      url: `https://generated.example/${number}`,
      source: `Outlet ${number % 200}`,
      language: 'en',
      title: text,
      authors: [],
      published: day,
      modified: null,
      fetched: null,
      text,
      textHash: sha256(text),
      cleanerVersion: 'generated',
    },
    extraction: {
      articleId: id,
      extractorVersion: 'generated',
      read: true,
      entities: [...entities.values()],
      positions,
      relations: [],
      meetings: [meeting],
      events: [],
      statements: [],
    },
    fingerprint: { bands: [id], sketch: [] },
  };
}

/**
 * Prints what an article costs as the graph grows: milliseconds an article over each stretch of the corpus.
 * @param total how many articles; @param where a store's address, or null for an embedded one of its own
 */
export async function benchGrowth(total: number, where: string | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-growth-'));
  const store = await openStore(where ?? join(folder, 'graph.db'), {
    user: 'neo4j',
    ...(process.env['DRAGOMAN_NEO4J_PASSWORD'] === undefined
      ? {}
      : { password: process.env['DRAGOMAN_NEO4J_PASSWORD'] }),
  });
  const stretch = Math.max(100, Math.floor(total / 10));
  try {
    for (let from = 0; from < total; from += stretch) {
      const began = performance.now();
      const cpu = process.cpuUsage();
      for (let at = from; at < from + stretch; at += 24) {
        const batch = Array.from({ length: Math.min(24, from + stretch - at) }, (_, offset) =>
          generatedArticle(at + offset),
        );
        await writeEvidence(store, batch);
        await resolvePending(
          store,
          (a, b) => a.bands[0] === b.bands[0],
          () => new Date(0),
        );
      }
      const { user, system } = process.cpuUsage(cpu);
      const wall = ((performance.now() - began) / stretch).toFixed(2);
      const busy = ((user + system) / 1_000 / stretch).toFixed(2);
      console.log(
        `articles ${from}–${from + stretch}: ${wall} ms each, of which ${busy} ms of this process's CPU time`,
      );
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1])
  await benchGrowth(Number(process.argv[2] ?? 2_000), process.argv[3] ?? null);
