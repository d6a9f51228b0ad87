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
  periodicals: byLanguage,
  terms: byLanguage,
  shown: byLanguage,
  pointers: byLanguage,
  ourselves: byLanguage,
  reader: byLanguage,
  reported: z.array(z.string()).nonempty(),
});

type Lists = Omit<z.infer<typeof fileSchema>, 'terms'>;
type Words = { readonly [list in keyof Lists]: ReadonlySet<string> } & { readonly terms: readonly string[] };

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
    periodicals: all(data.periodicals),
    shown: all(data.shown),
    pointers: all(data.pointers),
    terms: Object.values(data.terms)
      .flat()
      .map((term) => ` ${phraseTokens(term).join(' ')} `),
    ourselves: all(data.ourselves),
    reader: all(data.reader),
    reported: new Set(data.reported),
  };
}

const longestPrompt = 24;
const longestLabel = 14;
const quotation = /["“”„«»「」『』]/u;
const betweenClauses = /[.!?:;,–—…]+\s*/u;

/**
 * Whether a line asks its reader for something on the page's behalf ('Like what you read? Buy us a coffee').
 * A whole sentence must ask, speak of the page or to the reader, and name what outlets ask for; of a line that
 * does not end as a sentence less is asked. Quotations and reports of speech are left alone.
 */
export function isPrompt(text: string, tokens: readonly string[]): boolean {
  const words = wordCount(tokens);
  if (words < 2 || words > longestPrompt) return false;
  if (pointsBelow(tokens)) return true;
  if (reportsSpeech(text, tokens)) return false;
  const lists = promptWords();
  const has = (list: ReadonlySet<string>): boolean => tokens.some((token) => list.has(token));
  const ofItself = has(lists.ourselves);
  const offers = tokens.filter(
    (token) => lists.offers.has(token) || (ofItself && lists.sharedOffers.has(token)),
  );
  const ends = endsSentence(text);
  const said = once(() => clausesOf(text));
  if (offersByTheDay(said, tokens, offers.length)) return true;
  if (!ends && words > longestLabel) return false;
  if (offers.length === 0) return !ends && ofItself && asks(said(), lists.requests);
  if (!ends && ofItself) return true;
  const toReader = ofItself || has(lists.reader);
  if (!ends) return (toReader && asks(said(), lists.requests)) || asks(said(), lists.firmRequests);
  const several = new Set(offers).size > 1;
  if (toReader && several) return true;
  return (toReader || several) && asks(said(), lists.requests);
}

/**
 * Whether a line asks for a subscription in so many words: a firm request beside what outlets send, or a request beside
 * two such things, or beside one and how often it comes or what it costs ('Get the Brief every day at seven').
 */
function offersByTheDay(said: () => Clauses, tokens: readonly string[], offers: number): boolean {
  const lists = promptWords();
  const sent = tokens.filter(
    (token) => lists.periodicals.has(token) || lists.sharedOffers.has(token) || lists.offers.has(token),
  );
  const periodicals = sent.filter((token) => lists.periodicals.has(token)).length;
  if (periodicals + offers === 0 || !asks(said(), lists.requests)) return false;
  if (asks(said(), lists.firmRequests) && (periodicals > 0 || asksShortly(said()))) return true;
  const line = ` ${tokens.join(' ')} `;
  return new Set(sent).size > 1 || lists.terms.some((term) => line.includes(term));
}

/** Whether a line sends its reader to what stands beside it: 'Watch the full trailer below.' */
function pointsBelow(tokens: readonly string[]): boolean {
  const said = tokens.filter((token) => token !== ':');
  const { shown, pointers } = promptWords();
  return shown.has(said[0] ?? '') && pointers.has(said.at(-1) ?? '');
}

/** A clause no longer than this that begins with a firm request is nothing else: 'Join them.' */
const shortClause = 3;

const asksShortly = (said: Clauses): boolean =>
  said.some((clause) => wordCount(clause) <= shortClause && beginsWith(clause, promptWords().firmRequests));

/** Whether a line quotes somebody, or tells what somebody said. */
export function reportsSpeech(text: string, tokens: readonly string[]): boolean {
  return quotation.test(text) || tokens.some((token) => promptWords().reported.has(token));
}

/** Whether one of a line's clauses begins with what pages ask of their readers. */
export const opensWithRequest = (text: string): boolean => asks(clausesOf(text), promptWords().requests);

/** Whether a line names what outlets ask for and offer. */
export const namesOffer = (tokens: readonly string[]): boolean =>
  tokens.some((token) => promptWords().offers.has(token));

/** The tokens of each of a line's clauses. */
type Clauses = ReadonlyArray<readonly string[]>;

const clausesOf = (text: string): Clauses => text.split(betweenClauses).map(phraseTokens);

/** Whether one of a line's clauses begins with a request. */
const asks = (said: Clauses, requests: ReadonlySet<string>): boolean =>
  said.some((clause) => beginsWith(clause, requests));

/** Whether a clause begins with a request, 'please' aside. */
function beginsWith([first, second]: readonly string[], requests: ReadonlySet<string>): boolean {
  return requests.has(first === 'please' ? (second ?? '') : (first ?? ''));
}

/** What is made when it is first asked for, and kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
