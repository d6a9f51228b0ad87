import type { GraphStore } from '../store.ts';
import { attributesOf } from './attributes.ts';
import { linkRecords, nodeRecords, type ExportScope, type PropertyEntries } from './records.ts';
import { flatText } from './values.ts';

/**
 * One table (RFC 4180) of nodes, then links: the first five columns tell what a row is, the others are properties.
 * A link's `from` and `to` are the ids of its ends.
 */
export async function* exportCsv(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  const { nodes, links } = await attributesOf(store, scope);
  const columns = [...new Set([...nodes.keys(), ...links.keys()])].toSorted();
  yield row(['record', 'kind', 'id', 'from', 'to', ...columns]);
  for await (const { label, id, properties } of nodeRecords(store, scope)) {
    yield row(['node', label, id, '', '', ...cells(columns, properties)]);
  }
  for await (const { type, from, to, properties } of linkRecords(store, scope)) {
    yield row(['link', type, '', from.id, to.id, ...cells(columns, properties)]);
  }
}

function cells(columns: readonly string[], properties: PropertyEntries): string[] {
  const values = new Map(properties);
  return columns.map((column) => flatText(values.get(column) ?? null));
}

function row(texts: readonly string[]): string {
  return `${texts.map(csvField).join(',')}\r\n`;
}

/** A field as RFC 4180 has it; text that a spreadsheet would take for a formula is kept text by an apostrophe. */
export function csvField(text: string): string {
  const harmless = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
