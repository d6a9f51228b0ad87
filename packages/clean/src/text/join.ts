import { endsSentence } from '../lines/signals.ts';
import { openEnds } from './open-ends.ts';
import { standsAlone } from './text-line.ts';
import type { TextLine } from './text-line.ts';

const opensQuote = /^["“„«‘'「『]/u;
const opensQuoteLower = /^["“„«‘'][\s\u00a0]?\p{Ll}/u;
const closesQuote = /["”“’»'」』][.,;]?$/u;
const startsLower = /^\p{Ll}/u;
const endsWithComma = /[,،、]$/u;
const endsWithColon = /[:：]$/u;
const endsCommaQuote = /(?:,["”’»]|["”’»],)$/u;
const sentenceInside = /[.!?]["”’»)]?\s+["“„«(]?\p{Lu}/u;

/**
 * Joins sentences that scraping broke around quotations, links and emphasis.
 * In: the article's lines. Out: fewer lines; a line that was whole stays as it was.
 */
export function joinBroken(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  let pieces = 1;
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before, line, pieces)) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` };
      pieces += 1;
    } else {
      joined.push(line);
      pieces = 1;
    }
  }
  return joined;
}

/** Whether `next` continues the sentence of `before`, which consists of `pieces` lines so far. */
function goesOn(before: TextLine, next: TextLine, pieces: number): boolean {
  if (standsAlone(before) || standsAlone(next)) return false;
  const text = before.text;
  if (startsLower.test(next.text)) return continuesInLower(text, next);
  if (endsSentence(text)) return false;
  if (endsCommaQuote.test(text)) return !next.blankBefore || next.text.length < 80;
  if (endsWithComma.test(text)) return !next.blankBefore || opensQuote.test(next.text);
  if (opensQuote.test(next.text)) return quoteFollows(text, next);
  if (next.blankBefore) return false;
  if (endsOpen(text)) return true;
  return pieces > 1 && closesQuote.test(text);
}

function continuesInLower(text: string, next: TextLine): boolean {
  if (!endsSentence(text)) return !next.blankBefore || endsOpen(text) || /[,"”’»\p{Ll}]$/u.test(text);
  return !next.blankBefore && /[!?.…]["”’»]$/u.test(text);
}

/** A quotation follows a line that has not ended: a sentence goes on, a heading does not. */
function quoteFollows(text: string, next: TextLine): boolean {
  if (opensQuoteLower.test(next.text)) return true;
  if (next.blankBefore && !endsWithColon.test(text)) return false;
  return endsWithColon.test(text) || endsOpen(text) || sentenceInside.test(text);
}

function endsOpen(text: string): boolean {
  const last = /[\p{L}\p{M}-]+$/u.exec(text.slice(-30))?.[0] ?? '';
  return last === last.toLowerCase() && openEnds().has(last);
}
