import { keyOf } from './judge.ts';
import { markEndMatter } from './end-matter.ts';
import { isLabel, isMarked } from './labels.ts';
import type { Verdict } from './judge.ts';
import type { DropReason, Line } from './line.ts';
import { markNotes } from './notes.ts';
import { headlinesBelow, isRunningText, labelsAbove } from './running-text.ts';
import { endsSentence } from './signals.ts';
import { wordCount } from './tokens.ts';

type Reasons = (DropReason | null)[];

/** A short line beside others that go, above the article, is one of a menu; a title is longer. */
const menuWords = 3;
const captionWords = 25;
const headline = { least: 3, most: 20 };
const longestList = 6;
const endMatterWords = 12;
const widgetWords = 8;
/** What is made of several lines, in the middle of articles too. */
const widgets: ReadonlySet<DropReason> = new Set([
  'newsletter',
  'subscription',
  'donation',
  'sharing',
  'vote',
  'prompt',
  'cookies',
]);
const labelWords = 5;
const mastheadWords = 7;
const signWords = 4;
/** Whether a line is what a reader wrote below the article, under a name: 'Ana P.: Not in my town'. */
const readersLine = /^\p{Lu}[\p{L}\p{N}.'’_-]*(?: [\p{L}\p{N}.'’_-]+){0,3}: \S/u;
/** What stands below an article only, unlike prompts and addresses. */
const endings: ReadonlySet<DropReason> = new Set([
  'comments',
  'vote',
  'copyright',
  'sharing',
  'tags',
  'release',
  'subscription',
  'donation',
  'cookies',
  'newsletter',
]);

/** What is known of the lines as a whole. */
export interface Surroundings {
  /** Whether the title is known. */
  readonly titled: boolean;
  /** Whether the lines lost their markup. */
  readonly scraped: boolean;
  /** The outlet's name. */
  readonly source: string | null;
}

/**
 * Settles what depends on neighbours. In: the lines, what is thought of each, and what is known of the whole.
 * Out: a reason or null for each.
 */
export function settle(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  { titled, scraped, source }: Surroundings,
): Reasons {
  const reasons: Reasons = verdicts.map(({ reason, holds }) => (holds === 'anywhere' ? reason : null));
  const own = (verdict: Verdict): boolean => verdict.reason === null || verdict.holds !== 'anywhere';
  const firstProse = verdicts.findIndex((verdict) => verdict.prose && own(verdict));
  const lastProse = verdicts.findLastIndex((verdict) => verdict.prose && own(verdict));
  const goes = (index: number): boolean => reasons[index] !== null && reasons[index] !== undefined;
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.holds === 'anywhere') continue;
    const atEdge = verdict.holds === 'at-edge' && (index < firstProse || index > lastProse);
    if (atEdge || goes(index - 1) || goes(index + 1)) reasons[index] = verdict.reason;
  }
  captionsOfCredits(lines, verdicts, reasons);
  listsUnderLabels(lines, verdicts, reasons);
  insideWidgets(lines, verdicts, reasons);
  menuAbove(lines, verdicts, reasons, firstProse);
  readersBelow(lines, reasons);
  if (scraped && isRunningText(lines, verdicts, reasons)) {
    if (titled) labelsAbove(lines, verdicts, reasons, firstProse);
    headlinesBelow(lines, verdicts, reasons);
  }
  matterBelow(lines, verdicts, reasons);
  if (scraped) markEndMatter(lines, verdicts, reasons);
  markNotes(lines, verdicts, reasons, source);
  return reasons;
}

/** The line above a credit is its caption, where it is not a sentence or says the same as the credit. */
function captionsOfCredits(lines: readonly Line[], verdicts: readonly Verdict[], reasons: Reasons): void {
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1];
    const verdict = verdicts[index - 1];
    if (
      reasons[index] !== 'credit' ||
      reasons[index - 1] !== null ||
      above === undefined ||
      verdict === undefined
    )
      continue;
    const credit = keyOf(verdicts[index]?.tokens ?? []);
    const repeats = verdict.tokens.length > 0 && credit.startsWith(`${keyOf(verdict.tokens)} `);
    if (repeats && !verdict.prose) reasons[index - 1] = 'credit';
    else if (index > 1 && isCaption(above, verdict) && /^\s*[([]/.test(lines[index]?.text ?? ''))
      reasons[index - 1] = 'credit';
  }
}

