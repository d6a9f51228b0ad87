import { describe, expect, it } from 'vitest';
import { speakersOf } from '../testing/speakers-of.ts';

describe('the speaker of a quotation', () => {
  it.each([
    [
      'has the name that a phrase behind the noun gives',
      'A baker who gave her name only as Maryam Saleh wept. “They took the flour,” said a baker who gave her name as Maryam Saleh.',
      ['Maryam Saleh'],
    ],
    [
      'is the name over the comma behind the post',
      '“We do not pay for people,” said its chief executive, Bronwyn Petrakis.',
      ['Bronwyn Petrakis'],
    ],
    [
      'goes on with a second quotation, whoever declines to comment behind it',
      '“They counted wood,” said the lawyer, Gabriela Solano. “Ask who let them.” The ministry, which runs the depots, declined to comment.',
      ['Gabriela Solano', 'Gabriela Solano'],
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
    [
      'is one of several who is named behind the noun',
      '“He rings, he hangs up, we lose a hill,” said one of its deputies, Anna Grigoryan, as lawmakers voted.',
      ['Anna Grigoryan'],
    ],
    [
      'is the person, not the body that he is of',
      'Gaoussou Gueye of the Mbour-based association APRAPAM claims they were consulted “after the ink was dry”.',
      ['Gaoussou Gueye'],
    ],
    [
      'is told in a clause by the way with a phrase behind the name',
      'A stretch of the road lies on land it recovered, argued Leyla Abdullayeva of the Foreign Ministry, and “nobody asks leave”.',
      ['Leyla Abdullayeva'],
    ],
    [
      'is the name right before the verb, whatever list the tree makes of the body',
      '“Nobody is fair game for that,” Media, Entertainment and Arts Alliance chief Marcus Strom-Bailey said.',
      ['Marcus Strom-Bailey'],
    ],
    [
      'is who does the verb nearest to the words',
      'General José Quilo maintained that Ragnhild Brekke had leaked it, a charge she brushed aside as “flattering”.',
      ['Ragnhild Brekke'],
    ],
    [
      'is the person before a clause by the way whose verb the tree takes for a participle',
      'Salome Zourabichvili, whose veto the ruling party has the numbers to brush aside, lashed out at “a law in a foreign coat”.',
      ['Salome Zourabichvili'],
    ],
    [
      'is the owner of the word that the words are said to be',
      'Peter Reith came late. Mr Reith’s retort was that the leader had been “minding the shop”.',
      ['Peter Reith'],
    ],
    [
      'is of whom it is said that he said it',
      'Volodymyr Zelenskyy skipped the pleasantries. “You promised us bread,” he is said to have remarked.',
      ['Volodymyr Zelenskyy'],
    ],
    [
      'stands behind a past tense that the tree takes for a part of the title',
      '“We were ambushed with malva,” fumed DA caucus leader Brandon Pillay.',
      ['Brandon Pillay'],
    ],
    [
      'has a surname with a particle',
      'Jose Manuel de la Sota came late. “We are not going to be pallbearers,” de la Sota quipped.',
      ['Jose Manuel de la Sota'],
    ],
    [
      'is the person before a semicolon',
      'Joseph Kabui signed it. Martin Ona did not; he dismissed the gathering as “tea with the thieves”.',
      ['Martin Ona'],
    ],
    [
      'is of whom a passive is told, for a gerund behind it',
      'Mr Vassiliou, a millionaire, would not be drawn beyond saying that the ice was “somewhat thinner”.',
      ['Vassiliou'],
    ],
    [
      'is who put it so',
      '“Seventy per cent victory,” was how Celso Lafer, the envoy in Geneva, scored it.',
      ['Celso Lafer'],
    ],
    [
      'is the priest whom his form of address tells',
      'Fr. Rolando Oliveros met two mayors. “He asked if it was mud,” the priest said.',
      ['Rolando Oliveros'],
    ],
    [
      'is the body that was brought in without a name',
      'A five-member panel blamed the bishop. “They chose the altar over the boys,” the panel found.',
      ['five-member panel'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });
});
