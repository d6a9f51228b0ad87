import { tokenOf, tokensBetween, type AnnotatedDocument } from '@dragoman/nlp';
import type { Span, Statement } from '@dragoman/schemas';
import type { EntityTable, ExtractionContext } from '../context.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { findCues, type Cue } from './cues.ts';
import { isNoStatement } from './filter.ts';
import { layOutQuotations, type QuotationLayout } from './layout.ts';
import { findPosts } from './posts.ts';
import { findReports } from './reported.ts';
import { resolveSource } from './resolve-source.ts';
import { assignSpeakers, type Speaking } from './speakers.ts';
import { findTurns } from './turns.ts';

/** Everything the article says that somebody said, with the structures that attribution reads. */
export interface SpokenArticle {
  readonly statements: Statement[];
  readonly cues: readonly Cue[];
  readonly layout: QuotationLayout;
  /** For each quotation (by index) the entity that speaks it. */
  readonly speakerOf: readonly (string | null)[];
}

/**
 * The statement pass: direct quotations, posts, turns of an interview and reported statements, in text order.
 * @param table who is spoken of where; unnamed speakers are null
 */
export function readStatements(
  context: ExtractionContext,
  table: EntityTable,
  lexicon: CueLexicon,
): SpokenArticle {
  const doc = context.document;
  const layout = layOutQuotations(doc);
  const cues = findCues(doc, lexicon);
  const spoken = assignSpeakers(doc, layout, cues);
  const speakerOf = resolveSpeakers(doc, table, lexicon, spoken);
  const statements = [
    ...quotedStatements(doc, table, spoken, speakerOf),
    ...postStatements(doc, table),
    ...findTurns(doc, table).map((turn) =>
      direct(doc, turn.words, turn.speaker, null, 'statement:turn', 0.9),
    ),
    ...reportedStatements(doc, table, lexicon, layout, cues, spoken, speakerOf),
  ];
  return { statements: withoutRepeats(statements), cues, layout, speakerOf };
}

/** The speakers of the quotations in text order: a pronoun left open is the one who spoke last. */
function resolveSpeakers(
  doc: AnnotatedDocument,
  table: EntityTable,
  lexicon: CueLexicon,
  spoken: readonly Speaking[],
): (string | null)[] {
  let last: string | undefined;
  return spoken.map((speaking) => {
    if (speaking.source === undefined) return null;
    const entity = resolveSource(doc, table, lexicon, speaking.source, { entity: last });
    if (entity !== null) last = entity;
    return entity;
  });
}

function quotedStatements(
  doc: AnnotatedDocument,
  table: EntityTable,
  spoken: readonly Speaking[],
  speakerOf: readonly (string | null)[],
): Statement[] {
  return spoken.flatMap((speaking, index) => {
    if (isNoStatement(doc, table, speaking)) return [];
    const { quotation, cue, rule, confidence } = speaking;
    const cueText = cue === undefined ? null : tokenOf(doc, cue.token).text;
    return [direct(doc, quotation, speakerOf[index] ?? null, cueText, `statement:quote:${rule}`, confidence)];
  });
}

function postStatements(doc: AnnotatedDocument, table: EntityTable): Statement[] {
  return findPosts(doc.text).map((post) => {
    const { start, end } = tokensBetween(doc, post.name.start, post.name.end);
    const speaker = doc.tokens
      .slice(start, end)
      .map((token) => table.actorAt(token.i))
      .find((actor) => actor !== undefined);
    return direct(doc, post.words, speaker?.id ?? null, post.handle, 'statement:post', 0.9);
  });
}

function reportedStatements(
  doc: AnnotatedDocument,
  table: EntityTable,
  lexicon: CueLexicon,
  layout: QuotationLayout,
  cues: readonly Cue[],
  spoken: readonly Speaking[],
  speakerOf: readonly (string | null)[],
): Statement[] {
  return findReports(doc, layout, cues).flatMap((report) => {
    const before = spoken.findLastIndex(
      ({ quotation }, index) => quotation.end <= report.start && speakerOf[index] !== null,
    );
    const last = { entity: speakerOf[before] ?? undefined };
    const speaker = resolveSource(doc, table, lexicon, report.source, last);
    if (speaker === null) return [];
    const cue = tokenOf(doc, report.cue.token).text;
    const span = { start: report.start, end: report.end };
    return [
      { ...direct(doc, span, speaker, cue, `statement:reported:${report.cue.kind}`, 0.8), direct: false },
    ];
  });
}

function direct(
  doc: AnnotatedDocument,
  span: Span,
  speaker: string | null,
  cue: string | null,
  rule: string,
  confidence: number,
): Statement {
  const { start, end } = span;
  return {
    speaker,
    quote: doc.text.slice(start, end),
    direct: true,
    cue,
    rule,
    confidence,
    spans: [{ start, end }],
  };
}

/** A post that the article quotes and then embeds is one statement; the first place that has a speaker stays. */
function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const ordered = statements.toSorted((a, b) => startOf(a) - startOf(b));
  const kept = new Map<string, Statement>();
  ordered.forEach((statement, index) => {
    const words = statement.quote
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
    const key = words.split(' ').length < 4 ? `${words}#${index}` : words;
    const known = kept.get(key);
    if (known === undefined || (known.speaker === null && statement.speaker !== null))
      kept.set(key, statement);
  });
  return [...kept.values()].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (statement: Statement): number => statement.spans[0]?.start ?? 0;
