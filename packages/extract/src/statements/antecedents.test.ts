import { describe, expect, it } from 'vitest';
import { speakersOf } from '../testing/speakers-of.ts';

describe('the speaker of a quotation that a pronoun or a post tells', () => {
  it.each([
    [
      'is whom the main clause means by the same pronoun',
      'Emrys Llewellyn died on Monday. As head of the union he led the men out, and at his table the director, Philip Weekes, signed. “I got two years and he got the salmon,” he would say.',
      'Emrys Llewellyn',
    ],
    [
      'is whom the opening of the sentence before is about',
      'Bishop Leo Furlong resigned.\nFor Gerry Tobin, who was sent away in 1975, it was thin gruel. “Sorry is for stepping on a foot,” he said.',
      'Gerry Tobin',
    ],
    [
      'is who is told to be the pronoun',
      'Ariel Henry asked for help.\nHe is Jimmy Cherizier, a former policeman. In August he swore to fight “to our last breath”.',
      'Jimmy Cherizier',
    ],
    [
      'is whom a post takes up in the sentence before',
      'Ricardo Ospina spoke at the airport. The peace commissioner says that Alirio Meneses was not alone. He apologised for “a small lie”.',
      'Ricardo Ospina',
    ],
    [
      'is whom a title with a capital takes up',
      'Simon Coveney summoned Yury Filatov yesterday. The Foreign Affairs Minister told him that spying was “not in the manual”.',
      'Simon Coveney',
    ],
    [
      'is the one person whom the paragraph tells of',
      'Ursula Lind spoke of a crossroads.\nNone of this worries Bidzina Kobakhidze. On Monday, the billionaire called it “a war party”.',
      'Bidzina Kobakhidze',
    ],
    [
      'is the judge whose name is also a company’s',
      'Judge Neil Ford sentenced him to three years. Judge Ford said: “You knew the dangers.”',
      'Neil Ford',
    ],
    [
      'is the main subject of the sentence before a whole quotation',
      'His Kyrgyz colleague, Nurbek Osmonaliev, was shorter. “The line is ready. The ditch is not.”',
      'Nurbek Osmonaliev',
    ],
    [
      'is behind something told by the way',
      'The court ruled in May; the navy’s Adm. Emilio Massera, now retired but hardly silent, scoffed on Wednesday that “judges hold no islands”.',
      'Emilio Massera',
    ],
    [
      'is who is told behind what was reported before',
      'The two met, Jenny Choque said, on Sunday. The Brazilian, Ines Prado, “poured the coffee and wrote it down”.',
      'Jenny Choque',
    ],
  ])('%s', (_, text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker]);
  });

  it('is nobody where the words before it are a title', () => {
    expect(speakersOf('Rui Tavares was voted off “Dancing with the Stars.”')).not.toContain('Rui Tavares');
  });
});

describe('words set apart below a colon', () => {
  it('are spoken by who the line above tells', () => {
    const text =
      'Lucia Ferreira spoke for an hour.\nFerreira added:\nThis reeks of some of the greatest fear that I have ever seen.';
    expect(speakersOf(text)).toEqual(['Lucia Ferreira']);
  });

  it('are no statement where the line above says nothing', () => {
    const text =
      'Lucia Ferreira runs three farms.\nThe farms of Ferreira:\nThe first lies in the valley below the old road to Braga.';
    expect(speakersOf(text)).toEqual([]);
  });
});

describe('the speaker that a noun or a quotation around the words tells', () => {
  it.each([
    [
      'is the owner of the noun before the marks',
      'Byrd’s strategy of “massive resistance” failed in Richmond. Harry Byrd died in 1966.',
      ['Harry Byrd'],
    ],
    [
      'is by whom the words before a colon are',
      'The site looked at how the paper rated this statement by Rui Tavares on June 11: “Half of the young have no work.”',
      ['Rui Tavares'],
    ],
    [
      'is who speaks around the words',
      '“They came at nine and I said, ‘No more of this,’ and left,” Lucia Ferreira said.',
      ['Lucia Ferreira', 'Lucia Ferreira'],
    ],
    [
      'is behind a verb that opens the sentence',
      'Rui Tavares is a consultant. Experts say the plan is vague. Said Tavares: “I do not see the interest in a reform.”',
      ['Rui Tavares'],
    ],
    [
      'is who does it for her part',
      'Ana Lopes was in Porto. The head of the federation, Mrs. Ines Prado, for her part hailed the ministry and denounced what she called “the campaign of the merchants”.',
      ['Ines Prado'],
    ],
    [
      'is the subject around a clause in another tense',
      'On June 4 Kim Yo-jong, the sister of the leader, lashed out at defectors who float leaflets over the border and warned that the building would be seen “collapsing tragically”.',
      ['Kim Yo-jong'],
    ],
    [
      'is the body that the sentence before is about',
      'The Screen Actors Guild is a union in Los Angeles. The studios met the union in May.\nThe Writers Guild of America applauded the deal. “We are thrilled,” the union said in a statement.',
      ['Writers Guild of America'],
    ],
    ['gives the name', 'Rui Tavares mocked the rival he calls “Mini Mike” on Monday.', ['Rui Tavares']],
  ])('%s', (_, text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });
});
