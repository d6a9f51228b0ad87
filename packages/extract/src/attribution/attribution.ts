import {
  child,
  children,
  subtreeSpan,
  tokensBetween,
  type AnnotatedDocument,
  type TokenSpan,
} from '@dragoman/nlp';
import { contentSpan, isAttribution, type Cue, type SpokenArticle } from '../statements/index.ts';
import { resolveSource } from '../statements/resolve-source.ts';

/** Says whom the article attributes the passage at a token to; null where it speaks for itself. */
export type AttributionAt = (token: number) => string | null;

/**
 * Lays the sources of an article over its tokens, once: inside a quotation its speaker, else the source of the innermost
 * reported clause around the token, else whose turn of an interview it is.
 */
export function buildAttribution(spoken: SpokenArticle): AttributionAt {
  const { doc } = spoken.sources;
  const sources = doc.tokens.map((): string | null => null);
  for (const { source, start, end } of turnsOf(spoken)) sources.fill(source, start, end);
  for (const { start, end, source } of reportedClauses(spoken)) sources.fill(source, start, end);
  for (const quotation of spoken.layout.quotations) {
    const speaker = spoken.speakerOf[quotation.index] ?? null;
    if (speaker !== null) sources.fill(speaker, quotation.tokens.start, quotation.tokens.end);
  }
  return (token) => sources[token] ?? null;
}

interface ReportedClause {
  readonly start: number;
  readonly end: number;
  readonly source: string;
}

/** The direct speech that is set off without quotation marks, as turns of interviews are. */
function turnsOf({ statements, sources: { doc } }: SpokenArticle): ReportedClause[] {
  return statements.flatMap(({ direct, speaker, spans }) =>
    !direct || speaker === null
      ? []
      : spans.map(({ start, end }) => ({ ...tokensBetween(doc, start, end), source: speaker })),
  );
}

/** The clauses that cues report, the widest first, so that inner ones are laid over outer ones. */
function reportedClauses({ cues, sources }: SpokenArticle): ReportedClause[] {
  const clauses = cues.flatMap((cue) => {
    const clause = isAttribution(sources.doc, cue) ? clauseOf(sources.doc, cue) : undefined;
    if (clause === undefined || cue.source === undefined) return [];
    const source = resolveSource(sources, cue.source, undefined);
    return source === null ? [] : [{ ...clause, source }];
  });
  return clauses.sort((a, b) => b.end - b.start - (a.end - a.start));
}

function clauseOf(doc: AnnotatedDocument, cue: Cue): TokenSpan | undefined {
  return chargeOf(doc, cue) ?? (cue.kind === 'judgement' ? undefined : contentSpan(doc, cue));
}

/** 'accused X of shelling Y', 'blamed X for killing Y': what somebody is said to have done. */
function chargeOf(doc: AnnotatedDocument, cue: Cue): TokenSpan | undefined {
  const charge = children(doc, cue.token, 'advcl').find(({ i, xpos }) => {
    const mark = child(doc, i, 'mark')?.lower;
    return xpos === 'VBG' && (mark === 'of' || (mark === 'for' && cue.lemma === 'blame'));
  });
  return charge && subtreeSpan(doc, charge.i);
}
