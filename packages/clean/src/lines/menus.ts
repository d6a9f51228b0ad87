import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import { endsSentence } from './signals.ts';
import { phraseTokens, wordCount } from './tokens.ts';

const words = z.array(z.string()).nonempty();
const fileSchema = z.strictObject({ controls: words, sections: words });

interface MenuWords {
  readonly controls: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

let shipped: MenuWords | undefined;

/** The words of `data/menu-words.yaml`, read once. Throws where the file does not fit its schema. */
function menuWords(): MenuWords {
  shipped ??= readWords(new URL('../../data/menu-words.yaml', import.meta.url));
  return shipped;
}

function readWords(file: URL): MenuWords {
  const data = fileSchema.parse(parse(readFileSync(file, 'utf8')));
  const all = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((entry) => phraseTokens(entry).join(' ')));
  return { controls: all(data.controls), sections: all(data.sections) };
}

const length = { least: 2, most: 16 };
/** Of a menu's words so many, at least, are parts of a site. */
const share = 0.4;
const punctuation = /["“”„«»():;?!]|,\s/u;
/** Between entries, and inside those of several words. */
const small = /^(?:&|\+|and|y|e|et|und|en|in|of|the|-|–)$/u;

/**
 * Whether a line is a menu whose marks are lost: parts of a site, one behind another, each with a capital
 * ('Home County Notebook Letters Births & brides', 'Sign in Subscribe Español').
 */
export function isMenuOfWords(text: string, tokens: readonly string[]): boolean {
  const count = wordCount(tokens);
  if (count < length.least || count > length.most || endsSentence(text) || punctuation.test(text))
    return false;
  const { entries, controls, covered } = entriesAmong(tokens);
  if (entries < 2) return false;
  return covered / count >= share && (controls > 0 || isCapitalised(text));
}

interface Entries {
  readonly entries: number;
  readonly controls: number;
  /** Words that belong to an entry. */
  readonly covered: number;
}

function entriesAmong(tokens: readonly string[]): Entries {
  const { controls, sections } = menuWords();
  const found = { entries: 0, controls: 0, covered: 0 };
  for (let at = 0; at < tokens.length; at += 1) {
    const pair = tokens.slice(at, at + 2).join(' ');
    const entry = [pair, tokens[at] ?? ''].find((words) => controls.has(words) || sections.has(words));
    if (entry === undefined) continue;
    const size = entry.split(' ').length;
    found.entries += 1;
    found.covered += size;
    if (controls.has(entry)) found.controls += 1;
    at += size - 1;
  }
  return found;
}

/** Whether most words begin with a capital: a sentence's do not. */
function isCapitalised(text: string): boolean {
  const all = text.split(/\s+/).filter((word) => !small.test(word));
  return all.filter((word) => /^\p{Lu}/u.test(word)).length >= all.length * 0.7;
}
