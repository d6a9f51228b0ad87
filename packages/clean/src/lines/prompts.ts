import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import { endsSentence } from './signals.ts';
import { phraseTokens, wordCount } from './tokens.ts';

const byLanguage = z.record(z.string(), z.array(z.string()).nonempty());
const fileSchema = z.strictObject({
  requests: byLanguage,
  firmRequests: byLanguage,
  offers: byLanguage,
  sharedOffers: byLanguage,
  ourselves: byLanguage,
  reader: byLanguage,
  reported: z.array(z.string()).nonempty(),
});

type Words = { readonly [list in keyof z.infer<typeof fileSchema>]: ReadonlySet<string> };

let shipped: Words | undefined;

/** The words of `data/prompts.yaml`, read once. Throws where the file does not fit its schema. */
function promptWords(): Words {
  shipped ??= readWords(new URL('../../data/prompts.yaml', import.meta.url));
  return shipped;
}

function readWords(file: URL): Words {
  const data = fileSchema.parse(parse(readFileSync(file, 'utf8')));
  const all = (lists: Record<string, readonly string[]>): ReadonlySet<string> =>
    new Set(Object.values(lists).flat().flatMap(phraseTokens));
  return {
    requests: all(data.requests),
    firmRequests: all(data.firmRequests),
    offers: all(data.offers),
    sharedOffers: all(data.sharedOffers),
    ourselves: all(data.ourselves),
    reader: all(data.reader),
    reported: new Set(data.reported),
  };
}

const longestPrompt = 24;
const longestLabel = 14;
const quotation = /["“”„«»「」『』]/u;
const clauses = /[.!?:;,–—…]+\s*/u;

/**
 * Whether a line asks its reader for something on the page's behalf ('Like what you read? Buy us a coffee').
 * A whole sentence must ask, speak of the page or to the reader, and name what outlets ask for; of a line that
 * does not end as a sentence less is asked. Quotations and reports of speech are left alone.
 */
export function isPrompt(text: string, tokens: readonly string[]): boolean {
  const words = wordCount(tokens);
  if (words < 2 || words > longestPrompt || reportsSpeech(text, tokens)) return false;
  const lists = promptWords();
  const has = (list: ReadonlySet<string>): boolean => tokens.some((token) => list.has(token));
  const ofItself = has(lists.ourselves);
  const offers = tokens.filter(
    (token) => lists.offers.has(token) || (ofItself && lists.sharedOffers.has(token)),
  );
  const ends = endsSentence(text);
  if (!ends && words > longestLabel) return false;
  if (offers.length === 0) return !ends && ofItself && asks(text, lists.requests);
  if (!ends && ofItself) return true;
  const toReader = ofItself || has(lists.reader);
  if (!ends) return (toReader && asks(text, lists.requests)) || asks(text, lists.firmRequests);
  const several = new Set(offers).size > 1;
  if (toReader && several) return true;
  return (toReader || several) && asks(text, lists.requests);
}

/** Whether a line quotes somebody, or tells what somebody said. */
export function reportsSpeech(text: string, tokens: readonly string[]): boolean {
  return quotation.test(text) || tokens.some((token) => promptWords().reported.has(token));
}

/** Whether one of a line's clauses begins with what pages ask of their readers. */
export const opensWithRequest = (text: string): boolean => asks(text, promptWords().requests);

/** Whether a line names what outlets ask for and offer. */
export const namesOffer = (tokens: readonly string[]): boolean =>
  tokens.some((token) => promptWords().offers.has(token));

/** Whether one of a line's clauses begins with a request, 'please' aside. */
function asks(text: string, requests: ReadonlySet<string>): boolean {
  return text.split(clauses).some((clause) => {
    const [first, second] = phraseTokens(clause);
    return requests.has(first === 'please' ? (second ?? '') : (first ?? ''));
  });
}
