import { sha256 } from '@dragoman/core';
import type { LinkRow, NodeKey } from '@dragoman/schemas';
import type { Support } from './claims.ts';
import { present, sortedSet } from './properties.ts';

/** A name for one lasting link. */
export function linkBlock({ type, from, to, key }: Omit<LinkRow, 'properties'>): string {
  return `${type} ${from.id} ${to.id} ${key}`;
}

/** Into how many each part of a link is parted, from the link down to the parts that hold supports. */
const fanOut = 16;

/**
 * The block of those supports of a link that are summed up together. Supports are dealt out by their stories into parts of parts, so
 * that one more costs the same however many a link has, and the stories of different parts are different ones.
 */
export function partBlock(support: Support): string {
  const part = Number.parseInt(sha256(support.story).slice(0, 8), 16) % (fanOut * fanOut);
  return `${linkBlock(support)} ${Math.floor(part / fanOut)} ${part % fanOut}`;
}

/** The block that holds the digests of the parts of a part. */
export function largerPart(part: string): string {
  return part.slice(0, part.lastIndexOf(' '));
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

/** What the digests of some parts of a link come to together; null for none. */
export function digestOfParts(digests: readonly Digest[]): Digest | null {
  const [first] = digests;
  if (first === undefined) return null;
  const { type, from, to, key } = first;
  const asserting = digests.filter(({ claimCount }) => claimCount > 0);
  const seen = datesOf(asserting);
  return {
    type,
    from,
    to,
    key,
    claims: sortedSet(asserting.flatMap(({ claims }) => claims)).slice(0, namedClaims),
    claimCount: sum(asserting.map(({ claimCount }) => claimCount)),
    denials: sortedSet(digests.flatMap(({ denials }) => denials)).slice(0, namedClaims),
    stories: sum(asserting.map(({ stories }) => stories)),
    firstSeen: seen[0] ?? '',
    lastSeen: seen.at(-1) ?? '',
    doubt: productOf(asserting.map(({ doubt }) => doubt)),
    told: Object.fromEntries(
      slots.map((slot) => [slot, Object.fromEntries(storiesByValue(asserting, slot))]),
    ),
  };
}

/** A lasting link from the digests of its parts; null where nothing asserts it. A denial makes no link, but is named on the one that others assert. */
export function linkRow(digests: readonly Digest[]): LinkRow | null {
  const whole = digestOfParts(digests);
  if (whole === null || whole.claimCount === 0) return null;
  const { type, from, to, key, claims, claimCount, stories, denials, told } = whole;
  return {
    type,
    from,
    to,
    key,
    properties: present({
      claims: [...claims],
      claimCount,
      sources: stories,
      firstSeen: whole.firstSeen === '' ? null : whole.firstSeen,
      lastSeen: whole.lastSeen === '' ? null : whole.lastSeen,
      confidence: sureness(whole.doubt),
      denials: [...denials],
      title: mostTold(told['title']),
      since: mostTold(told['since']),
      until: mostTold(told['until']),
      status: mostTold(told['holding']),
      amounts: sortedSet(Object.keys(told['amount'] ?? {})),
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
  return {
    claims: claims.slice(0, namedClaims),
    claimCount: claims.length,
    sources: byStory.size,
    firstSeen: dates[0],
    lastSeen: dates.at(-1),
    doubt: productOf([...byStory.values()].map((confidence) => 1 - confidence)),
  };
}

/** Multiplied in order of size, so that the order in which they came does not show. */
function productOf(doubts: readonly number[]): number {
  return doubts.toSorted((a, b) => a - b).reduce((product, doubt) => product * doubt, 1);
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

function storiesByValue(digests: readonly Digest[], slot: (typeof slots)[number]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { told } of digests) {
    for (const [value, count] of Object.entries(told[slot] ?? {}))
      counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

function datesOf(digests: readonly Digest[]): string[] {
  return sortedSet(
    digests.flatMap(({ firstSeen, lastSeen }) => [firstSeen, lastSeen]).filter((date) => date !== ''),
  );
}

/** The value that most independent stories tell; of equals the longer, then the first in the alphabet. */
function mostTold(told: Readonly<Record<string, number>> = {}): string | undefined {
  const ranked = Object.entries(told).toSorted(
    ([a, left], [b, right]) => right - left || b.length - a.length || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
