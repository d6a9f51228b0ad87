import { sha256 } from '@dragoman/core';
import type { Article, Dropped } from '@dragoman/schemas';
import type { DropReason } from '../lines/index.ts';
import { linesOf, type SiteLine } from './site-lines.ts';

/** What is to become of a line at its source. */
export type LineVerdict = Extract<DropReason, 'recurs-at-source' | 'forbidden-at-source'>;

/** More of an article than this is never taken out of it by learning: then the lines are its own. */
const maxShare = 0.5;

/**
 * An article without the lines that its source's readers are to be spared.
 * In: the article as `clean` made it, not one that was cleaned again already; its source; what is thought of each line, and where
 * asked for, words for why. Out: the same article, those lines moved to `dropped`, its text hash and the starts of its entries set
 * right; the article itself where nothing goes. What a person forbade goes unless nothing would be left; what recurs goes unless it
 * is half of the article.
 */
export function reclean(
  article: Article,
  source: string,
  judge: (line: SiteLine) => LineVerdict | null,
  explain: (line: SiteLine) => string | undefined = () => undefined,
): Article {
  const lines = linesOf({ source, language: article.language, text: article.text });
  const verdicts = lines.map(judge);
  if (verdicts.every((verdict) => verdict === null)) return article;
  const stays = (...going: LineVerdict[]): SiteLine[] =>
    lines.filter((_, index) => {
      const verdict = verdicts[index];
      return verdict === null || verdict === undefined || !going.includes(verdict);
    });
  const whole = article.text.length;
  const all = stays('forbidden-at-source', 'recurs-at-source');
  if (lengthOf(all) >= whole * maxShare) return without(article, lines, all, verdicts, explain);
  const some = stays('forbidden-at-source');
  if (some.length === lines.length || lengthOf(some) <= 0) return article;
  return without(article, lines, some, verdicts, explain);
}

const lengthOf = (lines: readonly SiteLine[]): number =>
  lines.reduce((sum, { text }) => sum + text.length + 1, -1);

function without(
  article: Article,
  lines: readonly SiteLine[],
  kept: readonly SiteLine[],
  verdicts: readonly (LineVerdict | null)[],
  explain: (line: SiteLine) => string | undefined,
): Article {
  const staying = new Set(kept);
  const dropped: Dropped[] = [];
  const starts = new Map<number, number>();
  let before = 0;
  let after = 0;
  for (const [index, line] of lines.entries()) {
    starts.set(before, after);
    before += line.text.length + 1;
    if (staying.has(line)) after += line.text.length + 1;
    else {
      const detail = explain(line);
      const reason = verdicts[index] ?? 'recurs-at-source';
      dropped.push({ text: line.text, reason, ...(detail === undefined ? {} : { detail }) });
    }
  }
  const text = kept.map((line) => line.text).join('\n');
  return {
    ...article,
    text,
    textHash: sha256(text),
    entries: article.entries.map((entry) => ({
      ...entry,
      start: Math.min(starts.get(entry.start) ?? entry.start, text.length),
    })),
    dropped: [...article.dropped, ...dropped],
  };
}
