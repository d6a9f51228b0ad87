import type { NameHit } from '@dragoman/gazetteer';

/** What a name names, before it is joined with others to an entity. */
export type SpanKind = 'person' | 'group' | 'place' | 'misc';

/** A stretch of tokens (`last` inclusive) that is a name. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: SpanKind;
  /** What found it, for --explain. */
  readonly rule: string;
  readonly confidence: number;
  /** What the gazetteer says it may be. */
  readonly readings: readonly NameHit[];
  /** Set by a head word: 'Ministry of …' is a government_body. */
  readonly groupKind?: string;
  readonly placeKind?: string;
  /** An adjective or a people: 'Iranian', 'Iranians'. */
  readonly adjective?: boolean;
}

/** Do two spans share a token? */
export function overlaps(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Does the first span hold all of the second? */
export function covers(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first <= b.first && b.last <= a.last;
}
