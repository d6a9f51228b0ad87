import { sha256 } from '@dragoman/core';
import { mix, shinglesOf, wordsOf } from './shingles.ts';

/**
 * What copies of a text are found and compared by.
 * `bands`: keys; two texts may be copies only where they share one. The first is the hash of the exact words.
 * `sketch`: the number of distinct shingles, then 32 minima over the text's head, then 126 over the whole.
 */
export interface Fingerprint {
  readonly bands: readonly string[];
  readonly sketch: readonly number[];
}

/** How alike two texts are, estimated from their sketches: shares from 0 to 1. */
export interface Similarity {
  /** Of the shingles of both, those that both have. */
  readonly jaccard: number;
  /** Of the shingles of the shorter text, those that the longer one has. */
  readonly containment: number;
  /** Jaccard of the first words: copies begin alike. */
  readonly head: number;
}

const headWords = 80;
const headMinima = 32;
const bodyMinima = 126;
/**
 * Keys are minima over runs of ten words. Shorter runs (a minister with his post and 'told reporters', say) recur in articles that
 * have nothing else in common, and every such article would be looked up with each new one, the more the more there are. Copies with
 * whole paragraphs cut or replaced all meet; where every tenth word is another, 97 of 100. Those over the head are for copies that
 * lost most of their tail.
 */
const keys = { width: 10, body: 13, head: 4 } as const;

const seeds = Array.from({ length: bodyMinima }, (_, index) => mix(index * 0x9e3779b1 + 0x7f4a7c15));

/**
 * The fingerprint of an article's body.
 * MinHash (Broder 1997) over shingles of three words for comparing, of ten for looking up. A pure function; linear in the length
 * of the text.
 */
export function fingerprint(text: string): Fingerprint {
  const words = wordsOf(text);
  const head = words.slice(0, headWords);
  const shingles = shinglesOf(words, 3);
  return {
    bands: [
      `x${sha256(words.join(' ')).slice(0, 24)}`,
      ...named('b', minima(shinglesOf(words, keys.width), keys.body)),
      ...named('h', minima(shinglesOf(head, keys.width), keys.head)),
    ],
    sketch: [shingles.size, ...minima(shinglesOf(head, 3), headMinima), ...minima(shingles, bodyMinima)],
  };
}

function minima(shingles: ReadonlySet<number>, count: number): number[] {
  const least = Array.from({ length: count }, () => 0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < count; index += 1) {
      const hash = mix(shingle ^ (seeds[index] ?? 0));
      if (hash < (least[index] ?? 0)) least[index] = hash;
    }
  }
  return least;
}

function named(kind: string, values: readonly number[]): string[] {
  return values.map((value, index) => `${kind}${index}:${value.toString(16).padStart(8, '0')}`);
}

/** Compares two fingerprints; symmetric. */
export function similarity(left: Fingerprint, right: Fingerprint): Similarity {
  const head = agreement(left.sketch, right.sketch, 1, headMinima);
  const jaccard = agreement(left.sketch, right.sketch, 1 + headMinima, bodyMinima);
  const [one = 0, other = 0] = [left.sketch[0], right.sketch[0]];
  const shared = (jaccard / (1 + jaccard)) * (one + other);
  const shorter = Math.min(one, other);
  return { jaccard, containment: shorter === 0 ? 0 : Math.min(1, shared / shorter), head };
}

function agreement(left: readonly number[], right: readonly number[], from: number, count: number): number {
  let equal = 0;
  for (let index = from; index < from + count; index += 1) if (left[index] === right[index]) equal += 1;
  return equal / count;
}

const alike = { jaccard: 0.5, containment: 0.7, head: 0.4, shingles: 20 };

/**
 * Whether two texts are copies of one: the same words; or half of both the same; or, where one lost its tail,
 * most of the shorter one in the longer one and both beginning alike. A follow-up that quotes some paragraphs of
 * another text begins in its own words and is no copy.
 */
export function isCopy(left: Fingerprint, right: Fingerprint): boolean {
  if (left.bands[0] === right.bands[0]) return true;
  if (Math.min(left.sketch[0] ?? 0, right.sketch[0] ?? 0) < alike.shingles) return false;
  const { jaccard, containment, head } = similarity(left, right);
  return jaccard >= alike.jaccard || (containment >= alike.containment && head >= alike.head);
}
