import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { EntityTableBuilder } from '../entity-table.ts';
import { readNames } from '../names/names.ts';
import { contextOf, createCoreferenceTools, readCoreference } from './coreference.ts';

const tools = createCoreferenceTools();

/** The entity's name by the word of each mention that is no name. */
function referencesOf(text: string): Map<string, string> {
  const context = contextOf(annotate(text));
  const table = new EntityTableBuilder();
  readNames(context, table, tools.names);
  readCoreference(context, table, tools);
  const found = table.mentions.filter(({ form }) => form === 'pronoun' || form === 'nominal');
  return new Map(
    found.map(({ head, entity }) => [
      context.document.tokens[head]?.text ?? '',
      table.byId(entity)?.name ?? '',
    ]),
  );
}

describe('readCoreference', () => {
  it('gives he and she to people of that sex', () => {
    const references = referencesOf('Angela Merkel met Barack Obama in Berlin. She thanked him.');
    expect(references.get('She')).toBe('Angela Merkel');
    expect(references.get('him')).toBe('Barack Obama');
  });

  it('takes a noun beside a name, and the same noun later, for what the name means', () => {
    const references = referencesOf(
      'The Free Coast Columns, a militia, attacked the port of Lagos. On Monday the militia withdrew.',
    );
    expect(references.get('militia')).toBe('Free Coast Columns');
  });

  it('leaves a noun alone that nobody was described with', () => {
    expect(referencesOf('Angela Merkel met Barack Obama in Berlin. The singer left.').has('singer')).toBe(
      false,
    );
  });
});
