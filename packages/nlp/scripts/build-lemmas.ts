/**
 * Learns data/lemmas.tsv from the treebanks: per tag, which ending loses and gains which letters, and the words that follow no ending.
 * Usage: build-lemmas.ts FOLDER, the folder with ewt-train.json.gz and gum-train.json.gz.
 */
import { gunzipSync } from 'node:zlib';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { derive } from '../src/lemma/lemmatise.ts';
import { type LemmaRule, longestEnding, ruleBetween, type TagRules } from '../src/lemma/rules.ts';

interface TreebankSentence {
  w: string[];
  l: string[];
  u: string[];
  x: string[];
}

/** Word to lemma to count. */
type Counts = Map<string, Map<string, number>>;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: build-lemmas.ts FOLDER');

const byTag = new Map<string, Counts>();

function count(tag: string, word: string, lemma: string, times: number): void {
  let words = byTag.get(tag);
  if (words === undefined) byTag.set(tag, (words = new Map()));
  let lemmas = words.get(word);
  if (lemmas === undefined) words.set(word, (lemmas = new Map()));
  lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + times);
}

for (const name of ['ewt-train', 'gum-train']) {
  const sentences = JSON.parse(
    gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString('utf8'),
  ) as TreebankSentence[];
  for (const { w, l, u, x } of sentences) {
    w.forEach((word, i) => {
      const upos = u[i] ?? '';
      const keepsCase = upos === 'PROPN' || upos === 'X';
      const lemma = l[i] ?? word;
      count(
        `${upos}/${x[i]}`,
        word.toLowerCase().replace(/[’‘]/g, "'"),
        keepsCase ? lemma.toLowerCase() : lemma,
        1,
      );
    });
  }
}

/** Counts more than any slip in the treebanks. */
const certain = 1000;
const irregular = load(readFileSync(new URL('../data/irregular.yaml', import.meta.url), 'utf8')) as Record<
  string,
  [string, string]
>;
for (const [base, [past, participle]] of Object.entries(irregular)) {
  count('VERB/VBD', past, base, certain);
  count('VERB/VBN', participle, base, certain);
}

/** The regular forms of a verb; where the last consonant may be doubled both spellings ('cancelled', 'canceled'). */
function regularForms(base: string): { past: string[]; gerund: string[]; third: string } {
  const doubled = /[aeiou][bdglmnprt]$/.test(base) ? [`${base}${base.at(-1)}`] : [];
  if (base.endsWith('e')) {
    const stem = base.slice(0, -1);
    return {
      past: [`${base}d`],
      gerund: [base.endsWith('ee') ? `${base}ing` : `${stem}ing`],
      third: `${base}s`,
    };
  }
  const stem = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i` : base;
  const third = stem === base && !/(?:s|x|z|ch|sh)$/.test(base) ? `${base}s` : `${stem}es`;
  return {
    past: [stem, ...doubled].map((form) => `${form}ed`),
    gerund: [base, ...doubled].map((form) => `${form}ing`),
    third,
  };
}

const regular = load(readFileSync(new URL('../data/regular.yaml', import.meta.url), 'utf8')) as string[];
for (const base of regular) {
  const { past, gerund, third } = regularForms(base);
  for (const form of past) for (const tag of ['VERB/VBD', 'VERB/VBN']) count(tag, form, base, certain);
  for (const form of gerund) count('VERB/VBG', form, base, certain);
  count('VERB/VBZ', third, base, certain);
}

const majority = (lemmas: Map<string, number>): string =>
  [...lemmas].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
const same = (a: LemmaRule | undefined, b: LemmaRule): boolean =>
  a !== undefined && a.strip === b.strip && a.add === b.add;

/** The rule most word types with an ending follow, if at least two do (one for the empty ending). */
function bestRules(types: [string, string][]): TagRules {
  const votes = new Map<string, Map<string, number>>();
  for (const [word, lemma] of types) {
    const rule = ruleBetween(word, lemma);
    for (let length = 0; length <= Math.min(longestEnding, word.length); length++) {
      if (rule.strip > length) continue;
      const ending = word.slice(word.length - length);
      let ofEnding = votes.get(ending);
      if (ofEnding === undefined) votes.set(ending, (ofEnding = new Map()));
      const key = `${rule.strip}\t${rule.add}`;
      ofEnding.set(key, (ofEnding.get(key) ?? 0) + 1);
    }
  }
  const rules: TagRules = new Map();
  for (const ending of [...votes.keys()].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const [key = '', support = 0] =
      [...(votes.get(ending) ?? [])].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
    if (support < 2 && ending !== '') continue;
    const [strip = '0', add = ''] = key.split('\t');
    const rule = { strip: Number(strip), add };
    let shorter: LemmaRule | undefined;
    for (let cut = 1; cut <= ending.length && shorter === undefined; cut++)
      shorter = rules.get(ending.slice(cut));
    if (!same(shorter, rule)) rules.set(ending, rule);
  }
  return rules;
}

const lines = [
  '# Learned by scripts/build-lemmas.ts from UD English EWT and GUM (CC BY-SA 4.0; see ATTRIBUTION.md). Tag, ending (^ whole word), characters off, on.',
];
for (const tag of [...byTag.keys()].toSorted()) {
  const words = byTag.get(tag) ?? new Map<string, Map<string, number>>();
  const types = [...words]
    .map(([word, lemmas]): [string, string] => [word, majority(lemmas)])
    .toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
  const rules = bestRules(types);
  for (const [word, lemma] of types) {
    const times = words.get(word)?.get(lemma) ?? 0;
    if (times >= 2 && derive(word, rules, true) !== lemma) rules.set(`^${word}`, ruleBetween(word, lemma));
  }
  for (const [ending, { strip, add }] of rules)
    if (ending !== '' || strip > 0 || add !== '') lines.push([tag, ending, strip, add].join('\t'));
}
writeFileSync(new URL('../data/lemmas.tsv', import.meta.url), `${lines.join('\n')}\n`);
process.stdout.write(`${lines.length - 1} rules\n`);
