/** A line of the text, or a row that was put together from several. */
export interface RawLine {
  readonly text: string;
  readonly row: boolean;
}

const separator = ' | ';
const rule = /^[\s|:+=-]+$/;

/**
 * Rows of tables that scraping took apart, as 'cell | cell' on one line: a '|' on a line of its own followed
 * by a line a cell, Markdown's '| a | b |', and cells set apart by tabs.
 */
export function rebuildTables(lines: readonly string[]): RawLine[] {
  const out: RawLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const trimmed = line.trim();
    if (trimmed === '|') {
      const { cells, next } = takenApart(lines, at + 1);
      if (cells.length > 1) out.push({ text: cells.join(separator), row: true });
      else for (const cell of cells) out.push({ text: cell, row: false });
      at = next;
    } else {
      if (isMarkdownRow(trimmed)) {
        if (!rule.test(trimmed)) out.push({ text: cellsOf(trimmed, '|').join(separator), row: true });
      } else if (isTabRow(lines, at)) out.push({ text: cellsOf(trimmed, '\t').join(separator), row: true });
      else out.push({ text: line, row: false });
      at += 1;
    }
  }
  return out;
}

/** The cells after a '|' line: lines that end with '|', and a last one that does not. */
function takenApart(lines: readonly string[], start: number): { cells: string[]; next: number } {
  const cells: string[] = [];
  let at = start;
  while (at < lines.length) {
    const trimmed = (lines[at] ?? '').trim();
    if (trimmed === '|' || !trimmed.endsWith('|')) break;
    cells.push(trimmed.slice(0, -1).trim());
    at += 1;
  }
  return { cells: cells.filter((cell) => cell !== ''), next: at };
}

const isMarkdownRow = (line: string): boolean =>
  line.length > 2 && line.startsWith('|') && line.endsWith('|');

/** Two tabbed lines in a row with as many cells make a table; one alone may be anything. */
function isTabRow(lines: readonly string[], at: number): boolean {
  const count = (line: string | undefined): number => (line ?? '').trim().split('\t').length;
  const cells = count(lines[at]);
  return cells > 1 && (count(lines[at - 1]) === cells || count(lines[at + 1]) === cells);
}

const cellsOf = (line: string, mark: string): string[] =>
  line
    .split(mark)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
