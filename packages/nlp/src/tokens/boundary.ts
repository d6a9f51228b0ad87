/**
 * What is seen of a gap between two tokens when it is judged whether a sentence ends there: features of the tokens around it, hashed.
 * Shared by the splitter and by scripts/train-sentences.ts.
 */
import { hashEnd, hashPart, hashStart } from '../model/hash.ts';
import type { SentenceLexicon, TokenLexicon } from './lexicon.ts';
import type { TokenBounds } from './tokenise.ts';

/** What stands between two tokens. */
export type Gap = 'none' | 'space' | 'line' | 'blank line';

/** Features are numbered up to this (a power of two). */
export const boundaryFeatures = 1 << 14;

/** The tokens of a text, as the splitter sees them. */
export interface BoundaryContext {
  text: string;
  bounds: TokenBounds;
  /** The tokens' texts. */
  words: readonly string[];
  tokens: TokenLexicon;
  sentences: SentenceLexicon;
  /** How the text is divided: where there are blank lines a single line break says less, where there is no line break at all a space says more. */
  layout: 'blank lines' | 'lines' | 'no lines';
  /** Whether most lines end like sentences: the lines are then paragraphs, and a line that ends without a sign is a heading. */
  hasParagraphs: boolean;
}

const closing = /^(?:["”’'»)\]}]|''|’’)$/u;
const terminal = /^[.!?…。！？]+$/u;

/** Full stops, question and exclamation marks, alone or in a row. */
export function endsSentence(word: string): boolean {
  return terminal.test(word);
}

/** A dash that may stand without spaces around it. */
export function isDash(word: string): boolean {
  return word === '—' || word === '–';
}

/** No more of a token is looked at. */
const longestBeginning = 24;

/** The beginning of a token; empty outside the text. */
export function wordAt({ words }: BoundaryContext, i: number): string {
  const word = words[i] ?? '';
  return word.length > longestBeginning ? word.slice(0, longestBeginning) : word;
}

/** The gap before token `i`. */
export function gapBefore({ text, bounds }: BoundaryContext, i: number): Gap {
  const from = bounds.ends[i - 1] ?? 0;
  const to = bounds.starts[i] ?? text.length;
  if (from === to) return 'none';
  let lines = 0;
  for (let at = from; at < to && lines < 2; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 0x20_29 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines === 0 ? 'space' : lines === 1 ? 'line' : 'blank line';
}

/** The last token before `i` that is no closing quotation mark or bracket hanging on the one before it. */
export function lastBeforeClosing(context: BoundaryContext, i: number): number {
  let last = i - 1;
  for (let step = 0; step < 3 && last > 0; step++) {
    const hangs = context.bounds.ends[last - 1] === context.bounds.starts[last];
    if (!hangs || !closing.test(wordAt(context, last))) break;
    last--;
  }
  return last;
}

/** Could a sentence start at token `i` at all? Cheap, and false for most tokens. */
export function isCandidate(context: BoundaryContext, i: number, gap: Gap): boolean {
  if (gap === 'line' || gap === 'blank line') return true;
  if (isWithinSentence(context, i)) return false;
  const end = wordAt(context, lastBeforeClosing(context, i));
  const ends = endsSentence(end);
  const next = wordAt(context, i);
  if (gap === 'none') return (ends || isDash(end)) && /^\p{Lu}/u.test(next) && i > 1;
  return ends || !/^[\p{Ll},;:.?!)\]%]/u.test(next);
}

/** Most tokens: one that ends with an ASCII letter or digit before one that begins with a small ASCII letter. */
function isWithinSentence({ text, bounds }: BoundaryContext, i: number): boolean {
  const next = text.charCodeAt(bounds.starts[i] ?? 0);
  if (next < 97 || next > 122) return false;
  const end = text.charCodeAt((bounds.ends[i - 1] ?? 0) - 1);
  const small = end | 0x20;
  return (small >= 97 && small <= 122) || (end >= 48 && end <= 57);
}

/** What the features tell of a token by itself. */
interface WordLook {
  lower: string;
  kind: string;
}

/** Looks kept between texts. */
const looks = new Map<string, WordLook>();
const looksLimit = 20_000;

function lookOf(word: string): WordLook {
  const known = looks.get(word);
  if (known !== undefined) return known;
  if (looks.size >= looksLimit) looks.clear();
  const look = { lower: word.toLowerCase(), kind: kindOf(word) };
  looks.set(word, look);
  return look;
}

/** A coarse kind of a token: what its letters look like. */
function kindOf(word: string): string {
  if (word === '') return 'none';
  if (endsSentence(word)) return word.length > 1 ? 'dots' : word;
  if (/^\p{Lu}\.$/u.test(word)) return 'initial';
  if (/^(?:\p{L}\.){2,}/u.test(word)) return 'acronym';
  if (word.endsWith('.')) return 'abbreviation';
  if (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word)) return 'capitals';
  if (/^\p{Lu}/u.test(word)) return word.length === 1 ? 'letter' : 'Capital';
  if (/^\p{Ll}/u.test(word)) return 'small';
  if (/^\p{N}/u.test(word)) return 'number';
  return /^[@#]\w|^https?:|^www/.test(word) ? 'link' : word.slice(0, 2);
}

/** Buckets of a length. */
function bucket(length: number): number {
  return length < 4 ? length : Math.min(12, 2 + Math.floor(Math.log2(length) * 1.5));
}

/** The number of the feature that consists of a name and up to four values, separated by spaces. */
function numbered(name: number, one: string, two?: string, three?: string, four?: string): number {
  let hash = hashPart(name, one);
  if (two !== undefined) hash = hashPart(hashPart(hash, ' '), two);
  if (three !== undefined) hash = hashPart(hashPart(hash, ' '), three);
  if (four !== undefined) hash = hashPart(hashPart(hash, ' '), four);
  return hashEnd(hash) & (boundaryFeatures - 1);
}

const nameOf = (name: string): number => hashPart(hashStart, `${name} `);
const names = {
  gap: nameOf('g'),
  frame: nameOf('f'),
  frameLayout: nameOf('fl'),
  frameStarter: nameOf('fs'),
  end: nameOf('e'),
  endNext: nameOf('en'),
  next: nameOf('n'),
  endKind: nameOf('ek'),
  before: nameOf('b'),
  beforeKind: nameOf('bk'),
  afterKind: nameOf('a'),
  after: nameOf('al'),
  length: nameOf('len'),
  line: nameOf('line'),
  open: nameOf('open'),
  first: nameOf('first'),
  title: nameOf('title'),
};

/** Feature numbers of the gap before token `i`; `start` is the first token of the sentence so far. */
export function boundaryFeatureIds(context: BoundaryContext, i: number, gap: Gap, start: number): number[] {
  const last = lastBeforeClosing(context, i);
  const isClosed = last < i - 1;
  const end = lookOf(wordAt(context, last));
  const before = lookOf(wordAt(context, last - 1));
  const next = lookOf(wordAt(context, i));
  const after = lookOf(wordAt(context, i + 1));
  const first = lookOf(wordAt(context, start));
  const frame = `${gap}|${end.kind}|${isClosed ? ')' : ''}|${next.kind}`;
  const length = String(bucket(i - start));
  const { starters, openEnds } = context.sentences;
  const isTitle = context.tokens.titles.has(end.lower.endsWith('.') ? end.lower.slice(0, -1) : end.lower);
  return [
    numbered(names.gap, gap, context.layout),
    numbered(names.frame, frame),
    numbered(names.frameLayout, frame, context.layout),
    numbered(names.frameStarter, frame, String(starters.has(next.lower))),
    numbered(names.end, gap, end.lower),
    numbered(names.endNext, end.kind, next.lower),
    numbered(names.next, gap, next.lower),
    numbered(names.endKind, end.lower, next.kind),
    numbered(names.before, end.kind, before.lower),
    numbered(names.beforeKind, frame, before.kind),
    numbered(names.afterKind, frame, after.kind),
    numbered(names.after, end.kind, next.kind, after.lower),
    numbered(names.length, gap, end.kind, length),
    numbered(names.line, gap, next.kind, String(bucket(lineLength(context, i)))),
    numbered(names.open, gap, String(openEnds.has(end.lower))),
    numbered(names.first, gap, end.kind, first.kind, length),
    numbered(names.title, String(isTitle), end.kind),
  ];
}

/** The longest line that is told from longer ones. */
const longLine = 120;

/** Characters since the line began, up to `longLine`. */
function lineLength({ text, bounds }: BoundaryContext, i: number): number {
  const end = bounds.ends[i - 1] ?? 0;
  let length = 0;
  while (length < longLine && length < end && text.charCodeAt(end - 1 - length) !== 10) length++;
  return length;
}
