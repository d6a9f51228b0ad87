import { namesOffer, opensWithRequest, reportsSpeech } from './prompts.ts';
import { readerWords } from './reader-words.ts';

/** Whether the page speaks to its reader in a line; words that it quotes or reports are somebody else's. */
export function speaksToReader(text: string, tokens: readonly string[], language: string | null): boolean {
  if (reportsSpeech(text, tokens)) return false;
  const { address, self } = readerWords(language);
  const words = wordsIn(text);
  if (words.some((word) => addressed(word, address))) return true;
  const asks = opensWithRequest(text);
  const offers = namesOffer(tokens);
  return words.some((word) => self.has(word.toLowerCase())) ? asks || offers : asks && offers;
}

const addressed = (word: string, address: ReadonlySet<string>): boolean =>
  address.has(word) || address.has(word.toLowerCase());

const word = /[\p{L}\p{M}']+/gu;
const opensSentence = /(?:^|[.!?:–—])\W*$/u;

/** The words as they are written, in lower case where a sentence begins; without acronyms: 'the US' is not 'us'. */
function wordsIn(text: string): string[] {
  const line = text.normalize('NFKC').replaceAll('’', "'");
  if (line === line.toUpperCase()) return line.toLowerCase().match(word) ?? [];
  return [...line.matchAll(word)].flatMap(({ 0: found, index }) => {
    if (isAcronym(found)) return [];
    return opensSentence.test(line.slice(Math.max(0, index - 4), index)) ? found.toLowerCase() : found;
  });
}

const isAcronym = (found: string): boolean =>
  found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase();
