import {
  child,
  children,
  hasRelation,
  spanOffsets,
  tokenOf,
  type AnnotatedDocument,
  type TokenSpan,
} from '@dragoman/nlp';
import { contentSpan, type Cue } from './cues.ts';
import type { QuotationLayout } from './layout.ts';

/** What somebody is reported to have said, in the article's words. */
export interface Report {
  readonly cue: Cue;
  readonly source: number;
  /** Characters of the text. */
  readonly start: number;
  readonly end: number;
}

const MIN_TOKENS = 3;

/** The reported statements of a document: a cue of speech or 'according to' with a source and a clause outside quotation marks. */
export function findReports(doc: AnnotatedDocument, layout: QuotationLayout, cues: readonly Cue[]): Report[] {
  return cues.flatMap((cue) => {
    if (cue.source === undefined || (cue.kind !== 'speech' && cue.kind !== 'prepositional')) return [];
    if ((layout.quotationAt[cue.token] ?? -1) >= 0 || isNoReport(doc, cue)) return [];
    const span = trimmed(doc, contentSpan(doc, cue));
    if (span === undefined || isQuoted(layout, span) || span.end - span.start < MIN_TOKENS) return [];
    return [{ cue, source: cue.source, ...spanOffsets(doc, span) }];
  });
}

/** 'London continues to suffer', 'the prosecutor is not saying if …': nobody says anything. */
function isNoReport(doc: AnnotatedDocument, { token, lemma, content }: Cue): boolean {
  if (content === undefined) return false;
  if (lemma === 'continue' && hasRelation(tokenOf(doc, content), 'xcomp')) return true;
  const isOpen = /^(?:if|whether)$/.test(child(doc, content, 'mark')?.lower ?? '');
  return isOpen && children(doc, token, 'advmod').some(({ lower }) => /^(?:not|n['’]t|never)$/.test(lower));
}

/** Without 'that' and the punctuation around it. */
function trimmed(doc: AnnotatedDocument, span: TokenSpan | undefined): TokenSpan | undefined {
  if (span === undefined) return undefined;
  let { start, end } = span;
  const isMargin = (token: number): boolean => {
    const { upos, lower } = tokenOf(doc, token);
    return upos === 'PUNCT' || (token === start && lower === 'that' && upos === 'SCONJ');
  };
  while (start < end && isMargin(start)) start += 1;
  while (end > start && tokenOf(doc, end - 1).upos === 'PUNCT') end -= 1;
  return { start, end };
}

/** Whether most of a span stands in quotation marks: it is then a direct statement already. */
function isQuoted(layout: QuotationLayout, span: TokenSpan): boolean {
  let quoted = 0;
  for (let token = span.start; token < span.end; token += 1)
    if ((layout.quotationAt[token] ?? -1) >= 0) quoted += 1;
  return quoted * 2 > span.end - span.start;
}
