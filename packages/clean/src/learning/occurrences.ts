import { sha256 } from '@dragoman/core';
import type { Article } from '@dragoman/schemas';
import { endsSentence } from '../lines/signals.ts';
import { phraseTokens, wordCount } from '../lines/tokens.ts';
import { readerWords } from './reader-words.ts';

/** One line of one article, as it counts towards what recurs at a source. */
export interface LineOccurrence {
  readonly source: string;
  /** Hash of the line's words, numbers set equal. */
  readonly line: string;
  /** Hash of the article's longest line: copies and corrections of one article count once. */
  readonly article: string;
  /** Day of publication, or null where it is not known. */
  readonly day: string | null;
  /** Whether it is one of the first or last lines. */
  readonly atEdge: boolean;
  readonly shape: LineShape;
}

/** A sentence may be the article's own; a label and a prompt ('Join us …') hardly are. */
export type LineShape = 'label' | 'prompt' | 'sentence';

const edge = { top: 2, end: 4 };
const labelWords = 9;
const promptWords = 40;
const keyLength = 16;

/**
 * The lines of an article, as they count at its source. In: the article as `clean` made it, before anything
 * learned was taken out of it. Out: nothing where the source is not known.
 */
export function lineCounts(article: Pick<Article, 'source' | 'text' | 'published'>): LineOccurrence[] {
  const { source } = article;
  if (source === null) return [];
  const lines = article.text.split('\n');
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), '');
  const occurrences = new Map<string, LineOccurrence>();
  for (const [index, text] of lines.entries()) {
    const line = lineKey(text);
    if (line === null || text === longest) continue;
    occurrences.set(line, {
      source,
      line,
      article: sha256(longest).slice(0, keyLength),
      day: article.published?.slice(0, 10) ?? null,
      atEdge: index < edge.top || index >= lines.length - edge.end,
      shape: shapeOf(text),
    });
  }
  return [...occurrences.values()];
}

/** The key that equal lines of one source share, or null for a line without words. */
export function lineKey(text: string): string | null {
  const tokens = phraseTokens(text);
  return tokens.some((token) => token !== '#' && token !== ':')
    ? sha256(tokens.join(' ')).slice(0, keyLength)
    : null;
}

function shapeOf(text: string): LineShape {
  const tokens = phraseTokens(text);
  const words = wordCount(tokens);
  if (words <= labelWords && !endsSentence(text)) return 'label';
  return words <= promptWords && tokens.some((token) => readerWords().has(token)) ? 'prompt' : 'sentence';
}
