import { type AnnotatedDocument, hasRelation, headOfSpan } from '@dragoman/nlp';
import type { HeadWords } from '../head-words.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, isSmallNoun } from '../text.ts';

/** 'two companies, Sava Optika and Kolubara Logistics': one of the names behind a plural word for bodies. */
export function inListOfBodies(document: AnnotatedDocument, span: NameSpan, heads: HeadWords): boolean {
  const { tokens } = document;
  let at = span.first - 1;
  while (
    at > 0 &&
    (/^(,|and|:)$/.test(tokens[at]?.text ?? '') || isCapitalised(tokens[at]?.text ?? '')) &&
    span.first - at < 14
  )
    at--;
  const noun = tokens[at];
  if (noun?.xpos !== 'NNS' || !/^[,:]$/.test(tokens[at + 1]?.text ?? '')) return false;
  return heads.commonKind(noun.lemma) !== undefined;
}

/** 'the state broadcaster, Radio X', 'the militia Y': a lower-case noun for a body that the name stands beside. */
export function apposedBody(
  document: AnnotatedDocument,
  span: NameSpan,
  { heads, titles }: SpanTools,
): boolean {
  const before = document.tokens[span.first - 1];
  const noun = before?.text === ',' ? document.tokens[span.first - 2] : undefined;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  // 'At her school, Joseph …': the name is the subject of the clause
  if (noun !== undefined && hasRelation(head, 'nsubj') && hasRelation(noun, 'obl')) return false;
  return (
    noun !== undefined &&
    isSmallNoun(noun) &&
    titles.postKind(noun.lower) === undefined &&
    (heads.groupKind([noun.lower]) !== undefined || heads.commonKind(noun.lower) !== undefined)
  );
}

/** 'Birių Krovinių Terminalas (BKT)': initials in brackets are a body's. */
export function isAbbreviated({ tokens }: AnnotatedDocument, { first, last }: NameSpan): boolean {
  const [open, letters, close] = [1, 2, 3].map((step) => tokens[last + step]?.text ?? '');
  const initials = tokens
    .slice(first, last + 1)
    .filter(({ text }) => isCapitalised(text))
    .map(({ text }) => text.slice(0, 1))
    .join('');
  return open === '(' && close === ')' && initials.length > 1 && letters === initials;
}

/** 'IG Metall, the union that …': what stands behind the comma is a word for a body, and for no post ('Rui Paz, the regional prosecutor'). */
export function describedAsBody(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const { tokens } = document;
  if (
    span.placeKind !== undefined ||
    span.readings.length > 0 ||
    tokens[span.last + 1]?.text !== ',' ||
    tokens[span.last + 2]?.upos !== 'DET' ||
    tools.heads.placeKind([tokens[span.last]?.lower ?? '']) !== undefined ||
    opensClause(document, span)
  )
    return false;
  const nouns = [3, 4, 5, 6].map((distance) => tokens[span.last + distance]);
  const noun = nouns
    .slice(0, -1)
    .find(
      (token, i) =>
        (isSmallNoun(token) || token?.text === 'NGO') &&
        !isSmallNoun(nouns[i + 1]) &&
        !/^(CCONJ|PART)$/.test(nouns[i + 1]?.upos ?? ''),
    );
  if (noun === undefined || isCapitalised(noun.text)) return noun?.text === 'NGO';
  if (tools.titles.postKind(noun.lower) !== undefined) return false;
  return (
    tools.heads.groupKind([noun.lower]) !== undefined || tools.heads.commonKind(noun.lower) !== undefined
  );
}

/** 'X, the presidency says': what stands behind the comma is the subject of a clause, and no apposition as in 'X, a firm based in Y'. */
function opensClause({ tokens }: AnnotatedDocument, { last }: NameSpan): boolean {
  const closing = tokens.slice(last + 3, last + 8).find(({ upos }) => !/^(ADJ|NOUN)$/.test(upos));
  return /^(VERB|AUX)$/.test(closing?.upos ?? '') && !/^VB[GN]$/.test(closing?.xpos ?? '');
}
