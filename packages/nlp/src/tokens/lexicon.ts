/** The word lists of the tokeniser and the sentence splitter, from data/tokens.yaml and data/sentences.yaml. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const words = z.array(z.string()).transform((list) => new Set(list));

const tokenLexiconSchema = z.strictObject({
  titles: words,
  abbreviations: words,
  capitalisedOnly: words,
  beforeDigit: words,
  clitics: words,
  cuts: z.record(z.string(), z.number().int().positive()).transform((map) => new Map(Object.entries(map))),
  bareNegations: words,
  prefixes: words,
  notPrefixes: words,
  units: words,
  endings: words,
  currencyLetters: words,
  apostropheWords: words,
  emoticons: words,
});

export type TokenLexicon = z.infer<typeof tokenLexiconSchema>;

const sentenceLexiconSchema = z.strictObject({
  starters: words,
  sureStarters: words,
  finalAbbreviations: words,
  openEnds: words,
});
export type SentenceLexicon = z.infer<typeof sentenceLexiconSchema>;

let loadedTokens: TokenLexicon | undefined;
let loadedSentences: SentenceLexicon | undefined;

function readYaml(name: string): unknown {
  return load(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
}

/** The tokeniser's lists, read on first use. */
export function tokenLexicon(): TokenLexicon {
  loadedTokens ??= tokenLexiconSchema.parse(readYaml('tokens.yaml'));
  return loadedTokens;
}

/** The sentence splitter's lists, read on first use. */
export function sentenceLexicon(): SentenceLexicon {
  loadedSentences ??= sentenceLexiconSchema.parse(readYaml('sentences.yaml'));
  return loadedSentences;
}
