/** Lemma rules: by tag, the longest known ending of a word says what to take off and what to put on. A whole word is an ending too, marked ^. */

/** Take `strip` characters off the end, put `add` on. */
export interface LemmaRule {
  strip: number;
  add: string;
}

/** Rules of one tag by ending. */
export type TagRules = Map<string, LemmaRule>;

/** By `UPOS/XPOS`. */
export type LemmaRules = Map<string, TagRules>;

/** The longest ending that is looked for, beside the whole word. */
export const longestEnding = 6;

/** Lines `tag TAB ending TAB strip TAB add`; `#` comments. */
export function parseLemmaRules(text: string): LemmaRules {
  const rules: LemmaRules = new Map();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [tag = '', ending = '', strip = '0', add = ''] = line.split('\t');
    let ofTag = rules.get(tag);
    if (ofTag === undefined) rules.set(tag, (ofTag = new Map()));
    ofTag.set(ending, { strip: Number(strip), add });
  }
  return rules;
}

/** The rule for a lower-case word; undefined where none fits. */
export function findRule(rules: TagRules, word: string): LemmaRule | undefined {
  const whole = rules.get(`^${word}`);
  if (whole !== undefined) return whole;
  for (let length = Math.min(longestEnding, word.length); length >= 0; length--) {
    const rule = rules.get(word.slice(word.length - length));
    if (rule !== undefined && rule.strip <= word.length) return rule;
  }
  return undefined;
}

/** The rule that makes a lemma of a word. */
export function ruleBetween(word: string, lemma: string): LemmaRule {
  let common = 0;
  while (common < word.length && common < lemma.length && word[common] === lemma[common]) common++;
  return { strip: word.length - common, add: lemma.slice(common) };
}
