/** The tokeniser's word lists, from data/tokens.yaml. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
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

let loaded: TokenLexicon | undefined;

/** The word lists, read on first use. */
export function tokenLexicon(): TokenLexicon {
  loaded ??= tokenLexiconSchema.parse(
    parse(readFileSync(new URL('../../data/tokens.yaml', import.meta.url), 'utf8')),
  );
  return loaded;
}
