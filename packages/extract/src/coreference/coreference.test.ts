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

  it.each([
    [
      'a body by another word for what it is',
      'Valdor Air, a low-cost airline, shut two bases on Monday. Rain fell. Ana Diaz sued the carrier.',
      'carrier',
      'Valdor Air',
    ],
    [
      'the body of that land, though another was told of since',
      'Wexmoor, a Jamaican company, bought Ilmare Foods, a Chilean company. The Jamaican company sued Ana Diaz.',
      'company',
      'Wexmoor',
    ],
    [
      'a body that does not act on itself',
      'The Kasavu Peasants Party lost. The Liberal Party accused the party of fraud.',
      'party',
      'Kasavu Peasants Party',
    ],
    [
      'a state for the country, and not the one it is told against',
      'Kenya held elections. Uganda imposed sanctions on the country.',
      'country',
      'Kenya',
    ],
    [
      'a state of that kind',
      'Jamaica was hit by the storm. Chile sent aid to the island.',
      'island',
      'Jamaica',
    ],
    [
      'a town by what the article called it',
      'Rebels took the town of Rybnik. A convoy left Cusco. Gunmen killed four men in the town.',
      'town',
      'Rybnik',
    ],
    [
      'somebody by age',
      'Ana Diaz, 34, sued the bank. The 34-year-old accused the police.',
      'old',
      'Ana Diaz',
    ],
    [
      'somebody by the land they come from',
      'Ana Diaz, a Peruvian striker, left the club. The Peruvian sued it.',
      'Peruvian',
      'Ana Diaz',
    ],
    [
      'the minister whose field it is',
      'Trade Minister Ana Diaz met Foreign Minister Sipho Dlamini. The trade minister resigned.',
      'minister',
      'Ana Diaz',
    ],
  ])('takes for a definite description %s', (_, text, word, name) => {
    expect(referencesOf(text).get(word)).toBe(name);
  });

  it.each([
    [
      'where two are as likely',
      'The Kasavu Peasants Party and the Liberal Party met on Monday. The party refused.',
      'party',
    ],
    [
      'where the article brought in somebody unnamed by it',
      'Judge Ana Diaz left. On Monday a judge from Lima resigned. The judge was ill.',
      'judge',
    ],
    [
      'where a clause tells another one',
      'The miners sued Wexmoor Holdings. The company that built the dam fell.',
      'company',
    ],
    ['for another land', 'The Jamaican carrier Wexmoor Air shut. The Chilean airline fell.', 'airline'],
  ])('leaves a definite description alone %s', (_, text, last) => {
    expect([...referencesOf(text).keys()].at(-1)).not.toBe(last);
  });

  it.each([
    [
      'companies',
      'Wexmoor Holdings left Valdor Holdings. Rain fell. The two companies sued Ana Diaz.',
      ['Wexmoor Holdings', 'Valdor Holdings'],
    ],
    ['pair', 'Sipho Dlamini and Lars Nagy grew up in Lima. The pair left.', ['Sipho Dlamini', 'Lars Nagy']],
    ['men', 'Sipho Dlamini, Lars Nagy and Ivan Petrov grew up in Lima. Both men left.', []],
  ])('tells whom a word for several means: %s', (word, text, names) => {
    const context = contextOf(annotate(text));
    const table = new EntityTableBuilder();
    readNames(context, table, tools.names);
    readCoreference(context, table, tools);
    const several = context.document.tokens.find((token) => token.text === word)?.i ?? -1;
    expect(table.jointAt(several).map((id) => table.byId(id)?.name)).toEqual(names);
  });
});
