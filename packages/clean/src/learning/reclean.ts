import { sha256 } from '@dragoman/core';
import type { Article, Dropped } from '@dragoman/schemas';
import type { DropReason } from '../lines/index.ts';
import type { LearnedLines } from './learned.ts';
import { lineKey } from './occurrences.ts';

const reason: DropReason = 'recurs-at-source';
/** More of an article than this is never taken out of it: then the lines are its own. */
const maxShare = 0.5;

/**
 * An article without the lines that recur at its source.
 * In: the article as `clean` made it, not one that was cleaned again already. Out: the same article, its lines
 * moved to `dropped` with the reason 'recurs-at-source', its text hash and the starts of its entries set right;
 * the article itself where nothing recurs.
 */
export function reclean(article: Article, learned: LearnedLines): Article {
  const recurring = article.source === null ? undefined : learned.get(article.source);
  if (recurring === undefined) return article;
  const kept: string[] = [];
  const dropped: Dropped[] = [];
  const starts = new Map<number, number>();
  let before = 0;
  let after = 0;
  for (const text of article.text.split('\n')) {
    starts.set(before, after);
    before += text.length + 1;
    const key = lineKey(text);
    if (key !== null && recurring.has(key)) dropped.push({ text, reason });
    else {
      kept.push(text);
      after += text.length + 1;
    }
  }
  const text = kept.join('\n');
  if (dropped.length === 0 || text.length < article.text.length * maxShare) return article;
  const length = text.length;
  return {
    ...article,
    text,
    textHash: sha256(text),
    entries: article.entries.map((entry) => ({
      ...entry,
      start: Math.min(starts.get(entry.start) ?? entry.start, length),
    })),
    dropped: [...article.dropped, ...dropped],
  };
}
