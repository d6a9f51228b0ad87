import { sha256 } from '@dragoman/core';
import { wordsOf } from '../duplicates/shingles.ts';
import { speaksToReader } from '../lines/reader.ts';
import { endsSentence } from '../lines/signals.ts';
import { fold, phraseTokens, wordCount } from '../lines/tokens.ts';

/**
 * What a line is to learning. A label is short and no sentence; a prompt speaks to the reader on the page's behalf; both are
 * boilerplate where they recur. All else is a sentence: it may be the article's own however often it recurs (what is told of a
 * war again and again), so only a person may take it out.
 */
export type LineShape = 'label' | 'prompt' | 'sentence';

const labelWords = 9;
const promptWords = 40;
/** Characters beyond which a line is not looked at: it is prose. */
const longest = 600;
const keyLength = 24;
const cells = ' | ';

/** The shape of a line in a language (ISO 639-1, null where it is not known). */
export function shapeOf(text: string, language: string | null): LineShape {
  if (text.length > longest || text.includes(cells) || text.trimEnd().endsWith(':')) return 'sentence';
  const tokens = phraseTokens(text);
  const words = wordCount(tokens);
  if (words <= promptWords && speaksToReader(text, tokens, language)) return 'prompt';
  return words <= labelWords && !endsSentence(text) ? 'label' : 'sentence';
}

/**
 * The key that equal lines of one source share: the same words, whatever the punctuation and capitals. In prompts numbers are set
 * equal ('3 articles left'); in all else they are part of what is said.
 */
export function lineKey(source: string, text: string, shape: LineShape): string {
  const words = shape === 'prompt' ? phraseTokens(text) : wordsOf(text);
  const same = words.length === 0 ? fold(text) : words.join(' ');
  return sha256(`${source}\n${shape}\n${same}`).slice(0, keyLength);
}
