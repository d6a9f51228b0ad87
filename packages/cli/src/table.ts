const MAX_COLUMN = 60;
const SEPARATOR = '  ';

/** Rows as a table for eyes: a heading, a rule, columns as wide as they need to be. */
export function renderTable(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const [first] = rows;
  if (first === undefined) return 'nothing found\n';
  const columns = Object.keys(first);
  const cells = rows.map((row) => columns.map((column) => cellText(row[column])));
  const widths = columns.map((column, index) =>
    Math.min(MAX_COLUMN, Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0))),
  );
  const render = (row: readonly string[]): string =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(SEPARATOR)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(SEPARATOR);
  return `${[render(columns), rule, ...cells.map(render)].join('\n')}\n`;
}

/**
 * Rows as comma-separated values, of which no spreadsheet makes a formula; nothing where there are no rows.
 * @param field a text as a field
 */
export function renderCsv(
  rows: readonly Readonly<Record<string, unknown>>[],
  field: (text: string) => string,
): string {
  const [first] = rows;
  if (first === undefined) return '';
  const columns = Object.keys(first);
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellText(row[column])))];
  return lines.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map(cellText).join('; ');
  return typeof value === 'object' ? (nameOf(value) ?? JSON.stringify(value)) : JSON.stringify(value);
}

/** A node is shown by its name. */
function nameOf(value: object): string | undefined {
  const { properties } = value as { properties?: Record<string, unknown> };
  const name = properties?.['name'] ?? properties?.['title'];
  return typeof name === 'string' ? name : undefined;
}
