import type { DropReason, Line } from './line.ts';
import { isCredit } from './credits.ts';
import { shippedPhrases } from './phrases.ts';
import { isPrompt } from './prompts.ts';
import {
  isAddress,
  isContact,
  isByline,
  isCounter,
  isHashtags,
  isMenu,
  isProse,
  isSentence,
  isTimestamp,
  isWordless,
} from './signals.ts';
import { phraseTokens } from './tokens.ts';

/** Where a judgement holds: anywhere, above and below the article and beside other lines that go, or only there. */
export type Holds = 'anywhere' | 'at-edge' | 'beside';

/** What is thought of a line before its neighbours are asked. */
export interface Verdict {
  readonly tokens: readonly string[];
  readonly prose: boolean;
  readonly sentence: boolean;
  readonly reason: DropReason | null;
  readonly holds: Holds;
  /** Whether it is a label that headlines of other articles stand under. */
  readonly heads: boolean;
}

/** Characters beyond which a line is prose, so that endless lines cost nothing. */
const longest = 1200;
/** Cells shorter than this are a table's own, whatever they say. */
const shortCell = 40;
/** Live blogs, recipes and lists have such lines of their own. */
const shapesHold: Partial<Record<DropReason, Holds>> = {
  timestamp: 'at-edge',
  counter: 'beside',
  address: 'beside',
  contact: 'at-edge',
};

/** Judges a line by itself: phrases, shapes, prompts, links. `title` is the article's, as `keyOf` gives it. */
export function judge(line: Line, title: string): Verdict {
  const { text } = line;
  if (text.length > longest)
    return { tokens: [], prose: true, sentence: true, reason: null, holds: 'anywhere', heads: false };
  const tokens = phraseTokens(text);
  const known = { tokens, prose: isProse(text, tokens), sentence: isSentence(text, tokens) };
  const keep: Verdict = { ...known, reason: null, holds: 'anywhere', heads: false };
  if (isWordless(text)) return { ...keep, reason: 'symbols' };
  if (line.inTable === true && text.length < shortCell) return keep;
  if (title.length > 10 && keyOf(tokens) === title) return { ...keep, reason: 'title-repeated' };
  const phrase = shippedPhrases().match(tokens, known.sentence);
  if (phrase !== null)
    return {
      ...keep,
      reason: phrase.reason,
      holds: phrase.weak ? 'at-edge' : 'anywhere',
      heads: phrase.heads,
    };
  const shape = shapeOf(line, tokens);
  if (shape === null) return keep;
  const mayBeOwn = shape === 'link-list' && isReference(line, known.sentence);
  return { ...keep, reason: shape, holds: mayBeOwn ? 'at-edge' : (shapesHold[shape] ?? 'anywhere') };
}

/** A line's words as one string, to compare lines by. */
export const keyOf = (tokens: readonly string[]): string => tokens.filter((token) => token !== ':').join(' ');

/** What the form of a line gives away. */
function shapeOf(line: Line, tokens: readonly string[]): DropReason | null {
  const { text } = line;
  if (isTimestamp(tokens)) return 'timestamp';
  if (isCounter(tokens)) return 'counter';
  if (isAddress(text)) return 'address';
  if (isContact(text)) return 'contact';
  if (isByline(text)) return 'byline';
  if (isCredit(text, tokens)) return 'credit';
  if (isHashtags(text)) return 'tags';
  if (line.inTable !== true && isMenu(text)) return 'navigation';
  if (isPrompt(text, tokens)) return 'prompt';
  return isLinks(line) ? 'link-list' : null;
}

/** Nearly all of such a line is a link, of other lines only a part. */
const nearlyAll = 0.8;

/** An article points to other sites, as lists of goods and reviews do, or in a sentence of its own; teasers stay on the site. */
const isReference = ({ leadsOut = false, linkDensity = 0 }: Line, sentence: boolean): boolean =>
  leadsOut || (sentence && linkDensity <= nearlyAll);

function isLinks(line: Line): boolean {
  const { linkDensity = 0, text } = line;
  if (line.inTable === true || line.inQuote === true) return false;
  if (linkDensity > nearlyAll) return text.length < 200 || line.inList === true;
  return linkDensity > 0.5 && text.length < 60;
}
