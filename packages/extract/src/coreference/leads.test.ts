import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { EntityTableBuilder } from '../entity-table.ts';
import { readNames } from '../names/names.ts';
import { contextOf, createCoreferenceTools, readCoreference } from './coreference.ts';

const tools = createCoreferenceTools();

/** Who is meant by the nouns of a text's lead, as 'noun = name'. */
function named(text: string): string[] {
  const context = contextOf(annotate(text));
  const table = new EntityTableBuilder();
  readNames(context, table, tools.names);
  readCoreference(context, table, tools);
  return table.mentions
    .filter(({ rule }) => rule.startsWith('coreference.lead'))
    .map(({ head, entity }) => `${context.document.tokens[head]?.text} = ${table.byId(entity)?.name}`);
}

describe('who a lead tells of without a name', () => {
  it.each([
    [
      'is the one of an age whom the next sentence names',
      'A retired bank manager was jailed on Monday. Duncan Abercrombie, 67, had admitted theft. Ann Lee wept.',
      ['manager = Duncan Abercrombie'],
    ],
    [
      'is the only one named without a title of whom something is told',
      'Peru denied that its foreign minister had gone to talks. Prime Minister Ana Lopes said that Pedro Ruiz had not left Lima since May.',
      ['minister = Pedro Ruiz'],
    ],
    [
      'is the holder of the title behind',
      'The captain of a longliner pleaded not guilty on Tuesday. Captain Lin Chih-hao, 47, told the court that he was asleep.',
      ['captain = Lin Chih-hao'],
    ],
    [
      'is no holder of the same title elsewhere',
      'Eritrea denied that its foreign minister had gone to talks. Saudi Foreign Minister Nawaf al-Harthy said so on Monday.',
      [],
    ],
    [
      'is nobody who only speaks',
      'A Lisbon court jailed a businessman for fraud. Ana Ruiz said it was a good day for the city.',
      [],
    ],
    [
      'is none of two',
      'A judge freed a businessman on Monday. Ana Ruiz left by a side door. Rui Paz went by bus.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});
