import type { DroppedLine, DropReason, FilterOutcome } from '../lines/index.ts';
import { isCredit } from '../lines/credits.ts';
import { shippedPhrases } from '../lines/phrases.ts';
import { isPrompt } from '../lines/prompts.ts';
import { endsSentence, isSentence, isTimestamp } from '../lines/signals.ts';
import { phraseTokens, wordCount } from '../lines/tokens.ts';
import { standsAlone } from './text-line.ts';
import type { TextLine } from './text-line.ts';

interface Stretch {
  readonly sum: number;
  readonly from: number;
  /** The first line behind it. */
  readonly to: number;
}

/** What a line says for or against lying inside the article, in words of prose. */
interface Scored {
  readonly weight: number;
  readonly kind: 'prose' | 'short' | 'aside';
}

/** What phrases of a page's furniture cost; the article seldom goes on behind comments and copyright. */
const phraseCosts: Partial<Record<DropReason, number>> = {
  comments: 70,
  copyright: 70,
  navigation: 15,
  cookies: 15,
  'author-note': 15,
  'read-more': 14,
  vote: 14,
  tags: 12,
};
const otherPhraseCost = 6;
/** What stands in the middle of articles as often as around them. */
const mild: ReadonlySet<DropReason> = new Set([
  'newsletter',
  'subscription',
  'donation',
  'sharing',
  'prompt',
  'player',
  'advertisement',
  'byline',
  'reporting-credit',
  'credit',
]);
const aside: Scored = { weight: -2, kind: 'aside' };
/** A label such as 'Related stories' heads a list of them; a longer pointer may stand inside the article. */
const labelCost = 30;
const repeatedScore: Scored = { weight: -10, kind: 'short' };
const farApart = 0.4;
const menuCost = 10;
const timestampCost = 8;
/** Short lines cost more the more of them follow one another: one is a heading, many are a menu. */
const shortCosts = [2, 4, 7, 10, 13];
const teaserWords = 40;
/** A page has many lines, and labels of menus, widgets and notices among them. */
const leastPage = 30;
const leastFurniture = 6;
const leastMenu = 12;

/** Consent dialogues are prose, too. */
const cookieWords: ReadonlySet<string> = new Set(['cookie', 'cookies', 'gdpr', 'куки']);

/** Whether the lines are all that a page shows, menus and footers included, rather than an article with residue. */
export function isWholePage(lines: readonly TextLine[]): boolean {
  if (lines.length < leastPage) return false;
  let short = 0;
  let furniture = 0;
  for (const line of lines) {
    const tokens = phraseTokens(line.text);
    if (wordCount(tokens) >= 8 || endsSentence(line.text)) continue;
    short += 1;
    if (shippedPhrases().match(tokens, false) !== null) furniture += 1;
  }
  return short > lines.length / 2 && (furniture >= leastFurniture || beginsWithMenu(lines));
}

const beginsWithMenu = (lines: readonly TextLine[]): boolean =>
  lines.slice(0, leastMenu).every(({ text }) => !endsSentence(text) && wordCount(phraseTokens(text)) <= 4);

/**
 * Finds the article among everything that a page shows: the run of lines whose prose outweighs its furniture most
 * (the maximum-sum stretch over weights of lines, after Pasternack and Roth 2009).
 * Out: the lines inside, and those above and below with the reason 'outside-article'.
 */
export function articleStretch(lines: readonly TextLine[]): FilterOutcome<TextLine> {
  const { from, to } = chosenStretch(lines);
  const dropped: DroppedLine<TextLine>[] = [];
  const kept: TextLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (index >= from && index < to) kept.push(line);
    else dropped.push({ line, reason: 'outside-article' });
  }
  return { kept, dropped };
}

/** The heaviest stretch; where it lies below the page's comments, the heaviest one above them, if that is an article. */
function chosenStretch(lines: readonly TextLine[]): Stretch {
  const values = weights(lines);
  const best = heaviest(values);
  const comments = lines.findLastIndex((line, index) => index < best.from + 3 && isCommentLabel(line));
  if (comments < 1) return best;
  const above = heaviest(values.slice(0, comments));
  return above.sum > Math.max(60, best.sum * 0.2) ? above : best;
}

function isCommentLabel(line: TextLine): boolean {
  const tokens = phraseTokens(line.text);
  return tokens.length <= 8 && shippedPhrases().match(tokens, false)?.reason === 'comments';
}

function weights(lines: readonly TextLine[]): number[] {
  const repeated = repeatedLines(lines);
  let run = 0;
  return lines.map((line) => {
    const { weight, kind } = repeated.has(line.text) ? repeatedScore : score(line);
    if (kind === 'aside') return weight;
    run = kind === 'short' ? run + 1 : 0;
    return run === 0 ? weight : weight - (shortCosts[Math.min(run, shortCosts.length) - 1] ?? 0);
  });
}

/** Long lines that stand at both ends of a page: tickers and teasers, which articles do not repeat. */
function repeatedLines(lines: readonly TextLine[]): ReadonlySet<string> {
  const first = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, { text }] of lines.entries()) {
    if (text.length < 60) continue;
    const before = first.get(text);
    if (before === undefined) first.set(text, index);
    else if (index - before > lines.length * farApart) repeated.add(text);
  }
  return repeated;
}

function score(line: TextLine): Scored {
  const tokens = phraseTokens(line.text);
  const count = wordCount(tokens);
  const sentence = isSentence(line.text, tokens);
  const phrase = shippedPhrases().match(tokens, sentence);
  if (phrase !== null && mild.has(phrase.reason)) return aside;
  if (phrase !== null) return { weight: -phraseCost(phrase.reason, count), kind: 'short' };
  if (isCredit(line.text, tokens) || isPrompt(line.text, tokens)) return aside;
  if (isTimestamp(tokens)) return { weight: -timestampCost, kind: 'short' };
  if (/(?:…|\.\.\.)\s*$/.test(line.text) && count < teaserWords) return { weight: -3, kind: 'short' };
  if (tokens.some((token) => cookieWords.has(token))) return { weight: -5, kind: 'short' };
  if (sentence) return { weight: count, kind: 'prose' };
  if (endsSentence(line.text) && count >= 4) return { weight: 2, kind: 'prose' };
  if (count >= 12 && isCapitalised(line.text)) return { weight: -menuCost, kind: 'short' };
  if (count >= 12) return { weight: count >= 25 ? count * 0.6 : 0, kind: 'prose' };
  return { weight: 0, kind: standsAlone(line) ? 'prose' : 'short' };
}

function phraseCost(reason: DropReason, words: number): number {
  if (reason === 'read-more' && words <= 4) return labelCost;
  return phraseCosts[reason] ?? otherPhraseCost;
}

/** Whether most words are capitalised, as in menus run together. */
function isCapitalised(text: string): boolean {
  const words = text.split(' ').filter((word) => /^\p{L}/u.test(word));
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capital > words.length * 0.7;
}

/** The stretch with the greatest sum (Kadane). */
function heaviest(values: readonly number[]): Stretch {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (const [index, value] of values.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += value;
    if (sum > best.sum) best = { sum, from, to: index + 1 };
  }
  return best;
}
