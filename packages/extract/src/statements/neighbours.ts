import { entityAt, hasRelation, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { fromColon, fromPredicate, fromSubject, onlyNamed } from './clause-speakers.ts';
import type { Cue } from './cues.ts';
import { isInFrame, type PlacedQuotation, type QuotationLayout } from './layout.ts';
import { isPart } from './placement.ts';
import { speakingOf, type Speaking } from './speaking.ts';
import type { WordNouns } from './word-nouns.ts';

/** A whole quoted sentence beside a sentence that has a cue, in one paragraph: 'X was not impressed, he said. "…"' */
export function nextTo(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
): Speaking | undefined {
  if (isPart(doc, quotation)) return undefined;
  const earlier = cues.findLast(
    (cue) =>
      cue.token < quotation.tokens.start &&
      cue.kind === 'speech' &&
      cue.source !== undefined &&
      !isByTheWay(doc, cue),
  );
  const isTold = earlier !== undefined && !isQuotedBetween(layout, earlier.token, quotation);
  const gap = isTold
    ? tokenOf(doc, quotation.tokens.start).sentence - tokenOf(doc, earlier.token).sentence
    : Infinity;
  return gap <= 1
    ? speakingOf(quotation, 'next-to', earlier?.source, earlier)
    : subjectOfSentenceBefore(doc, layout, quotation);
}

/** 'When Rui Paz asked about it, Ana Lopes shrugged.': what a clause before the main one tells. */
const isByTheWay = (doc: AnnotatedDocument, { token }: Cue): boolean => {
  const { deprel, head } = tokenOf(doc, token);
  return deprel.startsWith('advcl') && head > token;
};

/** '“…,” Rui Paz said. Ana Lopes shook her head. “…”': a person whom the sentence right before a whole quoted one tells of, in its paragraph, speaks it. */
export function fromBeat(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
): Speaking | undefined {
  const speaking = subjectOfSentenceBefore(doc, layout, quotation);
  if (speaking?.source === undefined || isPart(doc, quotation)) return undefined;
  const { i, sentence, lower } = tokenOf(doc, speaking.source);
  const isPerson = entityAt(doc, i)?.kind === 'PER' || /^s?he$/.test(lower);
  const isSilent = !cues.some(
    ({ token, kind }) => kind === 'speech' && tokenOf(doc, token).sentence === sentence,
  );
  return isPerson && isSilent && layout.paragraphAt[i] === quotation.paragraph ? speaking : undefined;
}

/**
 * 'Ana Lopes was blunter. “…”': the main subject of the sentence right before a whole quoted one; 'Then there is Ana Lopes. “…”': where
 * the subject is nobody, the one whom it names. In the paragraph, or at the end of the one before.
 */
function subjectOfSentenceBefore(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
): Speaking | undefined {
  if (!/[.!?…]$/.test(doc.text.slice(quotation.start, quotation.end))) return undefined;
  const before = doc.tokens[quotation.tokens.start - 2];
  const bounds =
    before !== undefined && /^[.!?]$/.test(before.text) ? doc.sentences[before.sentence] : undefined;
  if (bounds === undefined || quotation.paragraph - (layout.paragraphAt[bounds.last] ?? 0) > 1)
    return undefined;
  const tokens = doc.tokens
    .slice(bounds.first, bounds.last + 1)
    .filter(({ i }) => isInFrame(layout, i, quotation));
  const subject = tokens.find(
    (token) => hasRelation(token, 'nsubj') && doc.tokens[token.head]?.deprel === 'root',
  );
  const named = onlyNamed(doc, tokens) ?? predicate(tokens);
  const source = subject?.i ?? named;
  return source === undefined
    ? undefined
    : { ...speakingOf(quotation, 'next-to', source, undefined), otherwise: named };
}

/** 'Among them was the mayor.', 'That is the view of the mayor.': the noun that a sentence without a person ends in. */
function predicate(tokens: readonly Token[]): number | undefined {
  const last = tokens.findLast(({ upos }) => upos !== 'PUNCT');
  return last?.upos === 'NOUN' ? last.i : undefined;
}

/** 'The governor added:' above words set apart: the last cue of the line, else the subject of the clause that ends in its colon. */
export function fromLineAbove(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
  words: WordNouns,
): Speaking {
  const cue = cues.findLast(
    ({ token, kind, source }) =>
      layout.paragraphAt[token] === quotation.paragraph - 1 && kind === 'speech' && source !== undefined,
  );
  if (cue !== undefined) return speakingOf(quotation, 'introduced', cue.source, cue);
  return fromColon(doc, layout, quotation, words) ?? speakingOf(quotation, 'none', undefined, undefined);
}

/** A paragraph that is a quotation and nothing else, below a sentence that reports what somebody says: 'X admitted that he was late. ¶ "…"' */
export function below(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
): Speaking | undefined {
  const isAlone =
    opensParagraph(layout, quotation) &&
    layout.paragraphAt[quotation.tokens.end + 1] !== quotation.paragraph &&
    /[.!?…]$/.test(doc.text.slice(quotation.start, quotation.end));
  if (isPart(doc, quotation) || !isAlone) return undefined;
  const earlier = cues.findLast((cue) => cue.token < quotation.tokens.start);
  if (earlier?.kind !== 'speech' || earlier.source === undefined || earlier.content === undefined)
    return undefined;
  if (layout.paragraphAt[earlier.token] !== quotation.paragraph - 1) return undefined;
  const gap = tokenOf(doc, quotation.tokens.start).sentence - tokenOf(doc, earlier.token).sentence;
  const isLast = gap <= 1 && !isQuotedBetween(layout, earlier.token, quotation);
  return isLast ? speakingOf(quotation, 'next-to', earlier.source, earlier) : undefined;
}

/** So long a sentence may tell whose words the quotation before it was. */
const TELLING = 12;

/** '“…” The words are those of Ana Lopes.', '“…” So says Ana Lopes.', '“…” That was Ana Lopes on Friday.': whom a short sentence behind a whole one names. */
export function behind(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
): Speaking | undefined {
  const first = doc.tokens[quotation.tokens.end + 1];
  const bounds = first && doc.sentences[first.sentence];
  if (isPart(doc, quotation) || first === undefined || bounds?.first !== first.i) return undefined;
  if (layout.paragraphAt[first.i] !== quotation.paragraph) return undefined;
  const tokens = doc.tokens.slice(first.i, bounds.last + 1);
  if (tokens.length > TELLING || !isTellingOfWords(tokens)) return undefined;
  const name = tokens
    .map(({ i }) => entityAt(doc, i))
    .find((found) => found?.kind === 'PER' || found?.kind === 'ORG');
  const noun = tokens.findLast(({ upos, i }) => upos === 'NOUN' && i > first.i + 1);
  const source = name === undefined ? noun?.i : name.end - 1;
  return source === undefined ? undefined : speakingOf(quotation, 'next-to', source, undefined);
}

const isTellingOfWords = ([first, second]: readonly Token[]): boolean =>
  (/^(?:so|thus)$/.test(first?.lower ?? '') && /^(?:say|speak|write|go|run)$/.test(second?.lemma ?? '')) ||
  (/^(?:the|those|these)$/.test(first?.lower ?? '') && second?.lemma === 'word') ||
  (/^(?:that|this|those)$/.test(first?.lower ?? '') && second?.lemma === 'be');

function isQuotedBetween(layout: QuotationLayout, from: number, quotation: PlacedQuotation): boolean {
  for (let at = quotation.index - 1; at >= 0; at -= 1) {
    const other = layout.quotations[at];
    if (other === undefined || other.tokens.start <= from) return false;
    if (other.inside === quotation.inside) return true;
  }
  return false;
}

/**
 * Who does the quoted verb speaks, but where the sentence before ends in telling who reports it, that one goes on: 'He left, she said. Rui
 * Paz “came with a folder”.'
 */
export function predicateOf(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
): Speaking | undefined {
  const own = fromPredicate(doc, quotation);
  const subject = own?.source;
  if (own === undefined || subject === undefined || !isInFrame(layout, subject, quotation)) return undefined;
  if (cues.some(({ token, kind }) => kind === 'speech' && token > subject && token < quotation.tokens.start))
    return undefined;
  const { sentence } = tokenOf(doc, quotation.tokens.start);
  const told = cues.findLast(
    ({ token, kind, source }) =>
      token < quotation.tokens.start &&
      kind === 'speech' &&
      source !== undefined &&
      sentence - tokenOf(doc, token).sentence === 1,
  );
  if (told === undefined || isQuotedBetween(layout, told.token, quotation))
    return { ...own, otherwise: fromSubject(doc, quotation)?.source };
  const isBehind = told.content !== undefined && told.content < told.token;
  return isBehind ? speakingOf(quotation, 'next-to', told.source, told) : { ...own, otherwise: told.source };
}

/** Does a quotation begin its paragraph? */
export function opensParagraph(layout: QuotationLayout, quotation: PlacedQuotation): boolean {
  const before = quotation.tokens.start - 2;
  return before < 0 || layout.paragraphAt[before] !== quotation.paragraph;
}
