import { shippedPhrases } from '../lines/phrases.ts';
import { endsSentence } from '../lines/signals.ts';
import { phraseTokens } from '../lines/tokens.ts';
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
  const fragmented = isFragmented(lines);
  const joined: TextLine[] = [];
  let pieces = 1;
  for (const [index, line] of lines.entries()) {
    const before = joined.at(-1);
    const broken =
      before !== undefined &&
      (goesOn(before, line, pieces) || (fragmented && isInside(before, line, lines[index + 1])));
    if (before !== undefined && broken) {
      joined[joined.length - 1] = { ...before, text: spliced(before.text, line.text) };
      pieces += 1;
    } else {
      joined.push(line);
      pieces = 1;
    }
  }
  return joined;
}

/**
 * Whether a text has its links and emphasis on lines of their own: many lines then begin in the middle of a sentence.
 */
export function isFragmented(lines: readonly TextLine[]): boolean {
  const inside = lines.filter((line) => !standsAlone(line) && startsInside.test(line.text)).length;
  return inside >= leastInside && inside > lines.length * insideShare;
}

/** Longer than any paragraph; no line is looked at further back than this. */
const longestParagraph = 4000;
const lookedBack = 400;
const longestPhrase = 80;
const leastInside = 6;
const insideShare = 0.06;
const startsInside = /^(?:\p{Ll}|[,.;:)!?](?:\s|$))/u;
const startsWithMark = /^[,.;:)!?](?:\s|$)/u;
const longestLink = 60;

/** In a fragmented text: whether a short line lies inside a sentence that the line behind it goes on with. */
function isInside(before: TextLine, line: TextLine, after: TextLine | undefined): boolean {
  if (standsAlone(before) || standsAlone(line) || before.text.length > longestParagraph) return false;
  if (endsSentence(before.text) || line.blankBefore) return false;
  const goesOnBehind = after !== undefined && !after.blankBefore && startsInside.test(after.text);
  return (
    goesOnBehind && line.text.length <= longestLink && wordsIn(before.text.slice(-lookedBack)) >= leastBefore
  );
}

const leastBefore = 3;
const wordsIn = (text: string): number => text.split(' ').length;

/** Scripts without spaces between words get none where lines meet. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、：；！？」』”]$/u;
const startsSpaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『“]/u;

function spliced(before: string, after: string): string {
  const tight = startsWithMark.test(after) || (spaceless.test(before) && startsSpaceless.test(after));
  return tight ? `${before}${after}` : `${before} ${after}`;
}

/** Whether `next` continues the sentence of `before`, which consists of `pieces` lines so far. */
function goesOn(before: TextLine, next: TextLine, pieces: number): boolean {
  if (standsAlone(before) || standsAlone(next) || before.text.length > longestParagraph) return false;
  if (isBoilerplate(next)) return false;
  const text = before.text.slice(-lookedBack);
  if (startsWithMark.test(next.text) && !next.blankBefore) return !endsSentence(text);
  if (startsLower.test(next.text)) return continuesInLower(text, next);
  if (endsSentence(text)) return false;
  if (endsCommaQuote.test(text)) return !next.blankBefore || next.text.length < 80;
  if (endsWithComma.test(text)) return !next.blankBefore || opensQuote.test(next.text);
  if (opensQuote.test(next.text)) return quoteFollows(text, next);
  if (next.blankBefore) return false;
  if (endsOpen(text)) return true;
  return pieces > 1 && closesQuote.test(text);
}

const isBoilerplate = (line: TextLine): boolean =>
  line.text.length <= longestPhrase && shippedPhrases().match(phraseTokens(line.text), false)?.weak === false;

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
