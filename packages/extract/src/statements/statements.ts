import { tokenOf, tokensBetween, type AnnotatedDocument } from '@dragoman/nlp';
import type { Span, Statement } from '@dragoman/schemas';
import type { EntityTable, ExtractionContext } from '../context.ts';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { findCues, type Cue } from './cues.ts';
import { isNoStatement } from './filter.ts';
import { isHeading, speakerOfWords, spokenWords } from './headings.ts';
import { layOutQuotations, type QuotationLayout } from './layout.ts';
import { createNominalReader } from './nominals.ts';
import { findPosts, type Post } from './posts.ts';
import { findReports, type Report } from './reported.ts';
import type { SourceContext } from './resolve-source.ts';
import { assignSpeakers } from './speakers.ts';
import type { Speaking } from './speaking.ts';
import { findTurns } from './turns.ts';
import { UnnamedSpeakers } from './unnamed.ts';
import { resolveUtterances } from './utterances.ts';

/** Fewer tokens are not taken for somebody's words that the text quotes elsewhere. */
const A_FEW = 3;

/** Everything the article says that somebody said, with the structures that attribution reads. */
export interface SpokenArticle {
  readonly statements: Statement[];
  readonly cues: readonly Cue[];
  readonly layout: QuotationLayout;
  readonly sources: SourceContext;
  /** For each quotation (by index) the entity that speaks it. */
  readonly speakerOf: readonly (string | null)[];
  /** For each cue that reports a clause (by token) the entity that says it. */
  readonly reporterOf: ReadonlyMap<number, string>;
}

/**
 * The statement pass: direct quotations, posts, turns of an interview and reported statements, in text order.
 * @param table who is spoken of where; the speakers whom the article describes and does not name are added to it
 */
export function readStatements(
  context: ExtractionContext,
  table: EntityTableBuilder,
  lexicon: CueLexicon,
): SpokenArticle {
  const doc = context.document;
  const layout = layOutQuotations(doc, lexicon);
  const { quotationAt, paragraphAt } = layout;
  const cues = findCues(doc, lexicon, layout);
  const nominal = createNominalReader(doc, table, lexicon.standsFor);
  const sources: SourceContext = {
    doc,
    table,
    lexicon,
    quotationAt,
    paragraphAt,
    nominal,
    takenUpAt: new Map(),
  };
  const spoken = assignSpeakers(doc, layout, cues, lexicon);
  const unnamed = new UnnamedSpeakers(doc, table, lexicon);
  const utterances = resolveUtterances(sources, unnamed, spoken, findReports(doc, layout, cues));
  const speakerOf = withHeadings(doc, layout, spoken, utterances.speakers);
  const turns = findTurns(doc, table);
  const isTurn = ({ start, end }: Span): boolean =>
    turns.some(({ words }) => start <= words.start && words.end <= end);
  const statements = [
    ...quotedStatements(
      doc,
      table,
      spoken.filter(({ quotation }) => !isTurn(quotation)),
      speakerOf,
    ),
    ...postStatements(doc, table),
    ...turns.map((turn) => direct(doc, turn.words, turn.speaker, null, 'statement:turn', 0.9)),
    ...reportedStatements(doc, utterances.reporters),
  ];
  const reporterOf = new Map([...utterances.reporters].map(([{ cue }, speaker]) => [cue.token, speaker]));
  return { statements: withoutRepeats(statements), cues, layout, sources, speakerOf, reporterOf };
}

/** For each quotation its speaker; a heading's is who says the same words in the text. */
function withHeadings(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  spoken: readonly Speaking[],
  speakers: ReadonlyMap<Speaking, string | null>,
): (string | null)[] {
  const headings = spoken.map(({ quotation }) => isHeading(doc, quotation));
  const own = spoken.map((speaking, index) => (headings[index] ? null : (speakers.get(speaking) ?? null)));
  const words = spokenWords(doc, layout.quotations, own);
  return spoken.map(({ quotation }, index) =>
    headings[index] || isUntold(own[index], spoken[index])
      ? speakerOfWords(doc, quotation, words)
      : (own[index] ?? null),
  );
}

/** A quotation of which nobody is told where it stands: words that the text quotes again elsewhere. */
const isUntold = (speaker: string | null | undefined, speaking: Speaking | undefined): boolean =>
  speaker === null &&
  speaking !== undefined &&
  speaking.quotation.inside === undefined &&
  speaking.quotation.tokens.end - speaking.quotation.tokens.start >= A_FEW;

function quotedStatements(
  doc: AnnotatedDocument,
  table: EntityTable,
  spoken: readonly Speaking[],
  speakerOf: readonly (string | null)[],
): Statement[] {
  return spoken.flatMap((speaking) => {
    const { quotation, cue, rule, confidence } = speaking;
    const isOpen = quotation.block && (speakerOf[quotation.index] ?? null) === null;
    if (isOpen || isNoStatement(doc, table, speaking)) return [];
    const cueText = cue === undefined ? null : tokenOf(doc, cue.token).text;
    return [
      direct(
        doc,
        quotation,
        speakerOf[quotation.index] ?? null,
        cueText,
        `statement:quote:${rule}`,
        confidence,
      ),
    ];
  });
}

function postStatements(doc: AnnotatedDocument, table: EntityTable): Statement[] {
  return findPosts(doc.text).map((post) => {
    return direct(doc, post.words, accountOf(doc, table, post), post.handle, 'statement:post', 0.9);
  });
}

/** Whose account posts: the actor named by the signature, else the one whose name the signature ends with. */
function accountOf(doc: AnnotatedDocument, table: EntityTable, post: Post): string | null {
  const { end } = tokensBetween(doc, post.name.start, post.name.end);
  const actor = table.actorAt(end - 1);
  if (actor !== undefined) return actor.id;
  const signature = doc.text.slice(post.name.start, post.name.end);
  const bearer = table.entities.find(
    ({ kind, name, aliases }) =>
      kind !== 'place' && [name, ...aliases].some((known) => ` ${signature}`.endsWith(` ${known}`)),
  );
  return bearer?.id ?? null;
}

function reportedStatements(doc: AnnotatedDocument, reporters: ReadonlyMap<Report, string>): Statement[] {
  return [...reporters].map(([report, speaker]) => {
    const cue = tokenOf(doc, report.cue.token).text;
    const rule = `statement:reported:${report.cue.kind}`;
    return { ...direct(doc, report, speaker, cue, rule, 0.8), direct: false };
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
