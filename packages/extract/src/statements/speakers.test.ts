import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor({ annotate });

/** Who speaks the quotations of a text, in its order. */
function speakers(text: string): (string | null | undefined)[] {
  const { statements, entities } = extractor.extract(plainArticle(text));
  return statements
    .filter(({ direct }) => direct)
    .map(({ speaker }) => (speaker === null ? null : entities.find(({ id }) => id === speaker)?.name));
}

describe('the speaker of a quotation', () => {
  it.each([
    [
      'has the name that a phrase behind the noun gives',
      'A baker who gave her name only as Maryam Saleh wept. “They took the flour,” said a baker who gave her name as Maryam Saleh.',
      ['Maryam Saleh'],
    ],
    [
      'is who a preposition of several words names',
      'The talks failed and, in the words of Veranika Zhdanko, “the only reply was silence”.',
      ['Veranika Zhdanko'],
    ],
    [
      'is the unnamed one who was reported right before',
      'Darius Petkelis called a strike. The ministers meet on Thursday, one of the officials in Brussels said. A photograph, he added, is “a question for Friday”.',
      ['one of the officials in Brussels'],
    ],
    [
      'is the newcomer whom the sentence before the paragraph brings in',
      '“They all smile at us,” Bryan Anderson said.\nThat worries Henry Crespo, the president of the caucus.\n“Nobody sings for her,” he said.',
      ['Bryan Anderson', 'Henry Crespo'],
    ],
    [
      'of a paper is the unnamed who issued it',
      'In March, angry parents sent a letter to the school board.\n“We see no teachers,” the letter reads.',
      ['angry parents'],
    ],
    [
      'of a joint paper is the first of its parties',
      'Ana Tabi of Vanuatu telephoned Josefa Lomu of Fiji, a call that a joint statement described as “frank but brotherly”.',
      ['Vanuatu'],
    ],
    [
      'is the company behind what is said of it by the way',
      'Rebels freed four men of Cotabato Nickel Ventures.\nThe company, a third of which is owned by the province, said it “would not know whom to thank”.',
      ['Cotabato Nickel Ventures'],
    ],
    [
      'is taken up by the age',
      'Ivanka Trump noted the rule. Pressed on the dads, the 34-year-old mother of three replied, “It helps the mother.”',
      ['Ivanka Trump'],
    ],
    [
      'of a clause about him is no body that is told of before',
      'Bill Regan told Kate Collins that Israel warned the area and said he was “happy to report” that people left.',
      ['Bill Regan'],
    ],
    [
      'stands behind the words with a title and no verb',
      '“Our agents watch the border every night,” Augusto Reyes, director of the air branch.',
      ['Augusto Reyes'],
    ],
    [
      'is told in a clause between commas, whatever is found in the sentence',
      'Mejía wants Congress to act: his name, said Suyapa Ordóñez, was found in the telephone “seventeen times”.',
      ['Suyapa Ordóñez'],
    ],
    [
      'is the noun behind the words and not whom it tells',
      '“There will be no deal,” an Iranian official familiar with the talks told Reuters.',
      ['Iranian official'],
    ],
    [
      'is the name before a clause by the way',
      'Ms Hilda Ito, whose Reform Party holds two seats, accused the cabinet of leaving “without a map”.',
      ['Hilda Ito'],
    ],
    [
      'is the holder of a title that is written with capitals',
      'Prime Minister Ezekiel Wateriti came late.\n“It lasted four minutes,” the Prime Minister said.',
      ['Ezekiel Wateriti'],
    ],
    [
      'of a document on a website is whose the website is',
      'A document on the Trump campaign’s website says that only marriages “recognized under state law” count.',
      ['Trump campaign'],
    ],
    [
      'is the unnamed official whom the noun takes up, not a minister told of before',
      'The minister, Tino Moyo, denied it.\nBut a senior official, who asked not to be named, said the president was ill.\n“He does not know what day it is,” the official said.',
      ['senior official'],
    ],
    [
      'is who reports that another has shown something',
      'The judge, Sofia Lind, told the court that Mr Haas had shown “not a trace of remorse”.',
      ['Sofia Lind'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});