const isCaption = (line: Line, verdict: Verdict): boolean =>
  !isMarked(line) && !endsSentence(line.text) && wordCount(verdict.tokens) <= captionWords;

/** Headlines under 'Related stories' go with it; what markup calls a heading is the article's own. */
function listsUnderLabels(lines: readonly Line[], verdicts: readonly Verdict[], reasons: Reasons): void {
  for (const [label, { heads }] of verdicts.entries()) {
    if (!heads || reasons[label] === null) continue;
    for (let index = label + 1; index <= label + longestList; index += 1) {
      if (reasons[index] !== null || !isHeadline(lines[index], verdicts[index])) break;
      reasons[index] = 'read-more';
    }
  }
}

function isHeadline(line: Line | undefined, verdict: Verdict | undefined): boolean {
  if (line === undefined || verdict === undefined || line.inTable === true || /^H\d/.test(line.tag ?? ''))
    return false;
  const words = wordCount(verdict.tokens);
  return words >= headline.least && words <= headline.most && !/[.…:,;]["”’»)]?$/u.test(line.text);
}

/** A short line between two of a widget's belongs to the widget. */
function insideWidgets(lines: readonly Line[], verdicts: readonly Verdict[], reasons: Reasons): void {
  for (let index = 1; index < lines.length - 1; index += 1) {
    const [above, below] = [reasons[index - 1] ?? null, reasons[index + 1] ?? null];
    if (reasons[index] !== null || above === null || below === null || /^H\d/.test(lines[index]?.tag ?? ''))
      continue;
    if (widgets.has(above) && widgets.has(below) && isLabel(lines[index], verdicts[index], widgetWords)) {
      reasons[index] = above;
    }
  }
}

/** Short lines above the first paragraph that stand before a line that goes belong to the menu. */
function menuAbove(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  reasons: Reasons,
  firstProse: number,
): void {
  let below = false;
  for (let index = firstProse - 1; index >= 0; index -= 1) {
    if (reasons[index] !== null) below = true;
    else if (below && isLabel(lines[index], verdicts[index], menuWords)) reasons[index] = 'navigation';
  }
  const isAboveMenu = reasons[1] === 'navigation' && reasons[2] === 'navigation';
  const hasTitleBelow = reasons
    .slice(3, Math.max(3, firstProse))
    .some((reason) => reason === null || reason === 'title-repeated');
  if (reasons[0] === null && firstProse > 0 && isAboveMenu && hasTitleBelow) {
    // The outlet's name; the title stands below the menu.
    if (isLabel(lines[0], verdicts[0], mastheadWords)) reasons[0] = 'navigation';
  }
}

/** What readers wrote, each under a name, behind '3 comments' that stands in the last part of the page. */
function readersBelow(lines: readonly Line[], reasons: Reasons): void {
  const heading = reasons.lastIndexOf('comments');
  if (heading < lines.length / 2) return;
  for (let index = heading + 1; index < lines.length; index += 1) {
    if (reasons[index] === null && readersLine.test(lines[index]?.text ?? '')) reasons[index] = 'comments';
  }
}

/** Behind the article's last sentence, short lines that are no sentences go once a widget or a notice went. */
function matterBelow(lines: readonly Line[], verdicts: readonly Verdict[], reasons: Reasons): void {
  const last = verdicts.findLastIndex(({ sentence }, index) => sentence && reasons[index] === null);
  if (last < 0) return;
  if (isSign(lines[last + 1], verdicts[last + 1]) && reasons[last + 1] === null && reasons[last + 2])
    reasons[last + 1] = 'credit';
  let gone = false;
  for (let index = last + 1; index < lines.length; index += 1) {
    const reason = reasons[index] ?? null;
    if (reason !== null) gone ||= endings.has(reason) || isListLabel(reason, verdicts[index]);
    else if (gone && isLabel(lines[index], verdicts[index], endMatterWords)) reasons[index] = 'end-matter';
  }
}

/** The agency or the author's initials under the last sentence: some words, all with a capital. */
const isSign = (line: Line | undefined, verdict: Verdict | undefined): boolean =>
  line !== undefined &&
  !isMarked(line) &&
  isLabel(line, verdict, signWords) &&
  line.text.split(/\s+/).every((word) => /^[\p{Lu}(–—-]/u.test(word));

/** 'You may also like' heads a list of other articles. */
const isListLabel = (reason: DropReason, verdict: Verdict | undefined): boolean =>
  reason === 'read-more' && wordCount(verdict?.tokens ?? []) <= labelWords;
