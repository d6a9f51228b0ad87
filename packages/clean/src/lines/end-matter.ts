import type { Verdict } from './judge.ts';
import { isMarked } from './labels.ts';
import type { DropReason, Line } from './line.ts';
import { speaksToReader } from './reader.ts';
import { endsSentence } from './signals.ts';
import { wordCount } from './tokens.ts';

type Reasons = (DropReason | null)[];

/** What a line below the article says for the article's having ended above it, or against it. */
const weights = {
  gone: 0.6,
  unended: 1,
  toReader: 1,
  address: 1,
  question: 0.4,
  shortSentence: -1.5,
  sentence: -2.5,
  prose: -4,
  cell: -1,
} as const;
const words = { label: 20, question: 14, sentence: 8, prose: 25 };
/** So much has to speak for an end. */
const least = 1.5;
/** An article has at least so many sentences, and most of its lines stand above its end. */
const sentencesAbove = 4;
const shareAbove = 0.35;
const shareToReader = 0.1;
const address = /[\w.+-]@[\w-]+\.\w|https?:\/\/|www\.|©|\+\d[\d ()-]{6,}/u;
const quotation = /["“”„«»]/u;

/**
 * Finds where scraped text ends and the page goes on: of all places the one below which labels, addresses and lines to the reader
 * most outweigh sentences (a maximum-sum suffix, as in Finn, Kushmerick and Smyth 2001). Only where some line below it
 * surely is the page's. Marks what is below.
 */
export function markEndMatter(lines: readonly Line[], verdicts: readonly Verdict[], reasons: Reasons): void {
  const toReader = lines.map(({ text }, index) => speaksToReader(text, verdicts[index]?.tokens ?? [], null));
  let sum = 0;
  let best = { sum: least, from: lines.length };
  let isSure = false;
  const first = Math.ceil(lines.length * shareAbove);
  for (let index = lines.length - 1; index >= first; index -= 1) {
    const reason = reasons[index] ?? null;
    const speaks = toReader[index] === true;
    const weight = weightOf(lines[index], verdicts[index], reason, speaks);
    sum += weight;
    isSure ||= reason !== null || speaks || address.test(lines[index]?.text ?? '');
    if (isSure && weight > 0 && sum > best.sum) best = { sum, from: index };
  }
  if (best.from === lines.length || !isArticle(verdicts.slice(0, best.from), reasons, toReader)) return;
  for (let index = best.from; index < lines.length; index += 1) reasons[index] ??= 'end-matter';
}

/** Whether the lines above an end are an article that does not itself speak to its reader, as guides and offers do. */
function isArticle(above: readonly Verdict[], reasons: Reasons, toReader: readonly boolean[]): boolean {
  const told = above.flatMap(({ sentence }, index) => (sentence && reasons[index] === null ? [index] : []));
  const speaking = told.filter((index) => toReader[index] === true).length;
  return told.length >= sentencesAbove && speaking <= told.length * shareToReader;
}

function weightOf(
  line: Line | undefined,
  verdict: Verdict | undefined,
  reason: DropReason | null,
  speaks: boolean,
): number {
  if (line === undefined || verdict === undefined) return 0;
  if (reason !== null) return weights.gone;
  if (line.inTable === true) return weights.cell;
  const { text } = line;
  const count = wordCount(verdict.tokens);
  if (speaks) return weights.toReader;
  if (address.test(text) && count <= words.prose) return weights.address;
  if (!endsSentence(text))
    return count <= words.label && !isMarked(line) ? weights.unended : weights.question;
  if (count >= words.prose || quotation.test(text)) return weights.prose;
  if (text.endsWith('?') && count <= words.question) return weights.question;
  return count >= words.sentence ? weights.sentence : weights.shortSentence;
}
