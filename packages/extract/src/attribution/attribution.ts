import {
  child,
  children,
  hasRelation,
  subtreeSpan,
  tokenOf,
  tokensBetween,
  type AnnotatedDocument,
  type Token,
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
  readonly source: string | null;
}

/** The direct speech that is set off without quotation marks, as turns of interviews are. */
function turnsOf({ statements, sources: { doc } }: SpokenArticle): ReportedClause[] {
  return statements.flatMap(({ direct, speaker, spans }) =>
    !direct || speaker === null
      ? []
      : spans.map(({ start, end }) => ({ ...tokensBetween(doc, start, end), source: speaker })),
  );
}

/** The clauses that cues report, the widest first, so that inner ones are laid over outer ones; what they tell by the way is nobody's. */
function reportedClauses({ cues, sources, reporterOf }: SpokenArticle): ReportedClause[] {
  const clauses = cues.flatMap((cue): ReportedClause[] => {
    const isSaid = isAttribution(sources.doc, cue) && !isIntention(sources.doc, cue);
    const clause = isSaid ? clauseOf(sources.doc, cue) : undefined;
    if (clause === undefined || cue.source === undefined) return [];
    const source = reporterOf.get(cue.token) ?? resolveSource(sources, cue.source, undefined);
    if (source === null) return [];
    const asides = asidesIn(sources.doc, clause).map((aside) => ({ ...aside, source: null }));
    return [{ ...clause, source }, ...asides];
  });
  return clauses.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** 'plans to visit Porto': what somebody means to do is told by the article. */
const isIntention = (doc: AnnotatedDocument, { kind, content }: Cue): boolean =>
  kind === 'attitude' && content !== undefined && hasRelation(tokenOf(doc, content), 'xcomp');

/** 'said that Acme, a firm in Porto that owns the trucks, had paid': descriptions behind a comma, which the article gives itself. */
function asidesIn(doc: AnnotatedDocument, { start, end }: TokenSpan): TokenSpan[] {
  return doc.tokens
    .slice(start + 1, end)
    .filter((token) => isAside(doc, token))
    .map(({ i }) => subtreeSpan(doc, i))
    .filter((aside) => aside.start > start && aside.end <= end);
}

function isAside(doc: AnnotatedDocument, token: Token): boolean {
  if (!hasRelation(token, 'appos') && token.deprel !== 'acl:relcl') return false;
  const opens = subtreeSpan(doc, token.i).start;
  const before = tokenOf(doc, Math.max(0, opens - 1)).text;
  return before === ',' || tokenOf(doc, opens).text === ',';
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
