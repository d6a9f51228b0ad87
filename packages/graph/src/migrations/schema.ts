import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';

const onProperty = z.strictObject({ label: z.string(), property: z.string() });
const fulltext = z.strictObject({
  name: z.string(),
  labels: z.array(z.string()).nonempty(),
  properties: z.array(z.string()).nonempty(),
});
const versionSchema = z.strictObject({
  version: z.number().int().positive(),
  unique: z.array(onProperty).default([]),
  index: z.array(onProperty).default([]),
  fulltext: z.array(fulltext).default([]),
  /** Statements that bring the data of a graph of an earlier version along; each may be run again. */
  data: z.array(z.string()).default([]),
});
const schemaFile = z.strictObject({ versions: z.array(versionSchema).nonempty() });

/** What one version adds to the schema of a store. */
export type SchemaVersion = z.infer<typeof versionSchema>;

/** The versions of `data/schema.yaml`, oldest first. */
export function schemaVersions(): SchemaVersion[] {
  const text = readFileSync(new URL('../../data/schema.yaml', import.meta.url), 'utf8');
  const { versions } = schemaFile.parse(parse(text));
  return versions.toSorted((a, b) => a.version - b.version);
}

/** A name for a constraint or an index, from what it is on. */
export function schemaName(
  kind: 'unique' | 'index',
  { label, property }: z.infer<typeof onProperty>,
): string {
  return `${label}_${property}_${kind}`.toLowerCase();
}
