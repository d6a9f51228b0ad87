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
  const sure = (index: number): boolean =>
    isSurelyOfPage(lines[index], verdicts[index], reasons[index] ?? null);
  let sum = 0;
  let best = { sum: least, from: lines.length };
  let isSure = false;
  const first = Math.ceil(lines.length * shareAbove);
  for (let index = lines.length - 1; index >= first; index -= 1) {
    const weight = weightOf(lines[index], verdicts[index], reasons[index] ?? null);
    sum += weight;
    isSure ||= sure(index);
    if (isSure && weight > 0 && sum > best.sum) best = { sum, from: index };
  }
  if (best.from === lines.length || !isArticle(lines, verdicts, reasons, best.from)) return;
  for (let index = best.from; index < lines.length; index += 1) reasons[index] ??= 'end-matter';
}

/** Whether the lines above an end are an article that does not itself speak to its reader, as guides and offers do. */
function isArticle(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  reasons: Reasons,
  end: number,
): boolean {
  const told = verdicts.flatMap((verdict, index) =>
    index < end && verdict.sentence && reasons[index] === null ? [index] : [],
  );
  const toReader = told.filter((index) => speaks(lines[index], verdicts[index])).length;
  return told.length >= sentencesAbove && toReader <= told.length * shareToReader;
}

const speaks = (line: Line | undefined, verdict: Verdict | undefined): boolean =>
  line !== undefined && verdict !== undefined && speaksToReader(line.text, verdict.tokens, null);

function isSurelyOfPage(
  line: Line | undefined,
  verdict: Verdict | undefined,
  reason: DropReason | null,
): boolean {
  if (line === undefined || verdict === undefined) return false;
  return reason !== null || speaksToReader(line.text, verdict.tokens, null) || address.test(line.text);
}

function weightOf(line: Line | undefined, verdict: Verdict | undefined, reason: DropReason | null): number {
  if (line === undefined || verdict === undefined) return 0;
  if (reason !== null) return weights.gone;
  if (line.inTable === true) return weights.cell;
  const { text } = line;
  const count = wordCount(verdict.tokens);
  if (speaksToReader(text, verdict.tokens, null)) return weights.toReader;
  if (address.test(text) && count <= words.prose) return weights.address;
  if (!endsSentence(text))
    return count <= words.label && !isMarked(line) ? weights.unended : weights.question;
  if (count >= words.prose || quotation.test(text)) return weights.prose;
  if (text.endsWith('?') && count <= words.question) return weights.question;
  return count >= words.sentence ? weights.sentence : weights.shortSentence;
}
