import { sha256 } from '@dragoman/core';
import type { LinkRow, NodeKey } from '@dragoman/schemas';
import type { Support } from './claims.ts';
import { present, sortedSet } from './properties.ts';

/** A name for one lasting link. */
export function linkBlock({ type, from, to, key }: Omit<LinkRow, 'properties'>): string {
  return `${type} ${from.id} ${to.id} ${key}`;
}

const parts = 32;

/**
 * The block of those supports of a link that are summed up together. Supports are dealt out by their stories, so that one more costs
 * a part of what a link has, however much it has, and the stories of different parts are different ones.
 */
export function partBlock(support: Support): string {
  return `${linkBlock(support)} ${Number.parseInt(sha256(support.story).slice(0, 8), 16) % parts}`;
}

/** At most this many claims are named on a link; `claimCount` says how many there are. */
export const namedClaims = 200;

/** What some of a link's supports come to: digests of parts add up to the link. */
export interface Digest {
  readonly type: string;
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly key: string;
  /** The first in order, and how many there are. */
  readonly claims: readonly string[];
  readonly claimCount: number;
  readonly denials: readonly string[];
  readonly stories: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** How likely all of them are wrong. */
  readonly doubt: number;
  /** Slot -> value -> number of stories that tell it. */
  readonly told: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const slots = ['title', 'since', 'until', 'holding', 'amount'] as const;

/** Sums up supports of one link, in whatever order. */
export function digestOf(supports: readonly Support[]): Digest | null {
  const inOrder = supports.toSorted((a, b) => (a.claim < b.claim ? -1 : 1));
  const [first] = inOrder;
  if (first === undefined) return null;
  const asserted = inOrder.filter(({ polarity }) => polarity !== 'denied');
  const { claims, claimCount, sources, firstSeen, lastSeen, doubt } = gathered(asserted);
  return {
    type: first.type,
    from: first.from,
    to: first.to,
    key: first.key,
    claims,
    claimCount,
    denials: inOrder
      .filter(({ polarity }) => polarity === 'denied')
      .map(({ claim }) => claim)
      .slice(0, namedClaims),
    stories: sources,
    firstSeen: firstSeen ?? '',
    lastSeen: lastSeen ?? '',
    doubt,
    told: Object.fromEntries(
      slots.map((slot) => [slot, storiesTelling(asserted, (support) => support[slot])]),
    ),
  };
}

/** A lasting link from the digests of its parts; null where nothing asserts it. A denial makes no link, but is named on the one that others assert. */
export function linkRow(digests: readonly Digest[]): LinkRow | null {
  const asserting = digests.filter(({ claimCount }) => claimCount > 0);
  const [first] = asserting;
  if (first === undefined) return null;
  const dates = sortedSet(
    asserting.flatMap(({ firstSeen, lastSeen }) => [firstSeen, lastSeen]).filter((date) => date !== ''),
  );
  const doubts = asserting.map(({ doubt }) => doubt).toSorted((a, b) => a - b);
  const { type, from, to, key } = first;
  return {
    type,
    from,
    to,
    key,
    properties: present({
      claims: sortedSet(asserting.flatMap(({ claims }) => claims)).slice(0, namedClaims),
      claimCount: sum(asserting.map(({ claimCount }) => claimCount)),
      sources: sum(asserting.map(({ stories }) => stories)),
      firstSeen: dates[0],
      lastSeen: dates.at(-1),
      confidence: sureness(doubts.reduce((product, doubt) => product * doubt, 1)),
      denials: sortedSet(digests.flatMap(({ denials }) => denials)).slice(0, namedClaims),
      title: mostTold(asserting, 'title'),
      since: mostTold(asserting, 'since'),
      until: mostTold(asserting, 'until'),
      status: mostTold(asserting, 'holding'),
      amounts: sortedSet(asserting.flatMap(({ told }) => Object.keys(told['amount'] ?? {}))),
    }),
  };
}

interface Testimony {
  readonly claim: string;
  readonly story: string;
  readonly date: string;
  readonly confidence: number;
}

/** What every derived link carries: its claims, how many independent stories, first and last seen, how sure. */
export function provenance(from: readonly Testimony[]) {
  const { doubt, ...rest } = gathered(from);
  return { ...rest, confidence: sureness(doubt) };
}

function gathered(from: readonly Testimony[]) {
  const claims = sortedSet(from.map(({ claim }) => claim));
  const dates = sortedSet(from.map(({ date }) => date).filter((date) => date !== ''));
  const byStory = new Map<string, number>();
  for (const { story, confidence } of from) byStory.set(story, Math.max(byStory.get(story) ?? 0, confidence));
  const doubts = [...byStory.values()].toSorted((a, b) => a - b).map((confidence) => 1 - confidence);
  return {
    claims: claims.slice(0, namedClaims),
    claimCount: claims.length,
    sources: byStory.size,
    firstSeen: dates[0],
    lastSeen: dates.at(-1),
    doubt: doubts.reduce((product, doubt) => product * doubt, 1),
  };
}

/** How sure at least one of several independent tellings is right; rounded, so that the order of factors does not show. */
function sureness(doubt: number): number {
  return Math.round((1 - doubt) * 1000) / 1000;
}

function storiesTelling(
  supports: readonly Support[],
  value: (support: Support) => string | undefined,
): Record<string, number> {
  const stories = new Map<string, Set<string>>();
  for (const support of supports) {
    const told = value(support);
    if (told !== undefined) stories.set(told, (stories.get(told) ?? new Set()).add(support.story));
  }
  return Object.fromEntries([...stories].map(([told, by]) => [told, by.size]));
}

/** The value that most independent stories tell; of equals the longer, then the first in the alphabet. */
function mostTold(digests: readonly Digest[], slot: (typeof slots)[number]): string | undefined {
  const counts = new Map<string, number>();
  for (const { told } of digests) {
    for (const [value, count] of Object.entries(told[slot] ?? {}))
      counts.set(value, (counts.get(value) ?? 0) + count);
  }
  const ranked = [...counts].toSorted(
    ([a, left], [b, right]) => right - left || b.length - a.length || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
