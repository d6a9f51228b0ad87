import type { Article, RawDocument } from '@dragoman/schemas';
import { decodeDocument } from '../charset/decode.ts';
import { visibleText } from '../visible-text.ts';
import { diffRows } from './rows.ts';
import type { DiffRow } from './rows.ts';
import { wrap } from './wrap.ts';

export interface DiffView {
  /** Columns of the screen. */
  readonly width: number;
  readonly colour: boolean;
}

const green = '\u001b[32m';
const red = '\u001b[31m';
const dim = '\u001b[2m';
const plain = '\u001b[0m';
const separator = ' │ ';
const minColumn = 20;

/**
 * Shows what cleaning kept, on the left, and what it dropped and why, on the right, in the order of the input.
 * In: the document and the article made of it. Out: text for a terminal, a line feed at the end.
 */
export function renderDiff(document: RawDocument, article: Article, view: DiffView): string {
  const input =
    document.format === 'html' ? visibleText(document.bytes) : decodeDocument(document.bytes).source.text;
  const column = Math.max(minColumn, Math.floor((view.width - separator.length) / 2));
  const paint = (text: string, colour: string): string =>
    view.colour && text !== '' ? colour + text + plain : text;
  const line = (left: string, right: string): string =>
    `${paint(left, green)}${' '.repeat(Math.max(0, column - left.length))}${paint(separator, dim)}${paint(right, red)}`.trimEnd();
  const rows = diffRows(article, input.split('\n'));
  const head = line(`kept: ${count(rows, 'kept')} lines`, `dropped: ${count(rows, 'dropped')} lines`);
  const body = rows.flatMap((row) => columnsOf(row, column).map(([left, right]) => line(left, right)));
  return `${[head, line('─'.repeat(column), '─'.repeat(column)), ...body].join('\n')}\n`;
}

const count = (rows: readonly DiffRow[], kind: DiffRow['kind']): number =>
  rows.filter((row) => row.kind === kind).length;

function columnsOf(row: DiffRow, column: number): readonly (readonly [string, string])[] {
  if (row.kind === 'kept') return wrap(row.text, column).map((text) => [text, ''] as const);
  return wrap(`[${row.reason}] ${row.text}`, column).map((text) => ['', text] as const);
}
