import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';

const names = z.array(z.string()).nonempty();
const entityKinds = z.enum(['person', 'group', 'place']);

const ontologySchema = z.strictObject({
  version: z.number().int(),
  groupKinds: names,
  placeKinds: names,
  statuses: names,
  polarities: names,
  eventTypes: z.record(z.string(), z.string()),
  relationTypes: z.record(
    z.string(),
    z.strictObject({ from: z.array(entityKinds), to: z.array(entityKinds), label: z.string() }),
  ),
  participantRoles: names,
  conflictSlots: names,
});

/** What the graph may hold: labels, kinds, event and relation types with their allowed ends. */
export type Ontology = z.infer<typeof ontologySchema>;

/** The ontology as the project ships it, from `schemas/ontology/ontology.yaml`. */
export const ontology: Ontology = ontologySchema.parse(
  parse(readFileSync(new URL('../ontology/ontology.yaml', import.meta.url), 'utf8')),
);

const keys = (record: Record<string, unknown>): readonly string[] => Object.keys(record);
const oneOf = (allowed: readonly string[], what: string) =>
  z.string().refine((value) => allowed.includes(value), {
    error: (issue) => `unknown ${what}: ${String(issue.input)}`,
  });

export const entityKindSchema = entityKinds;
export const groupKindSchema = oneOf(ontology.groupKinds, 'group kind');
export const placeKindSchema = oneOf(ontology.placeKinds, 'place kind');
export const statusSchema = oneOf(ontology.statuses, 'status');
export const polaritySchema = oneOf(ontology.polarities, 'polarity');
export const eventTypeSchema = oneOf(keys(ontology.eventTypes), 'event type');
export const relationTypeSchema = oneOf(keys(ontology.relationTypes), 'relation type');
export const conflictSlotSchema = oneOf(ontology.conflictSlots, 'slot');

export type EntityKind = z.infer<typeof entityKindSchema>;
