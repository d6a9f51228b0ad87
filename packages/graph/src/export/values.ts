import { canonicalJson } from '@dragoman/core';
import type { GraphPoint, GraphValue } from '../values.ts';

export function isPoint(value: GraphValue): value is GraphPoint {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'point';
}

/** A value as JSON has it: a point is its two numbers. */
export function plainValue(value: GraphValue): unknown {
  return isPoint(value) ? { latitude: value.latitude, longitude: value.longitude } : value;
}

/** A value as one cell of a table or one attribute: lists are joined, a point is 'latitude, longitude'. */
export function flatText(value: GraphValue): string {
  if (value === null) return '';
  if (isPoint(value)) return `${value.latitude}, ${value.longitude}`;
  if (Array.isArray(value)) return value.map(flatText).join('; ');
  return typeof value === 'object' ? canonicalJson(value) : String(value);
}

/** A value's type in the words that GraphML and GEXF share. */
export function attributeType(value: GraphValue): 'boolean' | 'double' | 'string' {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'double' : 'string';
}
