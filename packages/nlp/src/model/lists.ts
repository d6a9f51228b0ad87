/** The network's gazetteers (data/gazetteer/*.tsv): keys of one or more lower-case words, each of one kind. Part of the model, not for extension by users. */
import { readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';

/** A key's kind; with `caps` it only counts where its words stand in capitals (US, WHO). */
export interface KeyEntry {
  kind: string;
  caps: boolean;
}

/** Keys by kind, with how many words the longest key has that starts with a word. */
export interface KeyList {
  entries: Map<string, KeyEntry>;
  longest: Map<string, number>;
}

export interface FeatureLists {
  places: KeyList;
  groups: KeyList;
  names: Map<string, KeyEntry>;
}

const longestKey = 6;

/** Parses lines `key TAB kind` or `key TAB kind TAB caps`, `#` comments. */
export function parseKeyList(text: string): KeyList {
  const list: KeyList = { entries: new Map(), longest: new Map() };
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab <= 0 || line.startsWith('#')) continue;
    const key = line.slice(0, tab);
    const [kind = '', mark] = line
      .slice(tab + 1)
      .trim()
      .split('\t');
    list.entries.set(key, { kind, caps: mark === 'caps' });
    const words = key.split(' ');
    const first = words[0] ?? '';
    if (words.length > (list.longest.get(first) ?? 0)) list.longest.set(first, words.length);
  }
  return list;
}

/** Reads the three lists. Throws MODEL_MISSING where one cannot be read. */
export function readFeatureLists(
  folder: URL = new URL('../../data/gazetteer/', import.meta.url),
): FeatureLists {
  const read = (name: string): KeyList => {
    try {
      return parseKeyList(readFileSync(new URL(name, folder), 'utf8'));
    } catch (cause) {
      throw new PipelineError({
        code: 'MODEL_MISSING',
        message: `the model's list ${name} cannot be read`,
        cause,
      });
    }
  };
  return { places: read('places.tsv'), groups: read('groups.tsv'), names: read('names.tsv').entries };
}

/** A key found over the words `start` to `end` (exclusive). */
export interface KeyMatch {
  start: number;
  end: number;
  kind: string;
}

/** What matching needs of a word. */
export interface KeyWord {
  lower: string;
  isCapital: boolean;
  /** Holds a small letter of any alphabet. */
  hasSmall: boolean;
}

/** Longest matches from left to right, each starting at a capitalised word. */
export function matchKeys(list: KeyList, words: readonly KeyWord[]): KeyMatch[] {
  const matches: KeyMatch[] = [];
  for (let start = 0; start < words.length; start++) {
    const match = words[start]?.isCapital === true ? longestMatch(list, words, start) : undefined;
    if (match === undefined) continue;
    matches.push(match);
    start = match.end - 1;
  }
  return matches;
}

function longestMatch(list: KeyList, words: readonly KeyWord[], start: number): KeyMatch | undefined {
  const first = words[start]?.lower ?? '';
  const most = Math.min(list.longest.get(first) ?? 0, longestKey, words.length - start);
  for (let length = most; length > 0; length--) {
    let key = first;
    for (let i = start + 1; i < start + length; i++) key += ` ${words[i]?.lower}`;
    const entry = list.entries.get(key);
    if (entry === undefined) continue;
    const end = start + length;
    if (!entry.caps || !words.slice(start, end).some((word) => word.hasSmall))
      return { start, end, kind: entry.kind };
  }
  return undefined;
}
