import type { GrafeoValue, RdfTerm } from '@grafeo-db/js';
import type { GraphNode, GraphPath, GraphRelationship, GraphValue, Row } from '../values.ts';

type Fields = { readonly [key: string]: GrafeoValue };

/** A row of Grafeo as a row of ours: its marked objects become nodes, relationships, paths and points. */
export function rowFromGrafeo(row: Record<string, GrafeoValue>): Row {
  return mapValues(row);
}

function fromGrafeo(value: GrafeoValue): GraphValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString().replace(/(\.000)?Z$/, '');
  if (Array.isArray(value)) return value.map(fromGrafeo);
  if (value instanceof Float32Array || Buffer.isBuffer(value)) return Array.from(value);
  return isTerm(value) ? value.value : fromFields(value);
}

/** RDF terms are of Grafeo's other languages; Cypher never gives one, but the type allows it. */
function isTerm(value: RdfTerm | Fields): value is RdfTerm {
  return typeof value['termType'] === 'string' && typeof value['equals'] === 'function';
}

function fromFields(fields: Fields): GraphValue {
  if (isNode(fields)) return nodeFrom(fields);
  if (isRelationship(fields)) return relationshipFrom(fields);
  return pathFrom(fields) ?? pointFrom(fields) ?? mapValues(fields);
}

function isNode(fields: Fields): boolean {
  return typeof fields['_id'] === 'number' && Array.isArray(fields['_labels']);
}

function isRelationship(fields: Fields): boolean {
  return typeof fields['_id'] === 'number' && typeof fields['_type'] === 'string' && '_source' in fields;
}

function nodeFrom({ _id, _labels, ...properties }: Fields): GraphNode {
  const labels = Array.isArray(_labels) ? _labels.map(text).toSorted() : [];
  return { kind: 'node', elementId: nodeId(_id), labels, properties: mapValues(properties) };
}

function relationshipFrom({ _id, _type, _source, _target, ...properties }: Fields): GraphRelationship {
  return {
    kind: 'relationship',
    elementId: `r:${text(_id)}`,
    type: text(_type),
    from: nodeId(_source),
    to: nodeId(_target),
    properties: mapValues(properties),
  };
}

function nodeId(value: GrafeoValue | undefined): string {
  return `n:${text(value)}`;
}

function text(value: GrafeoValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A path comes as {nodes, edges}, which a map of a query could also be: only one that fits as a path counts. */
function pathFrom(fields: Fields): GraphPath | null {
  const { nodes, edges, ...rest } = fields;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(rest).length > 0) return null;
  const walked = nodes.map(fromGrafeo).filter((value) => hasKind(value, 'node'));
  const steps = edges.map(fromGrafeo).filter((value) => hasKind(value, 'relationship'));
  if (walked.length !== nodes.length || steps.length !== edges.length) return null;
  if (walked.length !== steps.length + 1) return null;
  return { kind: 'path', nodes: walked, relationships: steps };
}

/** Points are kept as maps of exactly these two numbers: Grafeo has no point type. */
function pointFrom({ latitude, longitude, ...rest }: Fields): GraphValue | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || Object.keys(rest).length > 0)
    return null;
  return { kind: 'point', latitude, longitude };
}

function hasKind<K extends 'node' | 'relationship'>(
  value: GraphValue,
  kind: K,
): value is Extract<GraphNode | GraphRelationship, { kind: K }> {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === kind;
}

function mapValues(fields: Fields): Record<string, GraphValue> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, fromGrafeo(value)]));
}
