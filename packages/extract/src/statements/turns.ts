import { tokensBetween, type AnnotatedDocument } from '@dragoman/nlp';
import type { Span } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { findAnswers } from './interviews.ts';

/** A turn of an interview or a transcript: 'Name: words'. */
export interface Turn {
  readonly speaker: string;
  readonly words: Span;
}

/** 'Name:' at the start of a paragraph, in at most so many characters. */
const LABEL = /^["“]?([^:\n"“”]{2,60}):\s+(?=\S)/;
/** '(CROSSTALK)': what a transcript tells between the words. */
const ASIDE = /^["“]?\([^)\n]*\)["”]?$/;
/** Fewer turns are no transcript: 'Washington: the talks ended' is a heading. */
const MIN_TURNS = 2;

/** The turns of a transcript, where people named in the article open paragraphs with their name and a colon. */
export function findTurns(doc: AnnotatedDocument, table: EntityTable): Turn[] {
  const turns: Turn[] = [];
  /** Who speaks on where a line opens with a mark again and no name: quoted turns of several paragraphs. */
  let quoted: string | undefined;
  let start = 0;
  for (const line of doc.text.split('\n')) {
    const label = LABEL.exec(line);
    const named = label?.[1];
    const from = start + (named === undefined ? 0 : line.indexOf(named));
    const labelled =
      named === undefined
        ? undefined
        : (personIn(doc, table, from, from + named.length) ?? bearerOf(table, named));
    const opens = /^["“]/.test(line);
    const speaker = labelled ?? (opens && label === null ? quoted : undefined);
    if (speaker !== undefined && !ASIDE.test(line)) {
      const words = line.trimEnd().replace(/["”]$/, '');
      const skipped = labelled === undefined ? 1 : (label?.[0].length ?? 0);
      turns.push({ speaker, words: { start: start + skipped, end: start + words.length } });
    }
    quoted = opens && !/["”]\s*$/.test(line) ? speaker : undefined;
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
