import { judge } from '../lines/judge.ts';
import { speaksToReader } from '../lines/reader.ts';
import { endsSentence } from '../lines/signals.ts';
import { phraseTokens } from '../lines/tokens.ts';
import { textLine, type TextLine } from './text-line.ts';

/** Where two lines ran together: a small letter or a sentence's end, and a capital behind it, no space between. */
const seam = /(?<=\p{Ll}{2}|\p{Ll}[.!?]["”’]?)(?=\p{Lu}\p{Ll}|\p{Lu}{2})/gu;
/** Lines have few seams, but for hostile ones; only so many are looked at. */
const mostSeams = 12;

/**
 * Parts a line from what the scraper ran into it ('Skip to contentSite Navigation', '… she said.READ MORE'). A line is cut only
 * where what stands before a seam, or all behind it, is the page's own.
 * In: lines in order. Out: the same with the parts as lines, numbered anew.
 */
export function unglue(lines: readonly TextLine[]): TextLine[] {
  const parts = lines.flatMap((line) => {
    if (line.tag !== 'P') return [line];
    return partsOf(line.text).map((text, at) => (at === 0 ? { ...line, text } : below(text)));
  });
  return parts.length === lines.length ? [...lines] : parts.map((line, index) => ({ ...line, index }));
}

const below = (text: string): TextLine => textLine(text, 'paragraph', { blankBefore: true, index: 0 });

function partsOf(text: string): string[] {
  const seams = [...text.matchAll(seam)].slice(0, mostSeams).map(({ index }) => index);
  const parts: string[] = [];
  let from = 0;
  for (const at of seams) {
    const before = text.slice(from, at);
    const behind = text.slice(at);
    const isEnd = endsSentence(before);
    if (!isOfPage(before) && !isOfPage(behind) && !(isEnd && speaks(behind))) continue;
    parts.push(before.trim());
    from = at;
  }
  return [...parts, text.slice(from).trim()];
}

function isOfPage(text: string): boolean {
  const { reason, holds } = judge({ text }, '');
  return reason !== null && holds === 'anywhere';
}

const speaks = (text: string): boolean => speaksToReader(text, phraseTokens(text), null);
