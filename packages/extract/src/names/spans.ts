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

/** The rule of a land that is named with a direction before it: a place, whatever it is elsewhere. */
export const inDirection = 'names.in-direction';

/** Does the first span hold all of the second? */
export function covers(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first <= b.first && b.last <= a.last;
}

/** Spans by the tokens they cover, so that what meets a span is found in the time its length takes. */
export class SpanIndex {
  readonly #spans = new Set<NameSpan>();
  readonly #at = new Map<number, NameSpan[]>();

  constructor(spans: Iterable<NameSpan> = []) {
    for (const span of spans) this.add(span);
  }

  add(span: NameSpan): void {
    this.#spans.add(span);
    for (let token = span.first; token <= span.last; token++) {
      const here = this.#at.get(token);
      if (here === undefined) this.#at.set(token, [span]);
      else here.push(span);
    }
  }

  delete(span: NameSpan): void {
    if (!this.#spans.delete(span)) return;
    for (let token = span.first; token <= span.last; token++) {
      this.#at.set(
        token,
        (this.#at.get(token) ?? []).filter((other) => other !== span),
      );
    }
  }

  /** The spans that share a token with a stretch, each once. */
  meeting({ first, last }: { first: number; last: number }): NameSpan[] {
    const met = new Set<NameSpan>();
    for (let token = first; token <= last; token++)
      for (const span of this.#at.get(token) ?? []) met.add(span);
    return [...met];
  }

  /** All spans, in the order they were added. */
  all(): NameSpan[] {
    return [...this.#spans];
  }
}
