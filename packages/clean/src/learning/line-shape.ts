import { sha256 } from '@dragoman/core';
import { wordsOf } from '../duplicates/shingles.ts';
import { namesOffer, opensWithRequest, reportsSpeech } from '../lines/prompts.ts';
import { endsSentence } from '../lines/signals.ts';
import { fold, phraseTokens, wordCount } from '../lines/tokens.ts';
import { readerWords } from './reader-words.ts';

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

/** Whether the page speaks to its reader in a line; words that it quotes or reports are somebody else's. */
function speaksToReader(text: string, tokens: readonly string[], language: string | null): boolean {
  if (reportsSpeech(text, tokens)) return false;
  const { address, self } = readerWords(language);
  const words = wordsIn(text);
  if (words.some((word) => addressed(word, address))) return true;
  const asks = opensWithRequest(text);
  const offers = namesOffer(tokens);
  return words.some((word) => self.has(word.toLowerCase())) ? asks || offers : asks && offers;
}

const addressed = (word: string, address: ReadonlySet<string>): boolean =>
  address.has(word) || address.has(word.toLowerCase());

const word = /[\p{L}\p{M}']+/gu;
const opensSentence = /(?:^|[.!?:–—])\W*$/u;

/** The words as they are written, in lower case where a sentence begins; without acronyms: 'the US' is not 'us'. */
function wordsIn(text: string): string[] {
  const line = text.normalize('NFKC').replaceAll('’', "'");
  if (line === line.toUpperCase()) return line.toLowerCase().match(word) ?? [];
  return [...line.matchAll(word)].flatMap(({ 0: found, index }) => {
    if (isAcronym(found)) return [];
    return opensSentence.test(line.slice(Math.max(0, index - 4), index)) ? found.toLowerCase() : found;
  });
}

const isAcronym = (found: string): boolean =>
  found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase();

/**
 * The key that equal lines of one source share: the same words, whatever the punctuation and capitals. In prompts numbers are set
 * equal ('3 articles left'); in all else they are part of what is said.
 */
export function lineKey(source: string, text: string, shape: LineShape): string {
  const words = shape === 'prompt' ? phraseTokens(text) : wordsOf(text);
  const same = words.length === 0 ? fold(text) : words.join(' ');
  return sha256(`${source}\n${shape}\n${same}`).slice(0, keyLength);
}
