import type { GraphStore } from '../store.ts';
import { attributesOf } from './attributes.ts';
import {
  linkRecords,
  nodeRecords,
  type ExportScope,
  type LinkRecord,
  type NodeRecord,
  type PropertyEntries,
} from './records.ts';
import { flatText } from './values.ts';
import { xmlText } from './xml.ts';

/** GEXF 1.3 (gexf.net), for Gephi: a node's name is its label, its kind an attribute; an edge's type is its kind. */
export async function* exportGexf(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  const { nodes, links } = await attributesOf(store, scope);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield '<meta><creator>Dragoman</creator></meta>\n<graph defaultedgetype="directed" mode="static">\n';
  yield declarations('node', nodes);
  yield declarations('edge', links);
  yield '<nodes>\n';
  for await (const record of nodeRecords(store, scope)) yield nodeElement(record);
  yield '</nodes>\n<edges>\n';
  let count = 0;
  for await (const record of linkRecords(store, scope)) yield edgeElement(record, count++);
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declarations(of: 'node' | 'edge', types: ReadonlyMap<string, string>): string {
  const own = of === 'node' ? '<attribute id="kind of node" title="kind of node" type="string"/>\n' : '';
  const lines = [...types].map(
    ([name, type]) =>
      `<attribute id="${xmlText(name)}" title="${xmlText(titleOf(of, name))}" type="${type}"/>\n`,
  );
  return `<attributes class="${of}">\n${own}${lines.join('')}</attributes>\n`;
}

/** networkx gives every edge a `key` of its own, and refuses a file with another. */
function titleOf(of: 'node' | 'edge', name: string): string {
  return of === 'edge' && name === 'key' ? 'key of link' : name;
}

function nodeElement({ label, id, properties }: NodeRecord): string {
  const values = attribute('kind of node', label) + attributes(properties);
  const name = xmlText(nameOf(id, properties));
  return `<node id="${xmlText(`${label}:${id}`)}" label="${name}"><attvalues>${values}</attvalues></node>\n`;
}

function nameOf(id: string, properties: PropertyEntries): string {
  const named = properties.find(([name]) => name === 'name') ?? properties.find(([name]) => name === 'title');
  return named === undefined ? id : flatText(named[1]);
}

function edgeElement({ type, from, to, properties }: LinkRecord, number: number): string {
  const source = xmlText(`${from.label}:${from.id}`);
  const target = xmlText(`${to.label}:${to.id}`);
  const values = attributes(properties);
  const kind = `kind="${xmlText(type)}" label="${xmlText(type)}"`;
  return `<edge id="${number}" source="${source}" target="${target}" ${kind}><attvalues>${values}</attvalues></edge>\n`;
}

function attributes(properties: PropertyEntries): string {
  return properties.map(([name, value]) => attribute(name, flatText(value))).join('');
}

function attribute(name: string, text: string): string {
  return `<attvalue for="${xmlText(name)}" value="${xmlText(text)}"/>`;
}
