import { scrubLine } from './scrub.ts';
import { standsAlone, textLine } from './text-line.ts';
import type { TextLine } from './text-line.ts';
import { rebuildTables } from './tables.ts';
import { unglue } from './unglue.ts';

const bullet = /^[-*•‣▪◦·●■►➤✓]\s+(?=\S)/u;
const markdownHeading = /^#{1,6}\s+(?=\S)/;
const postSignature = /^[—–-]{1,2}\s?[^()]{1,80}\(@\w{1,30}\)/u;

/**
 * Scraped text as lines: tables rebuilt, hard wraps undone, bullets and heading marks turned into kinds.
 * In: the text as it is. Out: lines without empty ones, in order.
 */
export function splitLines(text: string): TextLine[] {
  const raw = rebuildTables(text.split(/\r\n|\r|\n|\u2028|\u2029/));
  const lines: TextLine[] = [];
  let blankBefore = false;
  for (const { text: rawText, row } of raw) {
    const clean = scrubLine(rawText);
    if (clean === '') {
      blankBefore = true;
      continue;
    }
    const place = { blankBefore, index: lines.length };
    lines.push(row ? textLine(clean, 'row', place) : asLine(clean, place));
    blankBefore = false;
  }
  return unglue(unwrap(lines));
}

type Place = Pick<TextLine, 'blankBefore' | 'index'>;

function asLine(text: string, place: Place): TextLine {
  if (bullet.test(text) && !postSignature.test(text)) {
    return textLine(text.replace(bullet, ''), 'item', place);
  }
  if (markdownHeading.test(text)) return textLine(text.replace(markdownHeading, ''), 'heading', place);
  return textLine(text, 'paragraph', place);
}

const wrapWidth = { least: 45, most: 110 };

/**
 * Undoes hard wraps: where lines of one width run on without a sentence's end and paragraphs are set apart
 * by empty lines, each paragraph becomes one line.
 */
function unwrap(lines: readonly TextLine[]): TextLine[] {
  const inner = lines.filter((line, index) => lines[index + 1]?.blankBefore === false && !standsAlone(line));
  if (inner.length < 5) return [...lines];
  const widths = inner.map((line) => line.text.length).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  const alike = widths.filter((width) => Math.abs(width - median) <= 15).length;
  const open = inner.filter((line) => /[\p{L}\p{N},–-]$/u.test(line.text)).length;
  const wrapped =
    median >= wrapWidth.least &&
    median <= wrapWidth.most &&
    alike >= inner.length * 0.7 &&
    open >= inner.length * 0.6;
  if (!wrapped) return [...lines];
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before === undefined || line.blankBefore || standsAlone(line)) joined.push(line);
    else joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` };
  }
  return joined;
}
