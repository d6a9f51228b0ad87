/**
 * Where sentences end: a logistic model over the tokens around each gap (weights in data/sentences.bin, by scripts/train-sentences.ts), and in
 * texts without line breaks also what a network makes of the words.
 */
import { readFileSync } from 'node:fs';
import {
  type BoundaryContext,
  boundaryFeatureIds,
  boundaryFeatures,
  endsSentence,
  type Gap,
  gapBefore,
  isCandidate,
  isDash,
  lastBeforeClosing,
  wordAt,
} from './boundary.ts';
import { sentenceLexicon, tokenLexicon } from './lexicon.ts';
import { type TokenBounds, wordsOf } from './tokenise.ts';

/** Weights as 8-bit integers; only their sum's sign counts, so there is no scale. */
export type BoundaryWeights = Int8Array;

/** In units of the weights. */
const unmarkedMargin = 100;
/** What a unit of the network's log odds counts in units of the weights, and what both together have to reach. */
const networkShare = 75;
const networkMargin = -40;
/** Log odds at which the network alone makes a start of what does not look like one: 'thanks a lot try the other one'. */
const sureScore = 1.5;
/** A text of so few tokens is a headline or a sentence, not a run of them. */
const shortText = 30;
/** So few are one sentence, whatever the network says. */
const fewWords = 3;

let loaded: BoundaryWeights | undefined;

function shippedWeights(): BoundaryWeights {
  if (loaded !== undefined) return loaded;
  const bytes = readFileSync(new URL('../../data/sentences.bin', import.meta.url));
  loaded = new Int8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + boundaryFeatures));
  return loaded;
}

/** What the splitter looks at. */
export function boundaryContext(
  text: string,
  bounds: TokenBounds,
  words: readonly string[] = wordsOf(text, bounds),
): BoundaryContext {
  const layout = layoutOf(text);
  const hasParagraphs = layout === 'lines' && endsLikeSentences(text);
  return { text, bounds, words, tokens: tokenLexicon(), sentences: sentenceLexicon(), layout, hasParagraphs };
}

/** Of lines that are paragraphs so many, at least, end like sentences; of lines wrapped at a width few do. */
const paragraphShare = 0.6;

function endsLikeSentences(text: string): boolean {
  let lines = 0;
  let ended = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    if (/[.!?…:][”"’'»)\]]{0,2}\s?$/u.test(text.slice(Math.max(0, at - 4), at))) ended++;
  }
  return ended >= lines * paragraphShare;
}

/** What line breaks tell of a text; those before its first and after its last sign tell nothing. */
function layoutOf(text: string): BoundaryContext['layout'] {
  const inner = text.trim();
  if (/\n[^\S\n]{0,9}\n/.test(inner)) return 'blank lines';
  return inner.includes('\n') ? 'lines' : 'no lines';
}

/** Has a text several words, and no line break to tell its sentences apart? */
export function isRunOn(text: string, bounds: TokenBounds): boolean {
  return bounds.starts.length > fewWords && layoutOf(text) === 'no lines';
}

/**
 * Indices of the tokens that start a sentence; the first token always does, and so does one after a blank line.
 * Works with a line a paragraph, with text wrapped at a width, and with no line breaks at all; in the last case better with the network's
 * scores (log odds of each token) as well.
 */
export function sentenceStarts(
  text: string,
  bounds: TokenBounds,
  words?: readonly string[],
  scores?: Float32Array,
): number[] {
  const context = boundaryContext(text, bounds, words);
  const weights = shippedWeights();
  const starts: number[] = bounds.starts.length > 0 ? [0] : [];
  let start = 0;
  for (let i = 1; i < bounds.starts.length; i++) {
    const gap = gapBefore(context, i);
    const score = gap === 'space' ? scores?.[i] : undefined;
    const isStart = isCandidate(context, i, gap)
      ? gap === 'blank line' || isBoundary(context, weights, { i, gap, start, score })
      : score !== undefined && score > sureScore;
    if (!isStart) continue;
    starts.push(i);
    start = i;
  }
  return starts;
}

/** A gap before token `i`, in a sentence that began at token `start`; the network's score of it where there is one. */
interface GapPlace {
  i: number;
  gap: Gap;
  start: number;
  score?: number | undefined;
}

function isBoundary(
  context: BoundaryContext,
  weights: BoundaryWeights,
  { i, gap, start, score }: GapPlace,
): boolean {
  if (isBehindDateline(context, { i, gap, start })) return true;
  if (gap === 'none' && isDash(wordAt(context, i - 1))) return false;
  const ruled = ruledBoundary(context, i, gap);
  if (ruled !== undefined) return ruled;
  const local = scoreBoundary(weights, boundaryFeatureIds(context, i, gap, start));
  const network = score === undefined ? 0 : networkShare * score - networkMargin;
  return local + network > margin(context, i, gap);
}

/** A dateline has no more tokens than that. */
const longestDateline = 20;
const datelineSign = /^(?:[-–—]{1,3}|\/{1,2})$/;
const datelineDate =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)(?:uary|ruary|ch|il|ust|ember|ober|day|nesday|urday)?\.?$/i;

