import { readFileSync } from 'node:fs';
import { canonicalJson, idOf } from '@dragoman/core';
import { nodeLabelSchema } from '@dragoman/schemas';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import type { GraphStore } from '../store.ts';
import type { GraphValue } from '../values.ts';
import {
  linkRecords,
  nodeRecords,
  type End,
  type ExportScope,
  type LinkRecord,
  type NodeRecord,
  type PropertyEntries,
} from './records.ts';
import { flatText, isPoint } from './values.ts';

const names = z.record(z.string(), z.string());
const mappingSchema = z.strictObject({
  nodes: z.partialRecord(nodeLabelSchema, z.strictObject({ schema: z.string(), properties: names })),
  groupKinds: names,
  links: z.record(
    z.string(),
    z.strictObject({ schema: z.string(), from: z.string(), to: z.string(), role: names.default({}) }),
  ),
  linkProperties: names,
  linkSchemas: z.record(z.string(), z.array(z.string())),
});
type Mapping = z.infer<typeof mappingSchema>;

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

function loadMapping(): Mapping {
  return mappingSchema.parse(
    parse(readFileSync(new URL('../../data/followthemoney.yaml', import.meta.url), 'utf8')),
  );
}

/**
 * Entities of followthemoney (followthemoney.tech), one a line, as OpenSanctions' and Aleph's tools read them. Claims,
 * stories and sources have no counterpart there and are left out; a post becomes a Position and its Occupancy.
 */
export async function* exportFollowTheMoney(store: GraphStore, scope: ExportScope): AsyncGenerator<string> {
  const mapping = loadMapping();
  for await (const node of nodeRecords(store, scope)) {
    const entity = nodeEntity(mapping, node);
    if (entity !== null) yield line(entity);
  }
  for await (const link of linkRecords(store, scope)) {
    for (const entity of linkEntities(mapping, link)) yield line(entity);
  }
}

function nodeEntity(mapping: Mapping, { label, id, properties }: NodeRecord): FtmEntity | null {
  const target = mapping.nodes[label];
  if (target === undefined) return null;
  const values = new Map(properties.flatMap(withCoordinates));
  const mapped = Object.entries(target.properties).flatMap(([from, to]) => {
    const texts = textsOf(to, values.get(from) ?? null);
    return texts.length === 0 ? [] : [[to, texts] as const];
  });
  const schema =
    mapping.groupKinds[label === 'Group' ? flatText(values.get('kind') ?? null) : ''] ?? target.schema;
  return { id: ftmId({ label, id }), schema, properties: Object.fromEntries(mapped) };
}

/** A point is two numbers there. */
function withCoordinates(entry: readonly [string, GraphValue]): (readonly [string, GraphValue])[] {
  const [, value] = entry;
  if (!isPoint(value)) return [entry];
  return [
    ['latitude', value.latitude],
    ['longitude', value.longitude],
  ];
}

function linkEntities(mapping: Mapping, link: LinkRecord): FtmEntity[] {
  if (link.type === 'HOLDS_POSITION') return occupancy(link);
  const target = mapping.links[link.type];
  if (target === undefined) return [];
  const allowed = mapping.linkSchemas[target.schema] ?? [];
  const role = Object.entries(target.role).map(([name, text]) => [name, [text]] as const);
  const own = link.properties.flatMap(([name, value]) => {
    const to = mapping.linkProperties[name];
    return to !== undefined && allowed.includes(to) ? [[to, textsOf(to, value)] as const] : [];
  });
  const ends = { [target.from]: [ftmId(link.from)], [target.to]: [ftmId(link.to)] };
  const properties = { ...ends, ...Object.fromEntries([...role, ...own]) };
  return [{ id: linkId(link), schema: target.schema, properties }];
}

function occupancy(link: LinkRecord): FtmEntity[] {
  const values = new Map(link.properties);
  const title = flatText(values.get('title') ?? null);
  const post = idOf('ftm-position', { group: link.to, title });
  const period = [
    ['startDate', textsOf('startDate', values.get('since') ?? null)] as const,
    ['endDate', textsOf('endDate', values.get('until') ?? null)] as const,
  ].filter(([, texts]) => texts.length > 0);
  return [
    { id: post, schema: 'Position', properties: { name: [title], organization: [ftmId(link.to)] } },
    {
      id: linkId(link),
      schema: 'Occupancy',
      properties: { holder: [ftmId(link.from)], post: [post], ...Object.fromEntries(period) },
    },
  ];
}

/** Countries are told there by two lower-case letters. */
function textsOf(property: string, value: GraphValue): string[] {
  const list: readonly GraphValue[] = isList(value) ? value : [value];
  const texts = list.map(flatText).filter((text) => text !== '');
  if (property !== 'country') return texts;
  return texts.flatMap((text) => /^(?:state:)?([A-Z]{2})$/i.exec(text)?.[1]?.toLowerCase() ?? []);
}

function isList(value: GraphValue): value is readonly GraphValue[] {
  return Array.isArray(value);
}

function ftmId(end: End): string {
  return idOf('ftm', end);
}

function linkId({ type, from, to, properties }: LinkRecord): string {
  return idOf('ftm-link', { type, from, to, properties: differing(properties) });
}

/** What tells several links of one type between two nodes apart. */
function differing(properties: PropertyEntries): PropertyEntries {
  return properties.filter(([name]) => ['key', 'role', 'title', 'slot'].includes(name));
}

function line(entity: FtmEntity): string {
  return `${canonicalJson(entity)}\n`;
}
