import { z } from 'zod';
import { ontology } from './ontology.ts';

/** Labels of the graph that people query; `Person` and `Group` are also `Actor`, `Meeting` is also `Event`. */
export const nodeLabelSchema = z.enum([
  'Source',
  'Article',
  'Story',
  'Person',
  'Group',
  'Place',
  'Event',
  'Meeting',
  'Claim',
  'Decision',
]);
export type NodeLabel = z.infer<typeof nodeLabelSchema>;

/** All labels that a node of each kind carries, the general one first. */
export const labelsOf: Record<NodeLabel, readonly string[]> = {
  Source: ['Source'],
  Article: ['Article'],
  Story: ['Story'],
  Person: ['Actor', 'Person'],
  Group: ['Actor', 'Group'],
  Place: ['Place'],
  Event: ['Event'],
  Meeting: ['Event', 'Meeting'],
  Claim: ['Claim'],
  Decision: ['Decision'],
};

/** Labels of the book-keeping: evidence and blocks, never exported and not part of the questions. */
export const internalLabels = ['Item', 'InBlock', 'Pending', 'Unread', 'Lock'] as const;

/** Properties that depend on when something was done: left out of the canonical export. */
export const volatileProperties = ['ingestedAt', 'decidedAt'] as const;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** A point on the globe, which each store writes in its own form. */
export const pointSchema = z.strictObject({ latitude: z.number(), longitude: z.number() });
export type Point = z.infer<typeof pointSchema>;

export const propertySchema = z.union([scalar, z.array(z.string()), z.array(z.number()), pointSchema]);
export type Property = z.infer<typeof propertySchema>;
/** Absent values are left out rather than null. */
export type Properties = Readonly<Record<string, Property>>;

export interface NodeKey {
  readonly label: NodeLabel;
  readonly id: string;
}
export interface NodeRow extends NodeKey {
  readonly properties: Properties;
}

const evidenceLinks = [
  'PUBLISHED_BY',
  'COPY_OF',
  'MENTIONS',
  'IN',
  'ATTRIBUTED_TO',
  'ABOUT',
  'SUPPORTS',
  'CONFLICTS_WITH',
] as const;
const derivedLinks = ['PARTICIPATED_IN', 'LOCATED_IN', 'MET'] as const;
const auditLinks = ['MERGED', 'SPLIT'] as const;

/** Every relationship type that the graph may hold. */
export const linkTypes: readonly string[] = [
  ...evidenceLinks,
  ...derivedLinks,
  ...auditLinks,
  ...Object.keys(ontology.relationTypes),
];

/** A relationship; `key` tells apart several of one type between the same two nodes (a role, a title, a slot). */
export interface LinkRow {
  readonly type: string;
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly key: string;
  readonly properties: Properties;
}

/** What the book-keeping holds: see docs/decisions/identity.md. */
export type ItemLevel =
  | 'input'
  | 'evidence'
  | 'text'
  | 'signature'
  | 'telling'
  | 'support'
  | 'digest'
  | 'ruling'
  // Entries of a file of Wikidata ids that the user gave.
  | 'authority'
  // What is learned of sources: docs/decisions/learning.md.
  | 'original'
  | 'line'
  | 'site'
  | 'line-ruling';

/**
 * One piece of evidence at one level, with the cluster it was put in and the blocks in which others find it.
 * `owner` is the article (or event) that it stands and falls with; signatures, which articles share, have none.
 */
export interface Item {
  readonly level: ItemLevel;
  readonly id: string;
  readonly owner: string;
  readonly cluster: string;
  /** What its cluster as a whole tells of it, where evidence elsewhere depends on that; else ''. */
  readonly note: string;
  readonly blocks: readonly string[];
  /** Canonical JSON. */
  readonly body: string;
}

/** How the resolver looks evidence up: only by index, never by a scan. Answers come in any order, each item once. */
export interface ItemIndex {
  byId(level: ItemLevel, ids: readonly string[]): Promise<Item[]>;
  byOwner(level: ItemLevel, owners: readonly string[]): Promise<Item[]>;
  byCluster(level: ItemLevel, clusters: readonly string[]): Promise<Item[]>;
  byBlock(level: ItemLevel, blocks: readonly string[]): Promise<Item[]>;
  /** How many items stand in each block; blocks that hold none may be absent. */
  countByBlock(level: ItemLevel, blocks: readonly string[]): Promise<Map<string, number>>;
}

/** What one step of resolution does to the graph, in one transaction. */
export interface GraphChange {
  readonly items: {
    readonly put: readonly Item[];
    readonly remove: readonly { level: ItemLevel; id: string }[];
  };
  /** Articles whose own rows (claims and the links that leave them) are replaced as a whole. */
  readonly articles: readonly string[];
  /** Events whose PARTICIPATED_IN, LOCATED_IN and CONFLICTS_WITH are replaced as a whole. */
  readonly events: readonly string[];
  /** People, groups and places whose MERGED and SPLIT decisions are replaced as a whole. */
  readonly entities: readonly string[];
  /** Nodes written with all their properties; those of replaced articles and events among them. */
  readonly nodes: readonly NodeRow[];
  readonly removedNodes: readonly NodeKey[];
  /** Taken away before `links` are written; a link that changes stands in both. */
  readonly removedLinks: readonly Omit<LinkRow, 'properties'>[];
  /** Links that do not stand: new ones, all that leave a replaced article, event or decision, and those of `removedLinks` that changed. */
  readonly links: readonly LinkRow[];
}