/**
 * Does a text or a line open with a dateline that ends at the gap: 'CUENCA, Ecuador, March 4 – ', 'MOSCOW (Reuters) - '? It is no part
 * of the sentence behind it, and a tree over both goes wrong. Told by capitals, an agency in brackets or a date, and the dash.
 */
function isBehindDateline(context: BoundaryContext, { i, gap, start }: GapPlace): boolean {
  if (i - start > longestDateline || !datelineSign.test(wordAt(context, i - 1))) return false;
  if (gap !== 'space' && !(gap === 'none' && isDash(wordAt(context, i - 1)))) return false;
  if (start > 0 && gapBefore(context, start) === 'space') return false;
  if (!/^["“'‘\p{Lu}]/u.test(wordAt(context, i))) return false;
  const words = Array.from({ length: i - 1 - start }, (_, offset) => wordAt(context, start + offset));
  if (
    !words.every(
      (word) => /^[\p{Lu}\p{N}(),./|:]/u.test(word) || /^(?:de|la|el|al|of|the|and|du|da)$/.test(word),
    )
  )
    return false;
  return /^\p{Lu}{3,}/u.test(words[0] ?? '') || (/^\p{Lu}/u.test(words[0] ?? '') && words.some(isOfDateline));
}

const isOfDateline = (word: string): boolean => word === '(' || datelineDate.test(word);

/** What is certain whatever the model says: '“Why?” she asked' goes on, 'the U.S. The' does not. Undefined for all else. */
function ruledBoundary(context: BoundaryContext, i: number, gap: Gap): boolean | undefined {
  if (gap === 'line' && context.hasParagraphs && /^[\p{Lu}“"‘«]/u.test(wordAt(context, i))) return true;
  if (gap !== 'space') return undefined;
  const last = lastBeforeClosing(context, i);
  const next = wordAt(context, i);
  if (last < i - 1 && /^\p{Ll}/u.test(next)) return false;
  if (isQuoteBehindEnd(context, i)) return true;
  if (!/^\p{Lu}/u.test(next) || !context.sentences.sureStarters.has(next.toLowerCase())) return undefined;
  const end = wordAt(context, last).toLowerCase();
  return /^(?:\p{L}\.){2,}$/u.test(end) || context.sentences.finalAbbreviations.has(end) ? true : undefined;
}

/** 'The two met. “It went well,” he said': an opening quotation mark behind an end sign that stands by itself, with a capital behind it. */
function isQuoteBehindEnd(context: BoundaryContext, i: number): boolean {
  return (
    /^[“‘"]$/u.test(wordAt(context, i)) &&
    /^[.!?]$/.test(wordAt(context, i - 1)) &&
    /^\p{Lu}/u.test(wordAt(context, i + 1)) &&
    gapBefore(context, i + 1) === 'none'
  );
}

/** A sentence that ends within a line without a sign has to be surer, but in a long text that has no lines at all. */
function margin(context: BoundaryContext, i: number, gap: Gap): number {
  if (gap !== 'space' || endsSentence(wordAt(context, lastBeforeClosing(context, i)))) return 0;
  const isRunOn = context.layout === 'no lines' && context.bounds.starts.length > shortText;
  return isRunOn ? 0 : unmarkedMargin;
}

export function scoreBoundary(weights: ArrayLike<number>, features: readonly number[]): number {
  let score = 0;
  for (const feature of features) score += weights[feature] ?? 0;
  return score;
}
