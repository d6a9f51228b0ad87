/** The network's gazetteers (data/gazetteer/*.tsv): keys of one or more lower-case words, each of one kind. Part of the model, not for extension by users. */
import { readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';

/** Keys by kind, with how many words the longest key has that starts with a word. */
export interface KeyList {
  kinds: Map<string, string>;
  longest: Map<string, number>;
}

export interface FeatureLists {
  places: KeyList;
  groups: KeyList;
  names: Map<string, string>;
}

const longestKey = 6;

/** Parses lines `key TAB kind`, `#` comments. */
export function parseKeyList(text: string): KeyList {
  const list: KeyList = { kinds: new Map(), longest: new Map() };
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab <= 0 || line.startsWith('#')) continue;
    const key = line.slice(0, tab);
    list.kinds.set(key, line.slice(tab + 1).trim());
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
  return { places: read('places.tsv'), groups: read('groups.tsv'), names: read('names.tsv').kinds };
}

/** A key found over the words `start` to `end` (exclusive). */
export interface KeyMatch {
  start: number;
  end: number;
  kind: string;
}

/** Longest matches from left to right, each starting at a capitalised word. */
export function matchKeys(
  list: KeyList,
  lower: readonly string[],
  isCapital: ArrayLike<number | boolean>,
): KeyMatch[] {
  const matches: KeyMatch[] = [];
  for (let start = 0; start < lower.length; start++) {
    if (!isCapital[start]) continue;
    const words = Math.min(list.longest.get(lower[start] ?? '') ?? 0, longestKey, lower.length - start);
    for (let length = words; length > 0; length--) {
      const kind = list.kinds.get(
        length === 1 ? (lower[start] ?? '') : lower.slice(start, start + length).join(' '),
      );
      if (kind === undefined) continue;
      matches.push({ start, end: start + length, kind });
      start += length - 1;
      break;
    }
  }
  return matches;
}
