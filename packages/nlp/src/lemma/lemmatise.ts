/** Base forms by tag and ending. The rules (data/lemmas.tsv) are learned from the treebanks by scripts/build-lemmas.ts. */
import { readFileSync } from 'node:fs';
import type { Upos } from '../document.ts';
import { findRule, type LemmaRules, parseLemmaRules, type TagRules } from './rules.ts';

let loaded: LemmaRules | undefined;
/** Lemmas of a tag by word. */
const memo = new Map<string, Map<string, string>>();
const memoLimit = 8000;

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
  const tag = lemmaTag(upos, xpos);
  let lemmas = memo.get(tag);
  if (lemmas === undefined || lemmas.size >= memoLimit) memo.set(tag, (lemmas = new Map()));
  const known = lemmas.get(word);
  if (known !== undefined) return known;
  const lemma = derive(word, lemmaRules().get(tag), upos === 'PROPN' || upos === 'X');
  lemmas.set(word, lemma);
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
