import type { AnnotatedDocument, Sentence } from '@dragoman/nlp';
import type { Extraction, Span } from '@dragoman/schemas';
import type { ExplainedExtraction } from './extract.ts';

/** A fact of an extraction with what made it, as `--explain` shows it. */
export interface ExplainedFact {
  readonly kind: 'entity' | 'position' | 'relation' | 'meeting' | 'event' | 'statement';
  /** The fact in a line: 'MEETING held: Abbas Araghchi, Steve Witkoff @ Muscat 2026-02-03'. */
  readonly fact: string;
  readonly rule: string;
  readonly confidence: number;
  readonly spans: readonly Span[];
}

/** All facts of an extraction in reading order within each kind, names for ids. */
export function explainedFacts(extraction: Extraction): ExplainedFact[] {
  const byId = new Map(extraction.entities.map((entity) => [entity.id, entity.name]));
  const name = (id: string | null): string => (id === null ? '–' : (byId.get(id) ?? id));
  const names = (ids: readonly string[]): string => ids.map(name).join(', ');
  const source = (id: string | null): string => (id === null ? '' : ` (according to ${name(id)})`);
  const { entities, positions, relations, meetings, events, statements } = extraction;
  return [
    ...entities.map((entity) => ({
      ...entity,
      kind: 'entity' as const,
      fact: `${(entity.groupKind ?? entity.placeKind ?? entity.kind).toUpperCase()} ${entity.name}${entity.aliases.length === 0 ? '' : ` = ${entity.aliases.join(', ')}`}`,
    })),
    ...positions.map((position) => ({
      ...position,
      kind: 'position' as const,
      fact: `POSITION ${position.status}: ${name(position.person)}, ${position.title}, ${name(position.group)}`,
    })),
    ...relations.map((relation) => ({
      ...relation,
      kind: 'relation' as const,
      fact: `${relation.type} ${relation.polarity}: ${name(relation.from)} -> ${name(relation.to)}${relation.amount === null ? '' : ` [${relation.amount}]`}${source(relation.attributedTo)}`,
    })),
    ...meetings.map((meeting) => ({
      ...meeting,
      kind: 'meeting' as const,
      fact: `MEETING ${meeting.status}: ${names([...meeting.participants, ...meeting.represented])} @ ${name(meeting.place)} ${meeting.start ?? '–'}${source(meeting.attributedTo)}`,
    })),
    ...events.map((event) => ({
      ...event,
      kind: 'event' as const,
      fact: `${event.type} ${event.status}: ${names(event.actors)} -> ${names(event.targets)} @ ${name(event.place)} ${event.start ?? '–'}${source(event.attributedTo)}`,
    })),
    ...statements.map((statement) => ({
      ...statement,
      kind: 'statement' as const,
      fact: `STATEMENT ${statement.direct ? 'direct' : 'reported'}: ${name(statement.speaker)}: ${statement.quote}`,
    })),
  ].map(({ kind, fact, rule, confidence, spans }) => ({ kind, fact, rule, confidence, spans }));
}

/**
 * The text of `dragoman extract FILE --explain`: fact by fact the rule, the sentence and the parse. A sentence's parse is
 * printed with the first fact that rests on it.
 */
export function renderExplanation({ extraction, document }: ExplainedExtraction): string {
  if (document === undefined) return 'This article is in a language that is not read.\n';
  const shown = new Set<number>();
  const lines: string[] = [];
  for (const { fact, rule, confidence, spans } of explainedFacts(extraction)) {
    lines.push(fact, `  rule      ${rule} (${confidence.toFixed(2)})`);
    for (const sentence of sentencesOf(document, spans[0])) {
      lines.push(`  sentence  ${document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`);
      if (!shown.has(sentence.index))
        lines.push(...renderParse(document, sentence).map((line) => `    ${line}`));
      shown.add(sentence.index);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** The tree of a sentence, a line a token: number, word, part of speech, relation, head, and its name or predicate. */
export function renderParse(document: AnnotatedDocument, sentence: Sentence): string[] {
  return document.tokens.slice(sentence.first, sentence.last + 1).map((token) => {
    const head =
      token.head < 0
        ? 'root'
        : `${token.deprel} of ${document.tokens[token.head]?.text ?? ''} (${token.head})`;
    const entity = document.entities[document.entityAt[token.i] ?? -1];
    const note = entity === undefined ? '' : ` [${entity.kind}]`;
    return `${String(token.i).padStart(4)} ${token.text.padEnd(18)} ${token.upos.padEnd(6)} ${head}${note}`;
  });
}

function sentencesOf(document: AnnotatedDocument, span: Span | undefined): Sentence[] {
  if (span === undefined) return [];
  return document.sentences
    .filter((sentence) => sentence.start < span.end && span.start < sentence.end)
    .slice(0, 2);
}
