import { lineKey } from '@dragoman/clean';
import { canonicalJson } from '@dragoman/core';
import type { Item } from '@dragoman/schemas';

/** What a person says of a line of a source: it is the articles' own, or no part of them. It holds whatever the counts say. */
export interface LineRuling {
  readonly kind: 'allow' | 'forbid';
  readonly source: string;
  /** The key of the line: as it is counted, or of its very words. */
  readonly line: string;
  readonly text: string;
  readonly by: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The key under which a ruling on a line that nothing counts is kept: its words, whatever its shape. */
export const keyOfWords = (source: string, text: string): string => lineKey(source, text, 'sentence');

/** The cluster that holds all rulings, so that they can be listed. */
export const allRulings = 'all';

/** One line has one ruling: a later one takes the place of the one before. */
export function lineRulingItem(ruling: LineRuling): Item {
  const body = canonicalJson(ruling);
  const { line: id, source: owner } = ruling;
  return { level: 'line-ruling', id, owner, cluster: allRulings, note: '', blocks: [], body };
}

export const readLineRuling = ({ body }: Item): LineRuling => JSON.parse(body) as LineRuling;
