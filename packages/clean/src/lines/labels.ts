import type { Verdict } from './judge.ts';
import type { Line } from './line.ts';
import { endsSentence } from './signals.ts';
import { wordCount } from './tokens.ts';

/** Whether markup says that a line is a heading, an item or a cell. */
export const isMarked = (line: Line): boolean =>
  line.inTable === true || line.inList === true || /^H\d/.test(line.tag ?? '');

/** Whether a line outside of tables has at most so many words and does not end as a sentence. */
export function isLabel(line: Line | undefined, verdict: Verdict | undefined, words: number): boolean {
  if (line === undefined || verdict === undefined || line.inTable === true) return false;
  return !endsSentence(line.text) && wordCount(verdict.tokens) <= words;
}
