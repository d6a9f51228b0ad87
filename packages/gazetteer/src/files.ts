/** The shapes of the data files, and reading them. */
import { readFileSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';
import { load } from 'js-yaml';
import { z } from 'zod';
import { groupKinds, placeKinds } from './entry.ts';

const groupKindSchema = z.enum(groupKinds);
const placeKindSchema = z.enum(placeKinds);
const names = z.array(z.string().min(1));
const stateKey = z.string().regex(/^(?:[A-Z]{2}|X-[A-Z]{3})$/);
/** Latitude, longitude in degrees. */
const point = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]);

const stateSchema = z.strictObject({
  name: z.string(),
  iso3: z.string().length(3).optional(),
  aliases: names,
  adjectives: names,
  people: names.default([]),
  capital: names,
  kind: z.enum(['state', 'territory', 'former']).default('state'),
});
export const statesSchema = z.record(stateKey, stateSchema);

const groupSchema = z.strictObject({
  name: z.string(),
  aliases: names,
  adjectives: names.default([]),
  country: stateKey.optional(),
});
export type ListedGroup = z.infer<typeof groupSchema>;
export const igoSchema = z.array(groupSchema);
export const groupsSchema = z.partialRecord(groupKindSchema, z.array(groupSchema));

const placeSchema = z.strictObject({
  name: z.string(),
  aliases: names,
  country: stateKey.optional(),
  at: point,
});
const spellingSchema = z.strictObject({ city: z.string(), country: stateKey, names, at: point });
export type ListedPlace = z.infer<typeof placeSchema>;
export type CitySpelling = z.infer<typeof spellingSchema>;
export const placesSchema = z.strictObject({
  region: z.array(placeSchema),
  waters: z.array(placeSchema),
  facility: z.array(placeSchema),
  spellings: z.array(spellingSchema),
});

export const bodiesSchema = z.array(
  z.strictObject({ kind: groupKindSchema, body: z.string(), words: names }),
);

/** A list of the user's own: groups and places under one roof. */
export const ownListSchema = z.array(
  z.strictObject({
    /** Its id in the graph; made of kind and name where it is left out. */
    id: z.string().optional(),
    name: z.string().min(1),
    aliases: names.default([]),
    kind: z.union([groupKindSchema, placeKindSchema]),
    country: stateKey.optional(),
    at: point.optional(),
  }),
);

/** Reads and checks a YAML file. Throws LEXICON_INVALID, naming the file, where it is not as the schema says. */
export function readYaml<Schema extends z.ZodType>(file: URL | string, schema: Schema): z.infer<Schema> {
  try {
    return schema.parse(load(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new PipelineError({
      code: 'LEXICON_INVALID',
      message: `the list ${String(file)} cannot be used`,
      cause,
    });
  }
}

/** One of GeoNames' cities or first-order divisions. */
export interface GeoRow {
  name: string;
  country: string;
  division: string;
  population: number;
  latitude: number;
  longitude: number;
}

/** Rows of cities.tsv or regions.tsv. */
export function readGeoRows(file: URL): GeoRow[] {
  const rows: GeoRow[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [name = '', country = '', division = '', population = '0', latitude = '0', longitude = '0'] =
      line.split('\t');
    rows.push({
      name,
      country,
      division,
      population: Number(population),
      latitude: Number(latitude),
      longitude: Number(longitude),
    });
  }
  return rows;
}

/** A shipped data file. */
export const dataFile = (name: string): URL => new URL(`../data/${name}`, import.meta.url);
