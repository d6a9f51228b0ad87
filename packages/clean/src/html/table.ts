import { singleSpaced } from './entities.ts';
import type { Region } from './region.ts';

/** One row of a table as a line that can be read: its cells joined by ' | '. */
export interface TableRow {
  readonly text: string;
  readonly linkDensity: number;
}

const cellTags: ReadonlySet<string> = new Set(['TD', 'TH']);
const groupTags: ReadonlySet<string> = new Set(['THEAD', 'TBODY', 'TFOOT']);
const maxCellLength = 240;

/**
 * Whether a table shows data rather than laying out the page: at least two rows and two columns, no table
 * within, and no cell as long as a paragraph.
 */
export function isDataTable(table: Region): boolean {
  const rows = rowsOf(table).map(cellsOf);
  if (rows.length < 2 || rows.filter((cells) => cells.length >= 2).length < rows.length / 2) return false;
  return rows.every((cells) => cells.every((cell) => cell.all.length <= maxCellLength && !holdsTable(cell)));
}

/** The rows that hold any text. */
export function tableRows(table: Region): readonly TableRow[] {
  return rowsOf(table).flatMap((row) => {
    const cells = cellsOf(row);
    const text = cells.map(cellText).join(' | ');
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return [{ text, linkDensity: row.live.length === 0 ? 0 : row.live.linked / row.live.length }];
  });
}

const regionsOf = (region: Region): readonly Region[] =>
  region.children.filter((child): child is Region => typeof child !== 'string');

const rowsOf = (table: Region): readonly Region[] =>
  regionsOf(table).flatMap((child) => {
    if (child.tag === 'TR') return [child];
    return groupTags.has(child.tag) ? regionsOf(child).filter((row) => row.tag === 'TR') : [];
  });

const cellsOf = (row: Region): readonly Region[] => regionsOf(row).filter((cell) => cellTags.has(cell.tag));

const cellText = (cell: Region): string => singleSpaced(textOf(cell));

/** A region's whole text with blanks between its blocks. */
export function textOf(region: Region): string {
  let text = '';
  for (const child of region.children) {
    if (typeof child === 'string') text += child;
    else text += child.isInline ? textOf(child) : ` ${textOf(child)} `;
  }
  return text;
}

const holdsTable = (region: Region): boolean =>
  regionsOf(region).some((child) => child.tag === 'TABLE' || holdsTable(child));
