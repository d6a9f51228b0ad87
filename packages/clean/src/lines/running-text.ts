import type { Verdict } from './judge.ts';
import type { DropReason, Line } from './line.ts';
import { isLabel, isMarked } from './labels.ts';
import { endsSentence } from './signals.ts';
import { wordCount } from './tokens.ts';

type Reasons = (DropReason | null)[];

const sentencesOfText = 5;
/** Of the lines that stay, so many end as sentences do. */
const share = 0.75;
const words = { labelAbove: 8, headline: 20, question: 14 };
const mark = /[:–—-]\s*$/u;

/** Whether scraped lines are paragraphs: what does not end as one is then no part of them. */
export function isRunningText(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  reasons: Reasons,
): boolean {
  const kept = lines.filter((_, index) => reasons[index] === null);
  const sentences = verdicts.filter(({ sentence }, index) => sentence && reasons[index] === null).length;
  const ended = kept.filter(({ text }) => endsSentence(text)).length;
  return sentences >= sentencesOfText && ended >= kept.length * share;
}

/** Above the first paragraph, short lines that are no sentences: the outlet, its motto, the section. The title is known. */
export function labelsAbove(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  reasons: Reasons,
  firstProse: number,
): void {
  for (let index = 0; index < firstProse; index += 1) {
    if (reasons[index] === null && isUnended(lines[index], verdicts[index], words.labelAbove)) {
      reasons[index] = 'outside-article';
    }
  }
}

/** Below the last paragraph, headlines of other articles; a question among them is one too. */
export function headlinesBelow(lines: readonly Line[], verdicts: readonly Verdict[], reasons: Reasons): void {
  let seen = false;
  let first = lines.length;
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const text = lines[index]?.text ?? '';
    const isHeadline = isUnended(lines[index], verdicts[index], words.headline);
    seen ||= isHeadline;
    if (reasons[index] === null && !isHeadline && !isQuestion(text, verdicts[index])) break;
    first = index;
  }
  if (!seen) return;
  for (let index = first; index < lines.length; index += 1) reasons[index] ??= 'end-matter';
}

/** Items of a list and rows of a table are the article's own. */
const isUnended = (line: Line | undefined, verdict: Verdict | undefined, most: number): boolean =>
  line !== undefined && !isMarked(line) && isLabel(line, verdict, most) && !mark.test(line.text);

const isQuestion = (text: string, verdict: Verdict | undefined): boolean =>
  text.endsWith('?') && !/["“”]/u.test(text) && wordCount(verdict?.tokens ?? []) <= words.question;
