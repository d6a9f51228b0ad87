/** Base forms by tag and ending. The rules (data/lemmas.tsv) are learned from the treebanks by scripts/build-lemmas.ts. */
import { readFileSync } from 'node:fs';
import type { Upos } from '../document.ts';
import { findRule, type LemmaRules, parseLemmaRules, type TagRules } from './rules.ts';

let loaded: LemmaRules | undefined;
const memo = new Map<string, string>();
const memoLimit = 40_000;

function lemmaRules(): LemmaRules {
  loaded ??= parseLemmaRules(readFileSync(new URL('../../data/lemmas.tsv', import.meta.url), 'utf8'));
  return loaded;
}

/** The tag that rules are found under; names keep their case, all else is lower-cased. */
export function lemmaTag(upos: Upos, xpos: string): string {
  return `${upos}/${xpos}`;
}

/**
 * The lemma of a word: 'said' VERB -> 'say', 'Americans' PROPN -> 'American'. Never empty.
 * `xpos` is the Penn tag, which tells number and tense; without it endings are left on where the tag alone does not tell.
 */
export function lemmatise(word: string, upos: Upos, xpos = ''): string {
  const key = `${word} ${upos} ${xpos}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= memoLimit) memo.clear();
  const lemma = derive(word, lemmaRules().get(lemmaTag(upos, xpos)), upos === 'PROPN' || upos === 'X');
  memo.set(key, lemma);
  return lemma;
}

/** Applies the rules of a tag to a word. */
export function derive(word: string, rules: TagRules | undefined, keepCase: boolean): string {
  const lower = word.toLowerCase().replace(/[’‘]/g, "'");
  const base = keepCase && lower.length === word.length ? word : lower;
  const rule = rules === undefined ? undefined : findRule(rules, lower);
  if (rule === undefined) return base;
  return base.slice(0, base.length - rule.strip) + rule.add || base;
}
