import { type AnnotatedDocument, hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { isPossessive } from '../runs.ts';
import type { NameSpan } from '../spans.ts';

/** 'ACTU', 'MBDA'; 'OPEC+'. */
const acronym = /^\p{Lu}{3,12}\+?$/u;

/** How far a sentence of capitals only, as headlines are, is told by: words in small letters of which it has fewer than this. */
const fewestSmall = 3;

/** Bodies called by capitals that no model took for a name, by how they stand: 'ACTU assistant secretary X', 'the association APRAPAM', 'MBDA pockets an order'. */
export function unseenBodies(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  return document.tokens.flatMap((token): NameSpan[] => {
    const kind =
      acronym.test(token.text) && isFree(token, tools) ? kindOfAcronym(document, token, tools) : undefined;
    if (kind === undefined) return [];
    return [
      {
        first: token.i,
        last: token.i,
        kind: 'group',
        groupKind: kind,
        rule: 'names.unseen',
        confidence: 0.65,
        readings: [],
      },
    ];
  });
}

/** No word that stands in capitals for something else. */
function isFree({ lower }: Token, { heads, titles }: SpanTools): boolean {
  const { notNames } = heads.lexicons;
  return (
    !notNames.words.has(lower) &&
    !notNames.heads.has(lower) &&
    !notNames.times.has(lower) &&
    titles.wordOf(lower) === undefined
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
