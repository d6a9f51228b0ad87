import { memoised, sha256 } from '@dragoman/core';
import { lineKey, shapeOf, type LineShape } from './line-shape.ts';

/** What of an article learning looks at. */
export interface LearningText {
  readonly source: string;
  readonly language: string | null;
  readonly text: string;
  /** ISO 8601; its day counts. */
  readonly published: string | null;
}

/** A line of an article as learning sees it. */
export interface SiteLine {
  readonly key: string;
  readonly text: string;
  readonly shape: LineShape;
  /** Whether it is one of the first or last lines. */
  readonly atEdge: boolean;
  /** Whether recurring makes it boilerplate here: it is a label or a prompt, and no part of a list within the article. */
  readonly counts: boolean;
}

/** An article as it counts at its source. */
export interface SiteLines {
  readonly source: string;
  /** Day of publication, or null where it is not known. */
  readonly day: string | null;
  /** Keys of which copies and corrections of one text share most, always as many. */
  readonly copies: readonly string[];
  /** The lines that count, each once. */
  readonly lines: readonly CountedLine[];
}

export interface CountedLine extends Pick<SiteLine, 'key' | 'text' | 'atEdge'> {
  readonly shape: CountedShape;
}

export type CountedShape = Exclude<LineShape, 'sentence'>;

const edge = { top: 2, end: 4 };
/** So many labels one after the other within an article are a list or a table of its own. */
const listLength = 3;
/** Of one article no more lines are counted. */
const mostLines = 32;
const copyKeyLength = 4;
export const copyKeyCount = 6;

/** Shape and key of a line, by its source, its language and itself: they are asked for several times while an article is taken in. */
const lineAt = memoised((place): Pick<SiteLine, 'shape' | 'key'> => {
  const line = place.slice(place.lastIndexOf('\n') + 1);
  const site = place.slice(0, -line.length - 1);
  const language = site.slice(site.lastIndexOf('\n') + 1);
  const source = site.slice(0, -language.length - 1);
  const shape = shapeOf(line, language === '' ? null : language);
  return { shape, key: lineKey(source, line, shape) };
});

/** Every line of an article, as it stands at its source. In: the text as `clean` made it, before anything learned was taken out. */
export function linesOf({ source, language, text }: Omit<LearningText, 'published'>): SiteLine[] {
  const lines = text.split('\n').map((line, index, all) => {
    const atEdge = index < edge.top || index >= all.length - edge.end;
    return { ...lineAt([source, language ?? '', line].join('\n')), text: line, atEdge };
  });
  const listed = linesInLists(lines);
  const keys = new Set<string>();
  return lines.map((line) => {
    const may = line.shape !== 'sentence' && (line.atEdge || !listed.has(line));
    const counts = may && (keys.has(line.key) || keys.size < mostLines);
    if (counts) keys.add(line.key);
    return { ...line, counts };
  });
}

/** An article as it counts. */
export function siteLines(article: LearningText): SiteLines {
  const all = linesOf(article);
  const counted = new Map<string, CountedLine>();
  for (const { key, text, shape, atEdge, counts } of all) {
    if (!counts || shape === 'sentence') continue;
    const known = counted.get(key);
    if (known === undefined || (atEdge && !known.atEdge)) counted.set(key, { key, text, shape, atEdge });
  }
  return {
    source: article.source,
    day: article.published?.slice(0, 10) ?? null,
    copies: copyKeys(all, article.text),
    lines: [...counted.values()],
  };
}

function linesInLists<L extends Pick<SiteLine, 'shape'>>(lines: readonly L[]): Set<L> {
  const listed = new Set<L>();
  let run: L[] = [];
  for (const line of [...lines, null]) {
    if (line?.shape === 'label') {
      run.push(line);
      continue;
    }
    if (run.length >= listLength) for (const label of run) listed.add(label);
    run = [];
  }
  return listed;
}

/**
 * Minima of several hashes over an article's sentences (MinHash, Broder 1997): a copy of which a line was changed or lost keeps most
 * of them; a paragraph that stands in every article of a source makes some of them alike, not all. The parts of a line's key are the
 * hashes.
 */
function copyKeys(lines: readonly SiteLine[], text: string): string[] {
  const sentences = lines.filter(({ shape }) => shape === 'sentence').map(({ key }) => key);
  const whole = sentences.length > 0 ? sentences : [sha256(text)];
  return Array.from({ length: copyKeyCount }, (_, index) => {
    const from = index * copyKeyLength;
    return whole.map((key) => key.slice(from, from + copyKeyLength)).reduce((a, b) => (b < a ? b : a));
  });
}
