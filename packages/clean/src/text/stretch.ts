import type { FilterOutcome } from '../lines/index.ts';
import { endsSentence } from '../lines/signals.ts';
import { phraseTokens, wordCount } from '../lines/tokens.ts';
import type { TextLine } from './text-line.ts';

export function isWholePage(lines: readonly TextLine[]): boolean {
  if (lines.length < 40) return false;
  const short = lines.filter((line) => weight(line) < 0).length;
  return short > lines.length * 0.6;
}

/** How much a line speaks for an article, in words; short lines without a sentence's end speak against one. */
function weight(line: TextLine): number {
  const count = wordCount(phraseTokens(line.text));
  if (endsSentence(line.text) && count >= 6) return count;
  if (count >= 25) return count * 0.7;
  return -6;
}

/** The stretch of lines with the most article in it. */
export function articleStretch(lines: readonly TextLine[]): FilterOutcome<TextLine> {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += weight(line);
    if (sum > best.sum) best = { sum, from, to: index + 1 };
  }
  return {
    kept: lines.slice(best.from, best.to),
    dropped: [...lines.slice(0, best.from), ...lines.slice(best.to)].map((line) => ({
      line,
      reason: 'outside-article',
    })),
  };
}
