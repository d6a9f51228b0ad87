import type { Bound, TimeUnit } from './vocabulary.ts';

/** Which one of its kind is meant: 'Friday', 'last Friday', 'next Friday', 'this Friday'. */
export type Which = 'nearest' | 'previous' | 'current' | 'following';

/** What a relative time counts from: the publication date, or the last date the text told. */
export type Anchor = 'published' | 'narrative';

/** A time as written, before it is set against the publication date. */
export type TimeValue =
  | {
      readonly kind: 'day';
      readonly year?: number;
      /** 'December 14 last year': years from the year of writing. */
      readonly yearStep?: number;
      readonly month?: number;
      readonly day: number;
      readonly weekday?: number;
    }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: Which;
      /** 'Tuesday last week': weeks from the week of writing. */
      readonly weekStep?: number;
    }
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly year?: number;
      /** 'March of next year': years from the year of writing. */
      readonly yearStep?: number;
      readonly which: Which;
    }
  | { readonly kind: 'year'; readonly year: number; readonly span: number }
  /** 'last summer', as the year it fell in. */
  | { readonly kind: 'season'; readonly endMonth: number; readonly which: Which }
  | {
      readonly kind: 'shift';
      readonly unit: TimeUnit;
      readonly amount: number;
      readonly anchor: Anchor;
      /** 'a few days ago': no more exact than the month. */
      readonly vague?: boolean;
    }
  | { readonly kind: 'period'; readonly unit: TimeUnit; readonly step: number; readonly anchor: Anchor }
  /** 'the past two weeks' (amount -2), 'the next three days' (amount 3). */
  | { readonly kind: 'window'; readonly unit: TimeUnit; readonly amount: number };

/** What the grammar read at one place of the text. */
export interface Reading {
  readonly value: TimeValue;
  /** The other end: 'January 15-20', 'Tuesday and Wednesday'. */
  readonly to?: TimeValue;
  /** Index of the unit after the reading. */
  readonly next: number;
  /** Which form it has, for --explain. */
  readonly rule: string;
  readonly bound?: Bound;
  /** 'a week after the shelling': the time is that of the shelling once the sentence's own date is known. */
  readonly eventOffset?: boolean;
}
