import type { DropReason, DroppedLine, FilterOutcome, Line, LineContext } from './line.ts';
import { shippedPhrases } from './phrases.ts';
import {
  endsSentence,
  isAddress,
  isByline,
  isCounter,
  isCredit,
  isProse,
  isSentence,
  isTimestamp,
  isWordless,
} from './signals.ts';
import { repeatedPosts } from './posts.ts';
import { phraseTokens, wordCount } from './tokens.ts';

/** What is thought of a line before its neighbours are asked. */
interface Verdict {
  readonly tokens: readonly string[];
  readonly prose: boolean;
  readonly reason: DropReason | null;
  /** Holds only at an edge of the article or beside another line that goes. */
  readonly weak: boolean;
}

/** Cells shorter than this are a table's own, whatever they say. */
const shortCell = 40;
/** Live blogs, recipes and lists have such lines of their own. */
const weakShapes: ReadonlySet<DropReason> = new Set(['counter', 'timestamp', 'address']);

/**
 * Splits an article's lines into those that are its own and boilerplate.
 * In: the lines in page order. Out: both parts in page order, each dropped line with its reason.
 * Decides line by line (phrases of `data/boilerplate`, dates, bylines, credits, links), then by neighbours:
 * words that might be the article's own go only at its edges or beside other lines that go.
 */
export function filterLines<L extends Line>(
  lines: readonly L[],
  context: LineContext = {},
): FilterOutcome<L> {
  const title = keyOf(phraseTokens(context.title ?? ''));
  const verdicts = lines.map((line) => judge(line, title));
  const reasons = settle(lines, verdicts);
  for (const index of repeatedPosts(lines)) reasons[index] = 'post-repeated';
  const kept: L[] = [];
  const dropped: DroppedLine<L>[] = [];
  for (const [index, line] of lines.entries()) {
    const reason = reasons[index];
    if (reason === null || reason === undefined) kept.push(line);
    else dropped.push({ line, reason });
  }
  return { kept, dropped };
}

const keyOf = (tokens: readonly string[]): string => tokens.filter((token) => token !== ':').join(' ');

function judge(line: Line, title: string): Verdict {
  const { text } = line;
  const tokens = phraseTokens(text);
  const prose = isProse(text, tokens);
  const strong = (reason: DropReason): Verdict => ({ tokens, prose, reason, weak: false });
  const keep: Verdict = { tokens, prose, reason: null, weak: false };
  if (isWordless(text)) return strong('symbols');
  if (line.inTable === true && text.length < shortCell) return keep;
  const key = keyOf(tokens);
  if (title.length > 10 && key === title) return strong('title-repeated');
  const phrase = shippedPhrases().match(tokens, isSentence(text, tokens));
  if (phrase !== null) return { tokens, prose, reason: phrase.reason, weak: phrase.weak };
  const shape = shapeOf(line, tokens);
  return shape === null ? keep : { tokens, prose, reason: shape, weak: weakShapes.has(shape) };
}

/** What the form of a line, not its words, gives away. */
function shapeOf(line: Line, tokens: readonly string[]): DropReason | null {
  const { text } = line;
  if (isCounter(tokens)) return 'counter';
  if (isTimestamp(tokens)) return 'timestamp';
  if (isAddress(text)) return 'address';
  if (isByline(text)) return 'byline';
  if (isCredit(text, tokens)) return 'credit';
  return isLinks(line) ? 'link-list' : null;
}

function isLinks(line: Line): boolean {
  const { linkDensity = 0, text } = line;
  if (line.inTable === true || line.inQuote === true) return false;
  if (linkDensity > 0.8) return text.length < 200 || line.inList === true;
  return linkDensity > 0.5 && text.length < 60;
}

/** Settles what depends on neighbours; out: a reason or null for every line. */
function settle(lines: readonly Line[], verdicts: readonly Verdict[]): (DropReason | null)[] {
  const reasons = verdicts.map(({ reason, weak }) => (weak ? null : reason));
  const firstProse = verdicts.findIndex(({ prose, reason }) => prose && reason === null);
  const lastProse = verdicts.findLastIndex(({ prose, reason }) => prose && reason === null);
  const goes = (index: number): boolean => reasons[index] !== null && reasons[index] !== undefined;
  for (const [index, verdict] of verdicts.entries()) {
    if (!verdict.weak) continue;
    const atEdge = index < firstProse || index > lastProse;
    if (atEdge || goes(index - 1) || goes(index + 1)) reasons[index] = verdict.reason;
  }
  captionsOfCredits(lines, verdicts, reasons);
  return reasons;
}

/** The line above a credit is its caption, where it is not a sentence or says the same as the credit. */
function captionsOfCredits(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  reasons: (DropReason | null)[],
): void {
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1];
    const tokens = verdicts[index - 1]?.tokens ?? [];
    if (reasons[index] !== 'credit' || reasons[index - 1] !== null || above === undefined) continue;
    const credit = keyOf(verdicts[index]?.tokens ?? []);
    const repeated = tokens.length > 0 && credit.startsWith(`${keyOf(tokens)} `);
    if (repeated && !verdicts[index - 1]?.prose) reasons[index - 1] = 'credit';
    else if (!isMarked(above) && !endsSentence(above.text) && wordCount(tokens) <= 25 && index > 1) {
      if (isPureCredit(lines[index]?.text ?? '')) reasons[index - 1] = 'credit';
    }
  }
}

/** Whether markup says that a line is a heading, an item or a cell. */
const isMarked = (line: Line): boolean =>
  line.inTable === true || line.inList === true || /^H\d/.test(line.tag ?? '');

const isPureCredit = (text: string): boolean => /^\s*[([]/.test(text);
