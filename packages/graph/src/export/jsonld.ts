import { readFileSync } from 'node:fs';
import { canonicalJson } from '@dragoman/core';
import { nodeLabelSchema } from '@dragoman/schemas';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import type { GraphStore } from '../store.ts';
import { linkRecords, nodeRecords, type End, type ExportScope, type PropertyEntries } from './records.ts';
import { plainValue } from './values.ts';

const mappingSchema = z.strictObject({
  vocabulary: z.string(),
  types: z.record(nodeLabelSchema, z.string()),
  terms: z.record(z.string(), z.string()),
});

function loadMapping(): z.infer<typeof mappingSchema> {
  return mappingSchema.parse(parse(readFileSync(new URL('../../data/jsonld.yaml', import.meta.url), 'utf8')));
}

/** JSON-LD 1.1: one object with a context and a flat `@graph`; a link is an object of its own, with both ends and its properties. */
export async function* exportJsonld(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  const { vocabulary, types, terms } = loadMapping();
  const context = { '@vocab': vocabulary, schema: 'https://schema.org/', ...terms };
  yield `{"@context":${canonicalJson(context)},"@graph":[`;
  let separator = '\n';
  for await (const { label, id, properties } of nodeRecords(store, scope)) {
    yield (
      separator +
      canonicalJson({ '@id': iri({ label, id }), '@type': [label, types[label]], ...plain(properties) })
    );
    separator = ',\n';
  }
  for await (const { type, from, to, properties } of linkRecords(store, scope)) {
    const ends = { from: { '@id': iri(from) }, to: { '@id': iri(to) } };
    yield separator + canonicalJson({ '@type': type, ...ends, ...plain(properties) });
    separator = ',\n';
  }
  yield '\n]}\n';
}

function iri({ label, id }: End): string {
  return `urn:dragoman:${label.toLowerCase()}:${encodeURIComponent(id)}`;
}

function plain(properties: PropertyEntries): Record<string, unknown> {
  return Object.fromEntries(properties.map(([name, value]) => [name, plainValue(value)]));
}
