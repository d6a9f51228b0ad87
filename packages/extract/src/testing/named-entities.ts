import { defaultGazetteer } from '@dragoman/gazetteer';
import { annotate } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { contextOf } from '../coreference/coreference.ts';
import { EntityTableBuilder } from '../entity-table.ts';
import { KnownNames } from '../names/known-names.ts';
import { createNameTools, readNames } from '../names/names.ts';

const tools = createNameTools(new KnownNames(defaultGazetteer()));

/** The entities that the names of a text come to, with the shipped gazetteer. */
export function entitiesOf(text: string): Entity[] {
  const table = new EntityTableBuilder();
  readNames(contextOf(annotate(text)), table, tools);
  return table.entities.filter(({ id }) => table.mentionsOf(id).length > 0);
}

/** The names of the groups of a text. */
export const groupsOf = (text: string): string[] => named(entitiesOf(text), 'group');

/** The names of the places of a text. */
export const placesOf = (text: string): string[] => named(entitiesOf(text), 'place');

/** The names of the people of a text. */
export const peopleOf = (text: string): string[] => named(entitiesOf(text), 'person');

/** The names of the entities of one kind. */
export function named(entities: readonly Entity[], kind: string): string[] {
  return entities.filter((entity) => entity.kind === kind).map(({ name }) => name);
}
