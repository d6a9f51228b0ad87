import { defaultGazetteer } from '@dragoman/gazetteer';
import { annotate } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../coreference/coreference.ts';
import { EntityTableBuilder } from '../entity-table.ts';
import { KnownNames } from './known-names.ts';
import { createNameTools, readNames } from './names.ts';

const tools = createNameTools(new KnownNames(defaultGazetteer()));

function entitiesOf(text: string): Entity[] {
  const table = new EntityTableBuilder();
  readNames(contextOf(annotate(text)), table, tools);
  return table.entities.filter(({ id }) => table.mentionsOf(id).length > 0);
}
const named = (entities: readonly Entity[], kind: string): string[] =>
  entities.filter((entity) => entity.kind === kind).map(({ name }) => name);

describe('readNames', () => {
  it('takes titles off names and keeps the short forms as aliases', () => {
    const entities = entitiesOf(
      'German Chancellor Angela Merkel met Foreign Minister Sergei Lavrov in Berlin. Mr. Lavrov thanked Merkel.',
    );
    expect(named(entities, 'person')).toEqual(['Angela Merkel', 'Sergei Lavrov']);
    expect(entities.find(({ name }) => name === 'Sergei Lavrov')?.aliases).toContain('Mr. Lavrov');
  });

  it('leaves no part of a title of two posts on the name', () => {
    const entities = entitiesOf(
      'Belarusian Deputy Foreign Minister Siarhei Lukashik met Deputy Prime Minister Luis Rojas.',
    );
    expect(named(entities, 'person')).toEqual(['Siarhei Lukashik', 'Luis Rojas']);
  });

  it('keeps two people with one surname apart by their titles', () => {
    const entities = entitiesOf(
      'Bill Clinton and Hillary Clinton spoke in Paris. Mrs Clinton left early. Mr Clinton stayed.',
    );
    const aliases = new Map(entities.map(({ name, aliases: all }) => [name, all]));
    expect(aliases.get('Hillary Clinton')).toContain('Mrs Clinton');
    expect(aliases.get('Bill Clinton')).toContain('Mr Clinton');
  });

  it('reads a state that acts as a group and one where something happens as a place', () => {
    const entities = entitiesOf('Iran accused Iraq. The talks were held in Norway.');
    expect(named(entities, 'group')).toEqual(['Iran', 'Iraq']);
    expect(named(entities, 'place')).toEqual(['Norway']);
  });

  it('takes demonyms and rulers for names of the state', () => {
    const [state] = entitiesOf(
      'Syria refused. Syrian officials and the Syrian government said nothing.',
    ).filter(({ groupKind }) => groupKind === 'state');
    expect(state?.aliases).toEqual(
      expect.arrayContaining(['Syrian', 'the Syrian government'.replace('the ', '')]),
    );
  });

  it('joins an acronym in brackets with the name before it', () => {
    const groups = entitiesOf(
      'The Lake Basin Relief Network (LBRN) said it would help. LBRN has 40 staff.',
    ).filter(({ kind }) => kind === 'group');
    expect(groups.map(({ name, aliases }) => [name, aliases.includes('LBRN')])).toEqual([
      ['Lake Basin Relief Network', true],
    ]);
  });

  it('names nobody who is only credited', () => {
    expect(named(entitiesOf('Norway agreed. Additional reporting by Marta Jensen.'), 'person')).toEqual([]);
  });
});
