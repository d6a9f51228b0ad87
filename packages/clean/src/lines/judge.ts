import type { DropReason, Line } from './line.ts';
import { isCredit } from './credits.ts';
import { shippedPhrases } from './phrases.ts';
import { isMenuOfWords } from './menus.ts';
import { isPrompt } from './prompts.ts';
import {
  endsSentence,
  isAddress,
  isContact,
  isByline,
  isCounter,
  isDated,
  isDisguised,
  isHashtags,
  isLabelledAdvert,
  isMenu,
  isProseOf,
  isSentenceOf,
  isSlug,
  isTicker,
  isTimestamp,
  isWordless,
} from './signals.ts';
import { phraseTokens, wordCount } from './tokens.ts';

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
  if (text.length > longest) return own([], true, true);
  const tokens = phraseTokens(text);
  const words = wordCount(tokens);
  const ends = endsSentence(text);
  const sentence = isSentenceOf(words, ends);
  const prose = isProseOf(words, ends);
  if (isWordless(text)) return against('symbols', 'anywhere', tokens, prose, sentence);
  if (line.inTable === true && text.length < shortCell) return own(tokens, prose, sentence);
  if (opensWithSpeech(text)) return own(tokens, prose, sentence);
  if (isTitle(tokens, title)) return against('title-repeated', 'anywhere', tokens, prose, sentence);
  const phrase = shippedPhrases().match(tokens, sentence);
  if (phrase !== null) {
    const { reason, weak, heads } = phrase;
    return { tokens, prose, sentence, reason, holds: weak ? 'at-edge' : 'anywhere', heads };
  }
  const shape = shapeOf(line, tokens);
  if (shape === null) return own(tokens, prose, sentence);
  const mayBeOwn = shape === 'link-list' && isReference(line, sentence);
  return against(shape, mayBeOwn ? 'at-edge' : (shapesHold[shape] ?? 'anywhere'), tokens, prose, sentence);
}

/** Whether a line begins with what somebody says, and goes on with who: '“Please rate my service,” it asked.' */
const opensWithSpeech = (text: string): boolean =>
  /^["“‘'„«][^"“”„«»]{2,300}[,.?!…]["”’'»]\s+(?:\p{Ll}|\p{Lu}\p{Ll}+ (?:said|says|asked|told|wrote|added)\b)/u.test(
    text,
  );

const own = (tokens: readonly string[], prose: boolean, sentence: boolean): Verdict => ({
  tokens,
  prose,
  sentence,
  reason: null,
  holds: 'anywhere',
  heads: false,
});

const against = (
  reason: DropReason,
  holds: Holds,
  tokens: readonly string[],
  prose: boolean,
  sentence: boolean,
): Verdict => ({ tokens, prose, sentence, reason, holds, heads: false });

/** Shorter titles stand in articles as headings. */
const minTitle = 11;

function isTitle(tokens: readonly string[], title: string): boolean {
  const first = tokens.find((token) => token !== ':');
  return (
    title.length >= minTitle && first !== undefined && title.startsWith(first) && keyOf(tokens) === title
  );
}

/** A line's words as one string, to compare lines by. */
export const keyOf = (tokens: readonly string[]): string => tokens.filter((token) => token !== ':').join(' ');

/** What the form of a line gives away. */
function shapeOf(line: Line, tokens: readonly string[]): DropReason | null {
  const { text } = line;
  if (isTimestamp(tokens)) return 'timestamp';
  if (line.inTable !== true && isDated(text, phraseTokens)) return 'timestamp';
  if (isCounter(tokens)) return 'counter';
  if (line.inTable !== true && isTicker(text)) return 'navigation';
  if (isLabelledAdvert(text) || isDisguised(text)) return 'advertisement';
  if (isSlug(text)) return 'tags';
  if (isAddress(text)) return 'address';
  if (isContact(text)) return 'contact';
  if (isByline(text)) return 'byline';
  if (isCredit(text, tokens)) return 'credit';
  if (isHashtags(text)) return 'tags';
  if (line.inTable !== true && isMenu(text)) return 'navigation';
  if (isPrompt(text, tokens)) return 'prompt';
  if (line.inTable !== true && isMenuOfWords(text, tokens)) return 'navigation';
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
