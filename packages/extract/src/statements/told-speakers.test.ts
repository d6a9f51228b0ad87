import { describe, expect, it } from 'vitest';
import { speakersOf } from '../testing/speakers-of.ts';

const marek = 'Marek Halvorsen, 61, has run the ferry since 1999.';

describe('the speaker of a quotation', () => {
  it.each([
    ['is who is so old', `${marek}\n“The sea decides,” the 61-year-old said.`, 'Marek Halvorsen'],
    ['is the parent of several', `${marek} “The sea decides,” the father of two said.`, 'Marek Halvorsen'],
    ['is what he was before', `${marek} The former boxer is blunt: “The sea decides.”`, 'Marek Halvorsen'],
    [
      'is the subject of the sentence above the paragraph',
      'Marek Halvorsen rejected the merger.\n“The sea decides and not the bank.”',
      'Marek Halvorsen',
    ],
    [
      'is the one whom a sentence without a person names at its end',
      'Among them was Marek Halvorsen. “The sea decides and not the bank.”',
      'Marek Halvorsen',
    ],
    [
      'is the one told of in the main clause, not who asked',
      'When Ida Brekke asked about the price, Marek Halvorsen shrugged. “The sea decides and not the bank.”',
      'Marek Halvorsen',
    ],
    [
      'is who wrote the letter',
      'Marek Halvorsen wrote to Ida Brekke on Monday. “The sea decides,” the letter reads.',
      'Marek Halvorsen',
    ],
    ['is whose reply comes', '“The sea decides,” came the reply from Marek Halvorsen.', 'Marek Halvorsen'],
    [
      'is whose advice is told',
      'Marek Halvorsen smiled. His advice? “Leave it to the sea.”',
      'Marek Halvorsen',
    ],
    ['is whose motto it is', 'Marek Halvorsen’s motto is “Leave it to the sea”.', 'Marek Halvorsen'],
    [
      'is whose view it is',
      'Marek Halvorsen, 61, smiled. The plan is “a farce”, in Halvorsen’s view.',
      'Marek Halvorsen',
    ],
    ['is for whom it is so', 'For Marek Halvorsen, the plan is “a farce”.', 'Marek Halvorsen'],
    ['stands behind “by”', 'The plan was called “a farce” by Marek Halvorsen.', 'Marek Halvorsen'],
    [
      'is who claims it',
      'The claim by Marek Halvorsen that the plan was “a farce” drew laughter.',
      'Marek Halvorsen',
    ],
    ['is who is convinced', 'Marek Halvorsen is convinced that the plan is “a farce”.', 'Marek Halvorsen'],
    [
      'is parted from “put it” by a description',
      '“The sea decides,” as Marek Halvorsen, the harbour master, put it.',
      'Marek Halvorsen',
    ],
    [
      'is told by a label with a topic',
      'Marek Halvorsen on the merger: “The sea decides.”',
      'Marek Halvorsen',
    ],
    [
      'is told by a label without a verb',
      'A pause. Then Marek Halvorsen: “The sea decides.”',
      'Marek Halvorsen',
    ],
    [
      'is told behind a full stop',
      '“The sea decides.” The words are those of Marek Halvorsen.',
      'Marek Halvorsen',
    ],
    ['is told by a bare clause', '“The sea decides.” Marek Halvorsen said.', 'Marek Halvorsen'],
    ['shoots back', '“The sea decides,” Marek Halvorsen shot back.', 'Marek Halvorsen'],
  ])('%s', (_, text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker]);
  });

  it('is who answers, not who asked', () => {
    const text =
      'Marek Halvorsen met Lars Brekke on Monday. “Where is the money?” asked Brekke. “It is gone,” he replied.';
    expect(speakersOf(text)).toEqual(['Lars Brekke', 'Marek Halvorsen']);
  });

  it('is the one who does something between two quotations', () => {
    const text = '“The sea decides,” Marek Halvorsen said. Ida Brekke shook her head. “The bank decides.”';
    expect(speakersOf(text)).toEqual(['Marek Halvorsen', 'Ida Brekke']);
  });

  it('is no mother of whom the words are not', () => {
    const [speaker] = speakersOf('“He will not come back,” said the mother of Marek Halvorsen.');
    expect(speaker).toMatch(/^mother/);
  });

  it.each([
    'Marek Halvorsen crossed the so-called “green corridor” on Monday.',
    'Marek Halvorsen bought three “organic” farms.',
  ])('is nobody where marks set off a name: %s', (text) => {
    expect(speakersOf(text).filter((speaker) => speaker !== null)).toEqual([]);
  });
});
