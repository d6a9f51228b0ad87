import neo4j, {
  type Date,
  type DateTime,
  type Duration,
  type Integer,
  type LocalDateTime,
  type LocalTime,
  type Time,
  type Node,
  type Path,
  type Point,
  type Record as Neo4jRecord,
  type Relationship,
} from 'neo4j-driver';
import type {
  GraphNode,
  GraphPath,
  GraphRelationship,
  GraphValue,
  Parameters,
  ParameterValue,
  Row,
} from '../values.ts';

/** The identifier of WGS 84, the coordinates that latitude and longitude are in. */
const wgs84 = 4326;

/** A record of the driver as a row of ours. */
export function rowFromNeo4j(record: Neo4jRecord): Row {
  return Object.fromEntries(record.keys.map((key) => [key, fromNeo4j(record.get(key))]));
}

function fromNeo4j(value: unknown): GraphValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (neo4j.isInt(value)) return fromInteger(value);
  if (Array.isArray(value)) return value.map(fromNeo4j);
  if (neo4j.isNode(value)) return nodeFrom(value);
  if (neo4j.isRelationship(value)) return relationshipFrom(value);
  if (neo4j.isPath(value)) return pathFrom(value);
  if (neo4j.isPoint(value)) return pointFrom(value);
  return isTemporal(value) ? value.toString() : mapValues(Object.entries(value));
}

function fromInteger(value: Integer): number | string {
  return value.inSafeRange() ? value.toNumber() : value.toString();
}

function nodeFrom({ elementId, labels, properties }: Node): GraphNode {
  const values = mapValues(Object.entries(properties));
  return { kind: 'node', elementId, labels: labels.toSorted(), properties: values };
}

function relationshipFrom(found: Relationship): GraphRelationship {
  return {
    kind: 'relationship',
    elementId: found.elementId,
    type: found.type,
    from: found.startNodeElementId,
    to: found.endNodeElementId,
    properties: mapValues(Object.entries(found.properties)),
  };
}

function pathFrom({ start, segments }: Path): GraphPath {
  return {
    kind: 'path',
    nodes: [start, ...segments.map((segment) => segment.end)].map(nodeFrom),
    relationships: segments.map((segment) => relationshipFrom(segment.relationship)),
  };
}

function pointFrom({ x, y }: Point<number | Integer>): GraphValue {
  return { kind: 'point', latitude: Number(y), longitude: Number(x) };
}

type Temporal = Date | DateTime | LocalDateTime | Time | LocalTime | Duration;

function isTemporal(value: object): value is Temporal {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

function mapValues(entries: [string, unknown][]): Record<string, GraphValue> {
  return Object.fromEntries(entries.map(([key, value]) => [key, fromNeo4j(value)]));
}

/** Parameters as the driver wants them: whole numbers as integers, {latitude, longitude} as points. */
export function parametersForNeo4j(parameters: Parameters): Record<string, unknown> {
  return toFields(parameters);
}

function toNeo4j(value: ParameterValue | undefined): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || value === undefined || typeof value !== 'object') return value ?? null;
  if (isList(value)) return value.map(toNeo4j);
  const { latitude, longitude, ...rest } = value;
  const isPoint =
    typeof latitude === 'number' && typeof longitude === 'number' && Object.keys(rest).length === 0;
  return isPoint ? new neo4j.types.Point(wgs84, longitude, latitude) : toFields(value);
}

function isList(value: object): value is readonly ParameterValue[] {
  return Array.isArray(value);
}

function toFields(fields: { readonly [key: string]: ParameterValue | undefined }): Record<string, unknown> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([key, value]) => [key, toNeo4j(value)]));
}
