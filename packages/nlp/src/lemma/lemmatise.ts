/** Base forms by tag and ending. The rules (data/lemmas.tsv) are learned from the treebanks by scripts/build-lemmas.ts. */
import { readFileSync } from 'node:fs';
import type { Upos } from '../document.ts';
import { interned } from '../tokens/interned.ts';
import { findRule, type LemmaRules, parseLemmaRules, type TagRules } from './rules.ts';

let loaded: LemmaRules | undefined;
/** What was found for the words of a tag, with its rules. */
interface TagLemmas {
  rules: TagRules | undefined;
  lemmas: Map<string, string>;
}

/** By part of speech, then by Penn tag. */
const memo = new Map<Upos, Map<string, TagLemmas>>();
/** Words kept for each tag. */
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
  const { rules, lemmas } = tagLemmas(upos, xpos);
  const known = lemmas.get(word);
  if (known !== undefined) return known;
  if (lemmas.size >= memoLimit) lemmas.clear();
  const lemma = interned(derive(word, rules, upos === 'PROPN' || upos === 'X'));
  lemmas.set(word, lemma);
  return lemma;
}

function tagLemmas(upos: Upos, xpos: string): TagLemmas {
  let ofUpos = memo.get(upos);
  if (ofUpos === undefined) memo.set(upos, (ofUpos = new Map()));
  let found = ofUpos.get(xpos);
  if (found === undefined) {
    found = { rules: lemmaRules().get(lemmaTag(upos, xpos)), lemmas: new Map() };
    ofUpos.set(xpos, found);
  }
  return found;
}

/** Applies the rules of a tag to a word. */
export function derive(word: string, rules: TagRules | undefined, keepCase: boolean): string {
  const lower = word.toLowerCase().replace(/[’‘]/g, "'");
  const base = keepCase && lower.length === word.length ? word : lower;
  const rule = rules === undefined ? undefined : findRule(rules, lower);
  if (rule === undefined) return base;
  return base.slice(0, base.length - rule.strip) + rule.add || base;
}
