import { type DroppedLine, filterLines } from '../lines/index.ts';
import { endsSentence } from '../lines/signals.ts';
import { phraseTokens } from '../lines/tokens.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { tidyNames } from '../metadata/names.ts';
import { readStatedDate } from '../metadata/stated-date.ts';
import { isFragmented, joinBroken } from './join.ts';
import { splitLines } from './split.ts';
import { articleStretch, isWholePage } from './stretch.ts';
import { standsAlone } from './text-line.ts';
import type { TextLine } from './text-line.ts';
import { findTitle, titleAbove } from './title.ts';

/** What is known of a text beside its words. */
export interface TextHints {
  readonly title?: string | null;
  readonly source?: string | null;
  /** ISO date; gives the year to a dateline without one. */
  readonly published?: string | null;
  /**
   * 'article': the lines are an article's, with residue. 'page': they are all that a page shows, and the
   * article is to be found among them. Without it the lines themselves tell.
   */
  readonly holds?: 'article' | 'page';
}

export interface TextPublished {
  readonly value: string;
  readonly from: 'dateline' | 'date line';
}

export interface CleanedText {
  /** The body, a line a paragraph. */
  readonly lines: readonly TextLine[];
  readonly dropped: readonly DroppedLine<TextLine>[];
  /** The stated title, else the one that the text begins with. */
  readonly title: string | null;
  readonly dateline: Dateline | null;
  /** Who the bylines name. */
  readonly authors: readonly string[];
  /** The date of the dateline, else of a line of its own above the article, for want of a stated one. */
  readonly published: TextPublished | null;
}

/** A dateline opens one of the first paragraphs, below title, summary and bullets. */
const datelineSearched = 10;
/** A date on a line of its own is the article's where it stands this near above it. */
const nearTop = 8;
/** A summary has more words than a label. */
const labelWords = 8;

/**
 * Cleans text that was scraped already.
 * In: the text as it is and what is known beside it. Out: the article's lines in order, each other line
 * with its reason, title and dateline. A pure function.
 */
export function cleanText(text: string, hints: TextHints = {}): CleanedText {
  const split = splitLines(text);
  const all = isFragmented(split) ? joinBroken(split) : split;
  const dropped: DroppedLine<TextLine>[] = [];
  const keep = (lines: readonly TextLine[], part: ReturnType<typeof filterLines<TextLine>>): TextLine[] => {
    for (const each of part.dropped) dropped.push(each);
    return afterDrops(lines, part.kept);
  };
  const isPage = hints.holds === 'page' || (hints.holds === undefined && isWholePage(all));
  const whole = isPage ? joinBroken(all) : all;
  const stretch = isPage ? keep(whole, articleStretch(whole)) : all;
  const title = hints.title ?? (isPage ? titleBefore(whole, stretch) : null);
  const lines = joinBroken(keep(stretch, filterLines(stretch, { ...hints, scraped: true })));
  const titled = withoutTitle(lines, title);
  for (const each of titled.dropped) dropped.push(each);
  dropped.sort((a, b) => a.line.index - b.line.index);
  const shown = dateLineAbove(dropped, titled.lines[0]?.index ?? 0);
  const dateline = datelineOf(titled.lines, hints.published ?? shown?.value ?? null);
  const stated = dateline === null ? null : dateline.date;
  return {
    lines: titled.lines,
    dropped,
    title: titled.title,
    dateline,
    authors: bylineAuthors(dropped, hints.source ?? null),
    published: stated === null ? shown : { value: stated, from: 'dateline' },
  };
}

/** The title that a page shows above the stretch of lines that is its article. */
function titleBefore(whole: readonly TextLine[], stretch: readonly TextLine[]): string | null {
  const first = whole.findIndex((line) => line.index === stretch[0]?.index);
  return titleAbove(whole.slice(0, Math.max(0, first)), stretch)?.text ?? null;
}

/** The names of the first byline. */
function bylineAuthors(dropped: readonly DroppedLine<TextLine>[], site: string | null): string[] {
  for (const { line, reason } of dropped) {
    const names = reason === 'byline' ? tidyNames([line.text], { site, host: null }) : [];
    if (names.length > 0) return names;
  }
  return [];
}

/** The date on a line of its own near above the article. */
function dateLineAbove(dropped: readonly DroppedLine<TextLine>[], first: number): TextPublished | null {
  for (const { line, reason } of dropped) {
    if (reason !== 'timestamp' || line.index > first + 1 || line.index < first - nearTop) continue;
    const value = readStatedDate(line.text);
    if (value !== null) return { value: value.slice(0, 10), from: 'date line' };
  }
  return null;
}

/** The kept lines; one that follows a dropped line counts as set apart from the line before it. */
function afterDrops(lines: readonly TextLine[], kept: readonly TextLine[]): TextLine[] {
  const keptSet = new Set(kept);
  return lines.flatMap((line, index) => {
    if (!keptSet.has(line)) return [];
    const before = lines[index - 1];
    return [before === undefined || keptSet.has(before) ? line : { ...line, blankBefore: true }];
  });
}

interface Titled {
  readonly lines: readonly TextLine[];
  readonly title: string | null;
  readonly dropped: readonly DroppedLine<TextLine>[];
}

/** Takes the title that the text begins with off the lines, and the short lines above it. */
function withoutTitle(lines: readonly TextLine[], stated: string | null): Titled {
  if (stated !== null) return { lines, title: stated, dropped: [] };
  const index = findTitle(lines);
  const line = lines[index];
  if (line === undefined) return { lines, title: null, dropped: [] };
  const title = line.text.replace(/(?<=[\p{L}\p{N}"”’)])[.;]\s*$/u, '');
  const below = lines.slice(index + 1);
  const outside = [...lines.slice(0, index), ...labelsUnderTitle(below)];
  return {
    lines: below.filter((each) => !outside.includes(each)),
    title,
    dropped: [
      ...outside.map((each) => ({ line: each, reason: 'outside-article' }) as const),
      { line, reason: 'title-repeated' },
    ],
  };
}

/** Short lines between the title and the first sentence that are no sentences themselves: counts, sections, buttons. */
function labelsUnderTitle(lines: readonly TextLine[]): TextLine[] {
  const first = lines.findIndex((line) => endsSentence(line.text));
  return lines
    .slice(0, Math.max(0, first))
    .filter((line) => !standsAlone(line) && phraseTokens(line.text).length <= labelWords);
}

function datelineOf(lines: readonly TextLine[], published: string | null): Dateline | null {
  let isFirst = true;
  for (const line of lines.slice(0, datelineSearched)) {
    if (standsAlone(line) || phraseTokens(line.text).length < 8) continue;
    const dateline = readDateline(line.text, published, isFirst);
    if (dateline !== null) return dateline;
    isFirst = false;
  }
  return null;
}
