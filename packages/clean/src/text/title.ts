import { shippedPhrases } from '../lines/phrases.ts';
import { endsSentence } from '../lines/signals.ts';
import { phraseTokens, wordCount } from '../lines/tokens.ts';
import { readDateline } from './dateline.ts';
import { standsAlone } from './text-line.ts';
import type { TextLine } from './text-line.ts';

const words = { least: 3, most: 26, short: 12 };
/** A title stands among the first lines, above the first paragraph. */
const searched = 6;
const searchedAbove = 25;
const paragraphsRead = 4;
const leastShared = 2;

/**
 * Where a text's title stands: a short line above the first paragraph, of what the paragraphs speak of.
 * In: the article's lines. Out: its index, or -1 where the text begins with its first paragraph or its bullets.
 */
export function findTitle(lines: readonly TextLine[]): number {
  if (lines.length < 3 || !lines.some(isParagraph)) return -1;
  for (const [index, line] of lines.slice(0, searched).entries()) {
    if (line.inList || line.inTable || isParagraph(line)) return -1;
    if (readDateline(line.text) !== null) return -1;
    const below = lines.slice(index + 1);
    const short = wordCount(phraseTokens(line.text)) <= words.short;
    if (
      isTitle(line, lines[index + 1]) &&
      (sharedWith(line, below) >= leastShared || (short && isBare(line)))
    )
      return index;
    if (!short) return -1;
  }
  return -1;
}

/**
 * The title above an article that was found on a page: of the lines above it, the one that shares most words with
 * its first paragraphs, the nearest of equals. Null where none shares enough.
 */
export function titleAbove(above: readonly TextLine[], article: readonly TextLine[]): TextLine | null {
  let best: { readonly line: TextLine; readonly shared: number } | null = null;
  for (const line of above.slice(-searchedAbove)) {
    if (!isHeadline(line)) continue;
    const shared = sharedWith(line, article);
    if (shared >= leastShared && (best === null || shared >= best.shared)) best = { line, shared };
  }
  return best?.line ?? null;
}

/** Whether a line above an article may be its headline: not a sentence, a label of the page or a dateline. */
function isHeadline(line: TextLine): boolean {
  if (!isTitle(line, undefined) || isParagraph(line)) return false;
  if (endsSentence(line.text) && !/[?!]["”’»]?$/.test(line.text)) return false;
  if (readDateline(line.text) !== null) return false;
  return shippedPhrases().match(phraseTokens(line.text), false) === null;
}

/** How many of a line's longer words the first paragraphs below it have. */
function sharedWith(line: TextLine, below: readonly TextLine[]): number {
  const opening = below.filter(isParagraph).slice(0, paragraphsRead);
  const told = new Set(opening.flatMap((paragraph) => phraseTokens(paragraph.text)));
  const named = new Set(
    phraseTokens(line.text).filter((token) => token.length >= 4 || /\p{Script=Han}/u.test(token)),
  );
  return [...named].filter((token) => told.has(token)).length;
}

/** Whether a line has nothing of a label, an address or a notice. */
const isBare = (line: TextLine): boolean => !/[:#@|/\d]/.test(line.text);

function isTitle(line: TextLine, next: TextLine | undefined): boolean {
  const count = wordCount(phraseTokens(line.text));
  if (count < words.least || count > words.most || /https?:|www\./.test(line.text)) return false;
  const sentence = endsSentence(line.text) && !/\?["”’»]?$/.test(line.text);
  return !sentence || (count <= 14 && next?.blankBefore === true);
}

function isParagraph(line: TextLine): boolean {
  if (standsAlone(line)) return false;
  const count = wordCount(phraseTokens(line.text));
  return count > words.most || (count >= 15 && endsSentence(line.text));
}
