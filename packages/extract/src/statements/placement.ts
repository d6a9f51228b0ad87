import { child, dominates, headOfSpan, tokenOf, type AnnotatedDocument } from '@dragoman/nlp';
import type { Cue } from './cues.ts';
import { isInFrame, type PlacedQuotation, type QuotationLayout } from './layout.ts';

/** How far, in tokens, a cue may stand from the mark that it introduces or follows. */
const NEAR = 14;
/** A quotation of so few words without an end is a fragment: it is not carried over from an earlier speaker. */
const FRAGMENT = 5;

export const isWithin = (token: number, quotation: PlacedQuotation): boolean =>
  token >= quotation.tokens.start && token < quotation.tokens.end;

export function sentencesOf(doc: AnnotatedDocument, quotation: PlacedQuotation): Set<number> {
  const { start, end } = quotation.tokens;
  return new Set([tokenOf(doc, start).sentence, tokenOf(doc, end - 1).sentence]);
}

/** '"…," said X', '"…," X told reporters': no sentence ends and no other quotation stands between. */
export function followsDirectly(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cue: Cue,
): boolean {
  const from = quotation.tokens.end;
  const begins = Math.min(cue.token, cue.source ?? cue.token);
  if (cue.token < from || begins - from > NEAR || cue.token - from > NEAR * 3) return false;
  if (doc.text.charAt(quotation.end - 1) === '.' && cue.kind !== 'label' && !isBare(doc, cue)) return false;
  if (SUBORDINATING.has(doc.tokens.slice(from, from + 3).find(({ upos }) => upos !== 'PUNCT')?.lower ?? ''))
    return false;
  return isPlainBetween(doc, layout, from, cue.token, quotation);
}

/** '"…." Ana Lopes said.': a clause that says nothing but who speaks goes with the words before it, whatever mark they end with; not 'Ana Lopes declined to comment.' */
const isBare = (doc: AnnotatedDocument, { token, source, kind, content }: Cue): boolean =>
  kind === 'speech' &&
  source !== undefined &&
  source < token &&
  content === undefined &&
  doc.tokens[token - 1]?.lower !== 'to' &&
  /^[.]$/.test(doc.tokens[token + 1]?.text ?? '');

/** '"…," when X criticised him': a clause of another matter. */
const SUBORDINATING = new Set([
  'when',
  'while',
  'after',
  'before',
  'because',
  'since',
  'although',
  'though',
  'if',
  'unless',
  'until',
  'where',
  'whose',
  'but',
  'and',
]);

/** 'X said: "…"', 'X told reporters in Y, "…"'. */
export function introduces(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cue: Cue,
): boolean {
  const to = quotation.tokens.start;
  if (cue.token >= to || to - cue.token > NEAR * 2) return false;
  const gap = doc.text.slice(tokenOf(doc, cue.token).end, quotation.outerStart).trimEnd();
  const leadsIn = /[,:]$/.test(gap) || gap === '' || /\b(?:that|as)$/.test(gap);
  if (!leadsIn || (/\bas$/.test(gap) && hasVerbBetween(doc, cue.token, to))) return false;
  return isPlainBetween(doc, layout, cue.token + 1, to, quotation);
}

/** 'said he leaked it, a charge she brushed aside as “…”': a nearer verb in a tense with a subject of its own. */
function hasVerbBetween(doc: AnnotatedDocument, from: number, to: number): boolean {
  return doc.tokens
    .slice(from + 1, to)
    .some(({ i, xpos }) => /^VB[DPZ]$/.test(xpos ?? '') && child(doc, i, 'nsubj') !== undefined);
}

function isPlainBetween(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  from: number,
  to: number,
  quotation: PlacedQuotation,
): boolean {
  for (let at = from; at < to; at += 1) {
    if (!isInFrame(layout, at, quotation)) return false;
    const { lower } = tokenOf(doc, at);
    if (lower === '.' || lower === '?' || lower === '!') return false;
  }
  return true;
}

/** Whether the quoted words hang on a cue, or on the clause that an 'according to' or a noun goes with. */
export function governs(doc: AnnotatedDocument, quotation: PlacedQuotation, cue: Cue): boolean {
  const head = headOfSpan(doc, quotation.tokens).i;
  const above = cue.kind === 'prepositional' || cue.kind === 'noun' ? cue.content : cue.token;
  return above !== undefined && (above === head || dominates(doc, above, head));
}

export function nearest(cues: readonly Cue[], quotation: PlacedQuotation): Cue | undefined {
  const distance = (cue: Cue): number =>
    cue.token < quotation.tokens.start
      ? quotation.tokens.start - cue.token
      : cue.token - quotation.tokens.end;
  return cues.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Whether the quoted words are part of the article's own sentence: a few words, or words that begin small. */
export function isPart(doc: AnnotatedDocument, quotation: PlacedQuotation): boolean {
  const words = doc.text.slice(quotation.start, quotation.end);
  if (/^\p{Ll}/u.test(words)) return true;
  const isShort = quotation.tokens.end - quotation.tokens.start < FRAGMENT;
  return isShort && !(/^\p{Lu}/u.test(words) && /[.!?]$/.test(words));
}

/** Whether the cue stands right before the opening mark, and no earlier quotation ends right before its clause: 'that he said, "…"'. */
export function opensRightBefore(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cue: Cue,
): boolean {
  const gap = doc.text.slice(tokenOf(doc, cue.token).end, quotation.outerStart).trim();
  if (!/^[,:]?$/.test(gap)) return false;
  const begins = Math.min(cue.token, cue.source ?? cue.token);
  const before = doc.tokens[begins - 1];
  return before === undefined || !/^[,"”’'»]$/.test(before.text) || !isQuotedNear(layout, begins);
}

const isQuotedNear = (layout: QuotationLayout, token: number): boolean =>
  [1, 2, 3].some((back) => (layout.quotationAt[token - back] ?? -1) >= 0);
