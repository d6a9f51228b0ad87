import type { GraphStore } from '../store.ts';
import { linkRecords, nodeRecords, type ExportScope, type PropertyEntries } from './records.ts';
import { attributeType } from './values.ts';

type AttributeType = ReturnType<typeof attributeType>;

/** Names and types of all properties, sorted by name: formats that declare their attributes need them first. */
export interface Attributes {
  readonly nodes: ReadonlyMap<string, AttributeType>;
  readonly links: ReadonlyMap<string, AttributeType>;
}

/** Reads the graph once to learn its attributes; a name that has values of several types is a string. */
export async function attributesOf(store: GraphStore, scope: ExportScope): Promise<Attributes> {
  const nodes = new Map<string, AttributeType>();
  const links = new Map<string, AttributeType>();
  for await (const { properties } of nodeRecords(store, scope)) note(nodes, properties);
  for await (const { properties } of linkRecords(store, scope)) note(links, properties);
  return { nodes: sorted(nodes), links: sorted(links) };
}

function note(found: Map<string, AttributeType>, properties: PropertyEntries): void {
  for (const [name, value] of properties) {
    const type = attributeType(value);
    const known = found.get(name) ?? type;
    found.set(name, known === type ? type : 'string');
  }
}

function sorted(found: Map<string, AttributeType>): Map<string, AttributeType> {
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
