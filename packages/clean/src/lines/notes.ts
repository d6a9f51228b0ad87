import { bylineWords } from './byline-words.ts';
import type { Verdict } from './judge.ts';
import type { DropReason, Line } from './line.ts';
import { endsSentence } from './signals.ts';
import { fold, wordCount } from './tokens.ts';

const longestNote = 45;
const notesAtEnd = 3;
const headingWords = 8;
/** A note about a publisher is short; a section of the article has more. */
const longestMatter = 130;

/**
 * Marks what stands behind an article about those who made it: a note that begins with the name of somebody whom
 * the article does not mention ('Ines Mott covers ports and courts'), and 'About X' with what is below it.
 */
export function markNotes(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  reasons: (DropReason | null)[],
  source: string | null,
): void {
  for (let index = lines.length - 1; index > 2; index -= 1) {
    if (reasons[index] !== null) continue;
    if (source === null || !isOfOutlet(lines[index]?.text ?? '', source)) break;
    reasons[index] = 'author-note';
  }
  const kept = lines.flatMap((_, index) => (reasons[index] === null ? [index] : []));
  for (const index of kept.slice(-notesAtEnd)) {
    if (index > 2 && isNote(lines, index, verdicts[index])) reasons[index] = 'author-note';
  }
  markMatterUnder(aboutHeading(lines, verdicts, kept), lines, reasons);
}

const longestImprint = 25;

/**
 * Whether a line tells of the outlet by its name, or by the last word of it: 'The Ledger corrects its errors.' What
 * an outlet did for its report, such as asking somebody, is the article's.
 */
function isOfOutlet(text: string, source: string): boolean {
  const words = fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = fold(source).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length > longestImprint || name.length === 0 || /["“”]/u.test(text)) return false;
  const begins = words[0] === 'the' ? words.slice(1) : words;
  const full = name[0] === 'the' ? name.slice(1) : name;
  const isNamed =
    full.every((word, at) => begins[at] === word) || (words[0] === 'the' && begins[0] === full.at(-1));
  return isNamed && !begins.some((word) => bylineWords().reporting.has(word));
}

function isNote(lines: readonly Line[], index: number, verdict: Verdict | undefined): boolean {
  const text = lines[index]?.text ?? '';
  if (verdict === undefined || wordCount(verdict.tokens) > longestNote) return false;
  const name = /^[*\s–—-]*((?:\p{Lu}[\p{L}.'’-]+\s){1,3}\p{Lu}[\p{L}'’-]+)\s/u.exec(text)?.[1];
  if (name === undefined || !tellsOfWork(text, name)) return false;
  const surname = name.split(' ').at(-1) ?? name;
  const above = lines.slice(0, index).filter((line) => line.text.includes(surname));
  return above.every((line) => wordCount(fold(line.text).split(' ')) <= 12 && !endsSentence(line.text));
}

function tellsOfWork(text: string, name: string): boolean {
  const { noteVerbs, noteRoles, copulas } = bylineWords();
  const rest = fold(text.slice(text.indexOf(name) + name.length)).match(/[\p{L}\p{M}]+/gu) ?? [];
  const [verb = ''] = rest;
  return noteVerbs.has(verb) || (copulas.has(verb) && rest.slice(0, 12).some((word) => noteRoles.has(word)));
}

/** The last heading 'About X' with no more than a note below it, or -1. */
function aboutHeading(lines: readonly Line[], verdicts: readonly Verdict[], kept: readonly number[]): number {
  let below = 0;
  for (const index of kept.toReversed()) {
    const text = lines[index]?.text ?? '';
    if (index > 2 && isAbout(text, verdicts[index])) return index;
    below += wordCount(verdicts[index]?.tokens ?? []);
    if (below > longestMatter) return -1;
  }
  return -1;
}

function isAbout(text: string, verdict: Verdict | undefined): boolean {
  if (verdict === undefined || wordCount(verdict.tokens) > headingWords || endsSentence(text)) return false;
  const folded = fold(text);
  const heading = bylineWords().noteHeadings.find((words) => folded.startsWith(`${words} `));
  if (heading === undefined || !/^\p{Lu}/u.test(text)) return false;
  const names = text.slice(heading.length).trim().split(' ');
  return names.every(
    (word) => /^[\p{Lu}\p{N}&]/u.test(word) || bylineWords().between.has(fold(word)) || fold(word) === 'the',
  );
}

function markMatterUnder(heading: number, lines: readonly Line[], reasons: (DropReason | null)[]): void {
  if (heading < 0) return;
  for (let index = heading; index < lines.length; index += 1) reasons[index] ??= 'author-note';
}
