import type { GraphStore } from '../store.ts';
import { exportCsv } from './csv.ts';
import { exportCypher } from './cypher.ts';
import { exportFollowTheMoney } from './followthemoney.ts';
import { exportGexf } from './gexf.ts';
import { exportGraphml } from './graphml.ts';
import { exportJsonld } from './jsonld.ts';
import { exportJsonl } from './jsonl.ts';
import type { ExportScope } from './records.ts';

const exporters = {
  jsonl: exportJsonl,
  graphml: exportGraphml,
  gexf: exportGexf,
  csv: exportCsv,
  jsonld: exportJsonld,
  ftm: exportFollowTheMoney,
  cypher: exportCypher,
} as const;

/** What the graph can be exported as. `jsonl` is canonical: equal graphs are equal bytes. */
export type ExportFormat = keyof typeof exporters;
export const exportFormats: readonly string[] = Object.keys(exporters);

export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.includes(name);
}

/**
 * The graph in a format, in pieces of text, read from the store page by page.
 * @param scope 'world' leaves out articles, sources, stories, claims and decisions
 */
export function exportGraph(
  store: GraphStore,
  format: ExportFormat,
  scope: ExportScope = 'all',
): AsyncGenerator<string> {
  return exporters[format](store, scope);
}
