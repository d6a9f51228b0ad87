import type { LinkRow, NodeKey } from '@dragoman/schemas';
import type { Support } from './claims.ts';
import { present, sortedSet } from './properties.ts';

/** The block in which all that supports one lasting link stands. */
export function linkBlock(type: string, from: NodeKey, to: NodeKey, key: string): string {
  return `${type} ${from.id} ${to.id} ${key}`;
}

/** At most this many claims are named on a link; `claimCount` says how many there are. */
export const namedClaims = 200;

/**
 * A lasting link from all that supports it, in whatever order; null where nothing asserts it.
 * A denial makes no link, but it is counted on the link that others assert.
 */
export function linkRow(supports: readonly Support[]): LinkRow | null {
  const inOrder = supports.toSorted((a, b) => (a.claim < b.claim ? -1 : 1));
  const asserted = inOrder.filter(({ polarity }) => polarity !== 'denied');
  const [first] = asserted;
  if (first === undefined) return null;
  const denied = inOrder.filter(({ polarity }) => polarity === 'denied');
  return {
    type: first.type,
    from: first.from,
    to: first.to,
    key: first.key,
    properties: present({
      ...provenance(asserted),
      denials: denied.map(({ claim }) => claim).slice(0, namedClaims),
      title: mostTold(asserted, ({ title }) => title),
      since: mostTold(asserted, ({ since }) => since),
      until: mostTold(asserted, ({ until }) => until),
      status: mostTold(asserted, ({ holding }) => holding),
      amounts: sortedSet(asserted.flatMap(({ amount }) => amount ?? [])),
    }),
  };
}

/** What every derived link carries: its claims, how many independent stories, first and last seen, how sure. */
export function provenance(
  from: readonly { claim: string; story: string; date: string; confidence: number }[],
) {
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
    confidence: atLeastOne([...byStory.values()]),
  };
}

/** How sure at least one of several independent tellings is right; rounded, so that the order of factors does not show. */
function atLeastOne(confidences: readonly number[]): number {
  const wrong = confidences
    .toSorted((a, b) => a - b)
    .reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round((1 - wrong) * 1000) / 1000;
}

/** The value that most independent stories tell; of equals the longer, then the first in the alphabet. */
function mostTold(
  supports: readonly Support[],
  value: (support: Support) => string | undefined,
): string | undefined {
  const stories = new Map<string, Set<string>>();
  for (const support of supports) {
    const told = value(support);
    if (told !== undefined) stories.set(told, (stories.get(told) ?? new Set()).add(support.story));
  }
  const ranked = [...stories].toSorted(
    ([a, left], [b, right]) => right.size - left.size || b.length - a.length || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0];
}
