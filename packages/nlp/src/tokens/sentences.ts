/** Where sentences end: decided token by token from punctuation, case, abbreviations and line breaks. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type TokenLexicon, tokenLexicon } from './lexicon.ts';
import type { TokenBounds } from './tokenise.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const sentenceLexiconSchema = z.strictObject({ starters: words, openEnds: words });
export type SentenceLexicon = z.infer<typeof sentenceLexiconSchema>;

let loaded: SentenceLexicon | undefined;

/** The splitter's word lists, read on first use. */
export function sentenceLexicon(): SentenceLexicon {
  loaded ??= sentenceLexiconSchema.parse(
    parse(readFileSync(new URL('../../data/sentences.yaml', import.meta.url), 'utf8')),
  );
  return loaded;
}

/** What stands between two tokens. */
type Gap = 'none' | 'space' | 'line' | 'blank line';

/**
 * Indices of the tokens that start a sentence; the first token always does.
 * A line break is taken for the end of a paragraph, unless the line plainly goes on in the next one (text wrapped at a width).
 */
export function sentenceStarts(text: string, bounds: TokenBounds): number[] {
  const splitter = new Splitter(text, bounds, sentenceLexicon(), tokenLexicon());
  const starts: number[] = bounds.starts.length > 0 ? [0] : [];
  for (let i = 1; i < bounds.starts.length; i++) if (splitter.isBoundary(i)) starts.push(i);
  return starts;
}

const closing = /^(?:["”’'»)\]}]|''|’’)$/u;
const terminal = /^[.!?…。！？]+$|^\.{2,}|^…/u;

class Splitter {
  readonly #text: string;
  readonly #bounds: TokenBounds;
  readonly #lexicon: SentenceLexicon;
  readonly #tokens: TokenLexicon;

  constructor(text: string, bounds: TokenBounds, lexicon: SentenceLexicon, tokens: TokenLexicon) {
    this.#text = text;
    this.#bounds = bounds;
    this.#lexicon = lexicon;
    this.#tokens = tokens;
  }

  /** Does a sentence start at token `i`? */
  isBoundary(i: number): boolean {
    const gap = this.#gap(i);
    if (gap === 'blank line') return true;
    if (gap === 'none') return false;
    const last = this.#lastBeforeClosing(i);
    const end = this.#word(last);
    if (gap === 'line' && !this.#lineGoesOn(i)) return true;
    if (terminal.test(end)) return this.#canStart(i, end, last < i - 1);
    if (end.length > 1 && end.endsWith('.')) return this.#startsAfterAbbreviation(i, end);
    return false;
  }

  #word(i: number): string {
    return this.#text.slice(this.#bounds.starts[i] ?? 0, this.#bounds.ends[i] ?? 0);
  }

  #gap(i: number): Gap {
    const from = this.#bounds.ends[i - 1] ?? 0;
    const to = this.#bounds.starts[i] ?? 0;
    if (from === to) return 'none';
    let lines = 0;
    for (let at = from; at < to && lines < 2; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === 10 || unit === 0x2029 || (unit === 13 && this.#text.charCodeAt(at + 1) !== 10)) lines++;
    }
    return lines === 0 ? 'space' : lines === 1 ? 'line' : 'blank line';
  }

  /** The last token before `i` that is no closing quotation mark or bracket hanging on the one before it. */
  #lastBeforeClosing(i: number): number {
    let last = i - 1;
    for (let step = 0; step < 3 && last > 0; step++) {
      const isClosing =
        closing.test(this.#word(last)) && this.#bounds.ends[last - 1] === this.#bounds.starts[last];
      if (!isClosing) break;
      last--;
    }
    return last;
  }

  /** A line of wrapped text: it ends in the middle of a phrase, or the next one starts with a small letter. */
  #lineGoesOn(i: number): boolean {
    const before = this.#word(i - 1);
    if (terminal.test(before) || closing.test(before)) return false;
    if (/^[,;–—-]+$/u.test(before) || this.#lexicon.openEnds.has(before.toLowerCase())) return true;
    return /^\p{Ll}/u.test(this.#word(i)) && !/^[:|•*]+$/u.test(before);
  }

  #canStart(i: number, end: string, isClosed: boolean): boolean {
    const word = this.#word(i);
    if (/^\p{Ll}/u.test(word)) return false;
    if (closing.test(word) && this.#gapAfter(i) === 'space' && !/^["'’]/u.test(word)) return false;
    // "Yahoo! Inc", '"Stop!" Smith said' cannot be told from the case alone; a closed quotation before a small letter went out above.
    if (/^[,;:)\]]/u.test(word)) return false;
    return end !== '.' || isClosed || !/^[-–—&]/u.test(word);
  }

  #gapAfter(i: number): Gap {
    return i + 1 < this.#bounds.starts.length ? this.#gap(i + 1) : 'space';
  }

  #startsAfterAbbreviation(i: number, end: string): boolean {
    const stem = end.slice(0, -1).toLowerCase();
    if (this.#tokens.titles.has(stem) || /^\p{Lu}\.$/u.test(end)) return false;
    const word = this.#word(i);
    if (!/^["“‘'(\[]?\p{Lu}/u.test(word) && !/^["“‘]$/u.test(word)) return false;
    return /^["“‘]$/u.test(word)
      ? stem === 'etc' || stem === 'p.m' || stem === 'a.m'
      : this.#lexicon.starters.has(word.toLowerCase());
  }
}
