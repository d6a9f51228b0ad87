import { labelsOf } from '@dragoman/schemas';
import type { GraphStore } from '../store.ts';
import { attributesOf, type Attributes } from './attributes.ts';
import {
  linkRecords,
  nodeRecords,
  type End,
  type ExportScope,
  type LinkRecord,
  type NodeRecord,
  type PropertyEntries,
} from './records.ts';
import { flatText } from './values.ts';
import { xmlText } from './xml.ts';

/** GraphML (graphml.graphdrawing.org), with the `labels` and `label` attributes by which Neo4j's tools read it. */
export async function* exportGraphml(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  const attributes = await attributesOf(store, scope);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* declarations(attributes);
  yield '<graph id="dragoman" edgedefault="directed">\n';
  for await (const record of nodeRecords(store, scope)) yield nodeElement(record);
  let count = 0;
  for await (const record of linkRecords(store, scope)) yield edgeElement(record, count++);
  yield '</graph>\n</graphml>\n';
}

function* declarations({ nodes, links }: Attributes): Generator<string> {
  yield key('node', 'labels', 'string');
  for (const [name, type] of nodes) yield key('node', name, type);
  yield key('edge', 'label', 'string');
  for (const [name, type] of links) yield key('edge', name, type);
}

function key(of: 'node' | 'edge', name: string, type: string): string {
  return `<key id="${keyId(of, name)}" for="${of}" attr.name="${xmlText(name)}" attr.type="${type}"/>\n`;
}

function keyId(of: 'node' | 'edge', name: string): string {
  return `${of}_${xmlText(name)}`;
}

function nodeElement({ label, id, properties }: NodeRecord): string {
  const labels = labelsOf[label].map((one) => `:${one}`).join('');
  const inner = data('node', 'labels', labels) + allData('node', properties);
  return `<node id="${endId({ label, id })}" labels="${labels}">${inner}</node>\n`;
}

function edgeElement({ type, from, to, properties }: LinkRecord, number: number): string {
  const ends = `source="${endId(from)}" target="${endId(to)}"`;
  const inner = data('edge', 'label', type) + allData('edge', properties);
  return `<edge id="e${number}" ${ends} label="${xmlText(type)}">${inner}</edge>\n`;
}

function endId({ label, id }: End): string {
  return xmlText(`${label}:${id}`);
}

function allData(of: 'node' | 'edge', properties: PropertyEntries): string {
  return properties.map(([name, value]) => data(of, name, flatText(value))).join('');
}

function data(of: 'node' | 'edge', name: string, text: string): string {
  return `<data key="${keyId(of, name)}">${xmlText(text)}</data>`;
}
