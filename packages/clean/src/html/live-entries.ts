import type { Article } from '@dragoman/schemas';
import type { Block, JsonObject, Page } from '../page.ts';
import { bare } from './article-body.ts';
import { emitBlocks } from './emit.ts';
import type { Region } from './region.ts';
import { textOf } from './table.ts';

type Entries = Article['entries'];

/** The beginning of an entry of a live blog, and its time. */
interface Opening {
  readonly words: string;
  readonly time: string | null;
}

const minEntries = 3;
const compared = 60;
const liveName =
  /live[-_]?(?:blog|event|feed|entry|post|ticker|update)|liveticker|minute-by-minute|newsticker|ticker-/i;

/**
 * The entries of a live blog: where each begins in the joined lines, and its time.
 * In: the page, the regions that hold the article, and the lines that were kept. Out: nothing where the
 * page is no live blog. Entries come from parts of one kind that each have a time, else from the JSON-LD.
 */
export function readLiveEntries(page: Page, parts: readonly Region[], blocks: readonly Block[]): Entries {
  const stated = statedOpenings(page.jsonLd);
  if (stated.length < minEntries && !parts.some(isLive)) return [];
  const fromMarkup = parts.flatMap(entryOpenings);
  const openings = fromMarkup.length >= minEntries ? fromMarkup : stated;
  return openings.length < minEntries ? [] : locate(openings, blocks);
}

const isLive = (region: Region): boolean => {
  for (let at: Region | null = region; at !== null; at = at.parent) if (liveName.test(at.name)) return true;
  return region.children.some((child) => typeof child !== 'string' && liveName.test(child.name));
};

/** The parts of one kind, at any depth, that hold both a time and words. */
function entryOpenings(region: Region): readonly Opening[] {
  const children = region.children.filter((child): child is Region => typeof child !== 'string');
  const byKind = new Map<string, Opening[]>();
  for (const child of children) {
    const opening = openingOf(child);
    if (opening === null) continue;
    const kind = `${child.tag} ${child.name.split(/\s/, 1)[0] ?? ''}`;
    byKind.set(kind, [...(byKind.get(kind) ?? []), opening]);
  }
  const entries = [...byKind.values()].find((openings) => openings.length >= minEntries);
  return entries ?? children.flatMap(entryOpenings);
}

function openingOf(region: Region): Opening | null {
  const time = timeIn(region);
  if (time === null) return null;
  const first = emitBlocks(region, () => undefined).find((block) => bare(block.text).length >= 20);
  return first === undefined ? null : { words: bare(first.text).slice(0, compared), time };
}

function timeIn(region: Region): string | null {
  if (region.tag === 'TIME') return region.element.getAttribute('datetime') ?? textOf(region).trim();
  for (const child of region.children) {
    const time = typeof child === 'string' ? null : timeIn(child);
    if (time !== null) return time;
  }
  return null;
}

function statedOpenings(objects: readonly JsonObject[]): readonly Opening[] {
  const updates = objects.flatMap((object) => {
    const value = object['liveBlogUpdate'];
    return Array.isArray(value) ? (value as readonly JsonObject[]) : [];
  });
  return updates.flatMap((update) => {
    const words = update['articleBody'];
    const time = update['datePublished'];
    if (typeof words !== 'string' || bare(words) === '') return [];
    return [{ words: bare(words).slice(0, compared), time: typeof time === 'string' ? time : null }];
  });
}

function locate(openings: readonly Opening[], blocks: readonly Block[]): Entries {
  const starts = new Map<number, string | null>();
  const offsets: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    offsets.push(offset);
    offset += block.text.length + 1;
  }
  const bareBlocks = blocks.map((block) => bare(block.text).slice(0, compared));
  for (const { words, time } of openings) {
    const index = bareBlocks.findIndex((text, at) => text === words && !starts.has(offsets[at] ?? -1));
    const start = offsets[index];
    if (start !== undefined) starts.set(start, time);
  }
  return [...starts].toSorted(([a], [b]) => a - b).map(([start, time]) => ({ start, time }));
}
