import { endsSentence } from '../lines/signals.ts';
import { phraseTokens, wordCount } from '../lines/tokens.ts';
import { readDateline } from './dateline.ts';
import { standsAlone } from './text-line.ts';
import type { TextLine } from './text-line.ts';

const words = { least: 3, most: 26 };
/** A title stands among the first lines, above the first paragraph. */
const searched = 6;

/**
 * Where a text's title stands: a short line above the first paragraph.
 * In: the article's lines. Out: its index, or -1 where the text begins with its first paragraph or its bullets.
 */
export function findTitle(lines: readonly TextLine[]): number {
  const paragraphs = lines.filter((line) => isParagraph(line)).length;
  if (paragraphs < 2) return -1;
  for (const [index, line] of lines.slice(0, searched).entries()) {
    if (line.inList || line.inTable || isParagraph(line)) return -1;
    if (readDateline(line.text) !== null) return -1;
    if (isTitle(line, lines[index + 1])) return index;
    if (wordCount(phraseTokens(line.text)) > 5) return -1;
  }
  return -1;
}

function isTitle(line: TextLine, next: TextLine | undefined): boolean {
  const count = wordCount(phraseTokens(line.text));
  if (count < words.least || count > words.most) return false;
  const sentence = endsSentence(line.text) && !/\?["”’»]?$/.test(line.text);
  return !sentence || (count <= 14 && next?.blankBefore === true);
}

function isParagraph(line: TextLine): boolean {
  if (standsAlone(line)) return false;
  const count = wordCount(phraseTokens(line.text));
  return count > words.most || (count >= 15 && endsSentence(line.text));
}
