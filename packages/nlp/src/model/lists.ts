/** The network's gazetteers (data/gazetteer/*.tsv): keys of one or more lower-case words, each of one kind. Part of the model, not for extension by users. */
import { readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';

/** A key's kind; with `caps` it only counts where its words stand in capitals (US, WHO). */
export interface KeyEntry {
  kind: string;
  caps: boolean;
}

/** Keys by kind; by first word, how many words the longest key has where it has several. */
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

/** Parses lines `key TAB kind` or `key TAB kind TAB caps`, `#` comments. Tens of thousands of lines: entries of a kind are shared. */
export function parseKeyList(text: string): KeyList {
  const list: KeyList = { entries: new Map(), longest: new Map() };
  const shared = new Map<string, KeyEntry>();
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const tab = text.indexOf('\t', start);
    if (tab > start && tab < end && text[start] !== '#') {
      addKey(list, text.slice(start, tab), sharedEntry(shared, text.slice(tab + 1, end)));
    }
    start = end + 1;
  }
  return list;
}

/** The entry of what stands after a key. */
function sharedEntry(shared: Map<string, KeyEntry>, rest: string): KeyEntry {
  const known = shared.get(rest);
  if (known !== undefined) return known;
  const [kind = '', mark] = rest.trim().split('\t');
  const entry = { kind, caps: mark === 'caps' };
  shared.set(rest, entry);
  return entry;
}

function addKey(list: KeyList, key: string, entry: KeyEntry): void {
  list.entries.set(key, entry);
  const space = key.indexOf(' ');
  const first = space < 0 ? key : key.slice(0, space);
  const words = space < 0 ? 1 : key.split(' ').length;
  if (words > (list.longest.get(first) ?? 1)) list.longest.set(first, words);
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
  /** Holds a small letter of any alphabet. */
  hasSmall: boolean;
}

/** May a key of the list begin with a word (in small letters)? */
export const beginsKey = (list: KeyList, lower: string): boolean =>
  list.entries.has(lower) || list.longest.has(lower);

/** Longest matches from left to right, each starting at a word of which `begins` says that one may: a capitalised one that begins a key. */
export function matchKeys<Word extends KeyWord>(
  list: KeyList,
  words: readonly Word[],
  begins: (word: Word) => boolean,
): KeyMatch[] {
  const matches: KeyMatch[] = [];
  for (let start = 0; start < words.length; start++) {
    const word = words[start];
    const match = word !== undefined && begins(word) ? longestMatch(list, words, start) : undefined;
    if (match === undefined) continue;
    matches.push(match);
    start = match.end - 1;
  }
  return matches;
}

function longestMatch(list: KeyList, words: readonly KeyWord[], start: number): KeyMatch | undefined {
  let key = words[start]?.lower ?? '';
  const most = Math.min(list.longest.get(key) ?? 1, longestKey, words.length - start);
  let best: KeyMatch | undefined;
  for (let end = start + 1; ; end++) {
    const entry = list.entries.get(key);
    if (entry !== undefined && !(entry.caps && words.slice(start, end).some((word) => word.hasSmall)))
      best = { start, end, kind: entry.kind };
    if (end - start >= most) return best;
    key += ` ${words[end]?.lower}`;
  }
}
