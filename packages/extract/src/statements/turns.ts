import { tokensBetween, type AnnotatedDocument } from '@dragoman/nlp';
import type { Span } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';

/** A turn of an interview or a transcript: 'Name: words'. */
export interface Turn {
  readonly speaker: string;
  readonly words: Span;
}

/** 'Name:' at the start of a paragraph, in at most so many characters. */
const LABEL = /^["“]?([^:\n"“”]{2,60}):\s+(?=\S)/;
/** Fewer turns are no transcript: 'Washington: the talks ended' is a heading. */
const MIN_TURNS = 2;

/** 'Q.' and 'A:' at the start of a line: the questions of an interview and what is answered. */
const ANSWER = /^A\s?[.:]\s+(?=\S)/;
const QUESTION = /^Q\s?[.:]\s+(?=\S)/;

/** The answers of an interview, which are those of the person told of most before its first question. */
function findAnswers(doc: AnnotatedDocument, table: EntityTable): Turn[] {
  const spans: Span[] = [];
  let firstQuestion: number | undefined;
  let start = 0;
  for (const line of doc.text.split('\n')) {
    if (QUESTION.test(line)) firstQuestion ??= start;
    const answer = ANSWER.exec(line);
    if (answer !== null) spans.push({ start: start + answer[0].length, end: start + line.trimEnd().length });
    start += line.length + 1;
  }
  if (firstQuestion === undefined || spans.length < MIN_TURNS) return [];
  const speaker = mostToldOf(doc, table, firstQuestion);
  return speaker === undefined ? [] : spans.map((words) => ({ speaker, words }));
}

function mostToldOf(doc: AnnotatedDocument, table: EntityTable, end: number): string | undefined {
  const { end: before } = tokensBetween(doc, 0, end);
  const people = table.entities.filter(({ kind }) => kind === 'person');
  const counts = people.map(({ id }) => ({
    id,
    count: table.mentionsOf(id).filter(({ first }) => first < before).length,
  }));
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  return most !== undefined && most.count > 0 ? most.id : undefined;
}

/** The turns of a transcript, where people named in the article open paragraphs with their name and a colon. */
export function findTurns(doc: AnnotatedDocument, table: EntityTable): Turn[] {
  const turns: Turn[] = [];
  let start = 0;
  for (const line of doc.text.split('\n')) {
    const label = LABEL.exec(line);
    const named = label?.[1];
    const from = start + (named === undefined ? 0 : line.indexOf(named));
    const speaker =
      named === undefined
        ? undefined
        : (personIn(doc, table, from, from + named.length) ?? bearerOf(table, named));
    if (label !== null && speaker !== undefined) {
      const words = line.trimEnd().replace(/["”]$/, '');
      turns.push({ speaker, words: { start: start + label[0].length, end: start + words.length } });
    }
    start += line.length + 1;
  }
  return turns.length >= MIN_TURNS ? turns : findAnswers(doc, table);
}

/** The one person of the article whose last name a label in capitals gives: 'WALLACE'. */
function bearerOf(table: EntityTable, label: string): string | undefined {
  if (!/^\p{Lu}[\p{Lu}.'’ -]+$/u.test(label)) return undefined;
  const surname = label.trim().split(' ').at(-1)?.toLowerCase() ?? '';
  const bearers = table.entities.filter(
    ({ kind, name }) => kind === 'person' && name.toLowerCase().split(' ').at(-1) === surname,
  );
  return bearers.length === 1 ? bearers[0]?.id : undefined;
}

/** The one person that a label names from its first to its last token. */
function personIn(
  doc: AnnotatedDocument,
  table: EntityTable,
  start: number,
  end: number,
): string | undefined {
  const { start: first, end: after } = tokensBetween(doc, start, end);
  const mention = table.mentionAt(after - 1);
  if (mention === undefined || mention.first > first || mention.form !== 'name') return undefined;
  const entity = table.byId(mention.entity);
  return entity?.kind === 'person' ? entity.id : undefined;
}
