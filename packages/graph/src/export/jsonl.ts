import { canonicalJson } from '@dragoman/core';
import type { GraphStore } from '../store.ts';
import { linkRecords, nodeRecords, type ExportScope, type PropertyEntries } from './records.ts';
import { plainValue } from './values.ts';

/**
 * The canonical form: a line a node, then a line a link, sorted, as canonical JSON, with nothing in it that depends on
 * time, order, machine or store. Equal graphs are equal bytes.
 */
export async function* exportJsonl(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  for await (const { label, id, properties } of nodeRecords(store, scope)) {
    yield line({ node: label, id, properties: plain(properties) });
  }
  for await (const { type, from, to, properties } of linkRecords(store, scope)) {
    yield line({ link: type, from, to, properties: plain(properties) });
  }
}

function plain(properties: PropertyEntries): Record<string, unknown> {
  return Object.fromEntries(properties.map(([name, value]) => [name, plainValue(value)]));
}

function line(record: Record<string, unknown>): string {
  return `${canonicalJson(record)}\n`;
}
