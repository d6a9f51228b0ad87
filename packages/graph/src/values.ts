/** A node as both stores give it. `elementId` is the store's own, good only within one answer: a node's key is a property. */
export interface GraphNode {
  readonly kind: 'node';
  readonly elementId: string;
  /** Sorted. */
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, GraphValue>>;
}

/** A relationship as both stores give it; `from` and `to` are the element ids of its ends. */
export interface GraphRelationship {
  readonly kind: 'relationship';
  readonly elementId: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, GraphValue>>;
}

/** A path: one node more than relationships, in the order walked (a relationship may point either way). */
export interface GraphPath {
  readonly kind: 'path';
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
}

/** A point on the globe (WGS 84, degrees). */
export interface GraphPoint {
  readonly kind: 'point';
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * What a column of an answer may hold, the same from both stores.
 * Whole numbers are plain numbers where they are safe, else strings of digits; dates, times and durations are ISO 8601 text.
 */
export type GraphValue =
  | null
  | boolean
  | number
  | string
  | GraphNode
  | GraphRelationship
  | GraphPath
  | GraphPoint
  | readonly GraphValue[]
  | { readonly [key: string]: GraphValue };

/** One row of an answer: column name to value, columns in the order of the RETURN. */
export type Row = Readonly<Record<string, GraphValue>>;

/** What a parameter may be. Numbers that are whole are sent as integers. */
export type ParameterValue =
  | null
  | boolean
  | number
  | string
  | readonly ParameterValue[]
  | { readonly [key: string]: ParameterValue | undefined };
export type Parameters = Readonly<Record<string, ParameterValue | undefined>>;
