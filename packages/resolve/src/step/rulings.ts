import { canonicalJson, idOf } from '@dragoman/core';
import type { Item } from '@dragoman/schemas';
import type { Ruled } from '../cluster/recluster.ts';

/** What a person decided about two nodes, kept by their signatures, so that it holds when articles are read again. */
export interface Ruling {
  readonly id: string;
  readonly kind: 'same' | 'different' | 'later';
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** At most this many signatures of a side are named in a ruling: the first in order of their ids. */
const sideLimit = 30;

/** A ruling about two sets of signatures; its id depends on the two sets alone, so that a later word replaces an earlier one. */
export function rulingOf(parts: Omit<Ruling, 'id'>): Ruling {
  const sides = [parts.left, parts.right].map((side) => side.toSorted().slice(0, sideLimit));
  const [left = [], right = []] = sides.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return { ...parts, left, right, id: idOf('ruling', { left, right }) };
}

export function rulingItem(ruling: Ruling): Item {
  const blocks = [...ruling.left, ...ruling.right].toSorted();
  return {
    level: 'ruling',
    id: ruling.id,
    owner: '',
    cluster: '',
    note: '',
    blocks,
    body: canonicalJson(ruling),
  };
}

export function readRuling(item: Item): Ruling {
  return JSON.parse(item.body) as Ruling;
}

/** The pairs of signatures that a ruling speaks of: one pair is enough to join, all are needed to keep apart. */
export function ruledPairs(ruling: Ruling): Ruled[] {
  if (ruling.kind === 'later') return [];
  const same = ruling.kind === 'same';
  const left = same ? ruling.left.slice(0, 1) : ruling.left;
  const right = same ? ruling.right.slice(0, 1) : ruling.right;
  return left.flatMap((a) => right.map((b) => ({ left: a, right: b, same })));
}

/** The order of rulings: by the time when they were made, then by id. */
export function earlierFirst(left: Ruling, right: Ruling): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
