import { type AnnotatedDocument, hasRelation, headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isPossessive } from './runs.ts';
import type { NameSpan } from './spans.ts';

/** 'ACTU', 'MBDA'; 'OPEC+'. */
const acronym = /^\p{Lu}{3,12}\+?$/u;
/** 'Opagac'. */
const capitalWord = /^\p{Lu}\p{Ll}{2,}$/u;

/** How far a sentence of capitals only, as headlines are, is told by: words in small letters of which it has fewer than this. */
const fewestSmall = 3;

/**
 * Bodies of one word that no model took for a name, by how they stand: 'ACTU assistant secretary X', 'the association APRAPAM', 'MBDA pockets
 * an order', and 'Opagac, which groups the owners, hailed it'.
 */
export function unseenBodies(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const found = new Map<string, string>();
  const at: { readonly token: Token; readonly kind: string }[] = [];
  for (const token of document.tokens) {
    const isAcronym = acronym.test(token.text);
    if (!isAcronym && !capitalWord.test(token.text)) continue;
    if (!isFree(token, tools)) continue;
    const kind = isAcronym ? kindOfAcronym(document, token, tools) : kindOfWord(document, token, tools);
    if (kind === undefined) continue;
    if (isAcronym) at.push({ token, kind });
    else found.set(token.text, kind);
  }
  const words = occurrencesOf(
    document,
    [...found.keys()].map((text) => text.toLowerCase()),
  ).flatMap((token) => {
    const kind = found.get(token.text);
    return kind === undefined ? [] : [{ token, kind }];
  });
  return [...at, ...words].map(({ token, kind }) => ({
    first: token.i,
    last: token.i,
    kind: 'group' as const,
    groupKind: kind,
    rule: 'names.unseen',
    confidence: 0.65,
    readings: [],
  }));
}

/** No word that stands in capitals for something else. */
function isFree({ lower, text }: Token, { heads, titles, known }: SpanTools): boolean {
  const { notNames } = heads.lexicons;
  return (
    !notNames.words.has(lower) &&
    !notNames.heads.has(lower) &&
    !notNames.times.has(lower) &&
    titles.wordOf(lower) === undefined &&
    (acronym.test(text) || known.lookup(text).length === 0)
  );
}

function kindOfAcronym(document: AnnotatedDocument, token: Token, tools: SpanTools): string | undefined {
  if (isShouted(document, token) || /^(NUM|PRON|DET|ADP|CCONJ|SCONJ|AUX|PART)$/.test(token.upos))
    return undefined;
  const { tokens } = document;
  const [before, next] = [tokens[token.i - 1], tokens[token.i + 1]];
  if (next === undefined || next.text === '-' || before?.text === '-' || next.upos === 'NUM')
    return undefined;
  const announced = announcedBy(before?.text === ',' ? tokens[token.i - 2] : before, tools);
  if (announced !== undefined) return announced;
  const isNoun = /^(PROPN|NOUN|ADJ|X)$/.test(token.upos);
  return standsAsOwner(document, token, tools) || (isNoun && acts(document, token, tools))
    ? 'other'
    : undefined;
}

/** A word that a clause on what it does takes up: 'Opagac, which groups …', or that has what companies have: "Basketly's founder". */
function kindOfWord(document: AnnotatedDocument, token: Token, tools: SpanTools): string | undefined {
  if (ownsCompany(document, token, tools)) return 'company';
  if (!/^(PROPN|INTJ|X)$/.test(token.upos) || tools.heads.lexicons.givenNames.has(token.lower))
    return undefined;
  const [comma, relative, verb] = [1, 2, 3].map((step) => document.tokens[token.i + step]);
  const { does, acts: acting } = tools.heads.lexicons.groupHeads.bodily;
  const { does: trading, reports } = tools.heads.lexicons.groupHeads.trades;
  const isTakenUp = comma?.text === ',' && relative?.lower === 'which' && verb?.upos === 'VERB';
  const isDeed = [does, acting, trading, reports, represents].some((verbs) => verbs.has(verb?.lemma ?? ''));
  return isTakenUp && isDeed ? 'other' : undefined;
}

/** "Basketly's founder", "Basketly's shares". */
function ownsCompany(
  { tokens }: AnnotatedDocument,
  { i, upos, sentence, lower }: Token,
  { heads }: SpanTools,
): boolean {
  const mark = tokens[i + 1];
  if (mark === undefined || !isPossessive(mark) || !/^(PROPN|ADV|ADJ|X|INTJ)$/.test(upos)) return false;
  const { owns } = heads.lexicons.groupHeads.trades;
  if (heads.lexicons.givenNames.has(lower) || /day$|^(tonight|tomorrow|now|here)$/.test(lower)) return false;
  const [noun, next] = [tokens[i + 2], tokens[i + 3]];
  const phrase = `${noun?.lower ?? ''} ${next?.lower ?? ''}`;
  return (
    noun?.sentence === sentence &&
    (owns.has(noun.lemma) ||
      /^(founder|co-founder|cofounder|ceo|chief executive|managing director)\b/.test(phrase))
  );
}

/** What unions and lobbies do. */
const represents: ReadonlySet<string> = new Set(['represent', 'group', 'speak', 'have', 'employ', 'lobby']);

/** 'the association APRAPAM', 'missile house MBDA', 'the union, UTIC,'. */
function announcedBy(noun: Token | undefined, { heads }: SpanTools): string | undefined {
  if (noun?.upos !== 'NOUN' || noun.xpos === 'NNS' || !/^\p{Ll}/u.test(noun.text)) return undefined;
  return heads.commonKind(noun.lower) ?? heads.groupKind([noun.lower]);
}

/** 'ACTU assistant secretary X', "APRAPAM's chairman". */
function standsAsOwner({ tokens }: AnnotatedDocument, token: Token, { titles }: SpanTools): boolean {
  let at = token.i + 1;
  if (tokens[at] !== undefined && isPossessive(tokens[at] as Token)) at++;
  for (const end = at + 4; at < end; at++) {
    const word = tokens[at];
    if (word === undefined || !/^(NOUN|ADJ|PROPN)$/.test(word.upos) || /^\p{Lu}/u.test(word.text))
      return false;
    if (titles.postKind(word.lower) !== undefined) return true;
  }
  return false;
}

function acts(document: AnnotatedDocument, token: Token, { heads }: SpanTools): boolean {
  const verb = headOf(document, token.i);
  const { does, acts: acting } = heads.lexicons.groupHeads.bodily;
  return (
    hasRelation(token, 'nsubj') &&
    verb?.upos === 'VERB' &&
    verb.i > token.i &&
    (does.has(verb.lemma) || acting.has(verb.lemma))
  );
}

/** Is a sentence in capitals, or a title with little else? */
function isShouted({ sentences, tokens }: AnnotatedDocument, { sentence }: Token): boolean {
  const { first = 0, last = -1 } = sentences[sentence] ?? {};
  return tokens.slice(first, last + 1).filter(({ text }) => /^\p{Ll}{2,}$/u.test(text)).length < fewestSmall;
}
