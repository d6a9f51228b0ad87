import { annotate } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor({ annotate });

const articleOf = (text: string): Article => ({ ...plainArticle(text), id: 'a', published: '2024-05-17' });

function read(text: string) {
  const { statements, entities } = extractor.extract(articleOf(text));
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  return statements.map(({ quote, speaker, direct }) => ({
    quote,
    direct,
    by: speaker === null ? null : nameOf.get(speaker),
  }));
}
const spoken = (text: string) =>
  read(text)
    .filter(({ direct }) => direct)
    .map(({ quote, by }) => [by, quote]);

describe('a direct quotation', () => {
  it.each([
    ['before its cue', '“The dam will hold,” Lucia Ferreira said on Monday.', 'Lucia Ferreira'],
    [
      'before an inverted cue',
      '“The dam will hold,” said Lucia Ferreira, the mayor of Braga.',
      'Lucia Ferreira',
    ],
    [
      'before the body and the post of who speaks',
      '“I thought that the dam held all of the water,” said MSNBC host Chris Matthews.',
      'Chris Matthews',
    ],
    ['after its cue', 'Lucia Ferreira told reporters in Braga: “The dam will hold.”', 'Lucia Ferreira'],
    [
      'after "according to"',
      'According to Lucia Ferreira, the dam is “as old as the river.”',
      'Lucia Ferreira',
    ],
    [
      'in somebody’s words',
      'Lucia Ferreira smiled. It was, in Ferreira’s words, “a day for ducks.”',
      'Lucia Ferreira',
    ],
    ['as a judgement', 'Lucia Ferreira called the report “a fairy tale”.', 'Lucia Ferreira'],
  ])('%s has its speaker', (_, text, speaker) => {
    expect(spoken(text).map(([by]) => by)).toEqual([speaker]);
  });

  it('interrupted by its cue keeps its speaker in both parts', () => {
    const text = '“The dam will hold,” said Lucia Ferreira. “It has held since 1911.”';
    expect(spoken(text)).toEqual([
      ['Lucia Ferreira', 'The dam will hold,'],
      ['Lucia Ferreira', 'It has held since 1911.'],
    ]);
  });

  it('of a pronoun belongs to the subject of the sentence before it', () => {
    const text =
      'Rui Tavares had asked for a second study. Lucia Ferreira refused. “We have three studies,” she said.';
    expect(spoken(text)).toEqual([['Lucia Ferreira', 'We have three studies,']]);
  });

  it('that goes on in the next paragraph goes on with its speaker', () => {
    const text = 'Lucia Ferreira said: “The dam will hold.\n“It has held since 1911.”';
    expect(spoken(text).map(([by]) => by)).toEqual(['Lucia Ferreira', 'Lucia Ferreira']);
  });

  it('is no title of a law and no nickname', () => {
    expect(spoken('Parliament passed the “Clean River Act” on Monday.')).toEqual([]);
  });
});

it('reports nothing that goes on and nothing that is left open', () => {
  expect(read('Lucia Ferreira continues to lead the council of Braga.')).toEqual([]);
  expect(read('Lucia Ferreira is not saying whether the old dam at Braga will hold.')).toEqual([]);
});

it('gives an embedded post to its account, once, although the article quotes it', () => {
  const text =
    'Lucia Ferreira wrote on X: “The dam will hold and so will we.”\nThe dam will hold and so will we.\n— Lucia Ferreira (@LFerreira) May 16, 2024';
  expect(spoken(text)).toEqual([['Lucia Ferreira', 'The dam will hold and so will we.']]);
});

it('reads the turns of an interview', () => {
  const text =
    'Lucia Ferreira is the mayor of Braga.\nLucia Ferreira: The dam will hold.\nRui Tavares: Who says so?\nLucia Ferreira: I do.';
  expect(spoken(text)).toEqual([
    ['Lucia Ferreira', 'The dam will hold.'],
    ['Rui Tavares', 'Who says so?'],
    ['Lucia Ferreira', 'I do.'],
  ]);
});

it('gives the answers of an interview to the one it is with', () => {
  const text =
    'Lucia Ferreira is the mayor of Braga. We met her in May.\nQ: Will it hold?\nA: It will.\nQ: Why?\nA: It has always held.';
  expect(spoken(text)).toEqual([
    ['Lucia Ferreira', 'It will.'],
    ['Lucia Ferreira', 'It has always held.'],
  ]);
});

it('gives the answers to questions without any label to the one the talk is with', () => {
  const text =
    'Lucia Ferreira runs the dam at Braga. We spoke on Sunday.\nWill it hold?\nIt will. I built it.\nYou were ill.\nFor a month. They let me go because I snored.\nAnd the mayor?\nLet him sue us.\nThe mayor did not answer our questions.';
  expect(spoken(text)).toEqual([
    ['Lucia Ferreira', 'It will. I built it.'],
    ['Lucia Ferreira', 'For a month. They let me go because I snored.'],
    ['Lucia Ferreira', 'Let him sue us.'],
  ]);
});

it('counts the answers of an interview from the question before them', () => {
  const text =
    'Lucia Ferreira runs the dam at Braga. We spoke on Sunday.\nWill it hold?\nIt will. I built it.\nOfficials say you were ill.\nFor a month. I snored.\nSchool shoes from nine euros while stocks last\nAnd the mayor?\nI told him to sue us.\nThis interview has been condensed.';
  expect(spoken(text).map(([, quote]) => quote)).toEqual([
    'It will. I built it.',
    'For a month. I snored.',
    'I told him to sue us.',
  ]);
});

it('takes questions of the article for no interview', () => {
  const text =
    'Lucia Ferreira runs the dam at Braga.\nWill it hold?\nThe ministry says so.\nWho pays?\nThe city council of Braga, which voted on Monday.';
  expect(spoken(text)).toEqual([]);
});

it('reads on where a turn of a transcript has several paragraphs', () => {
  const text =
    'Lucia Ferreira is the mayor of Braga.\n“TAVARES: Will it hold?\n“FERREIRA: It will.\n“(CROSSTALK)\n“It has always held.”\nRui Tavares is a reporter.';
  expect(spoken(text)).toEqual([
    ['Rui Tavares', 'Will it hold?'],
    ['Lucia Ferreira', 'It will.'],
    ['Lucia Ferreira', 'It has always held.'],
  ]);
});

it('reads what is reported without quotation marks', () => {
  const reported = read('Lucia Ferreira said that the dam would hold until the summer.');
  expect(reported).toEqual([
    { by: 'Lucia Ferreira', quote: 'the dam would hold until the summer', direct: false },
  ]);
});

describe('the speaker', () => {
  it.each([
    [
      'is the holder of a title with complements before the name',
      'Secretary of State Mariam Doe said the border was “as good as closed.”',
      ['Mariam Doe'],
    ],
    [
      'is the name before a long apposition',
      '“Who pays for it?” Rosa Delgado, the former head of the dock workers’ union in the port of Callao, said on Friday.',
      ['Rosa Delgado'],
    ],
    [
      'is meant by a noun that the article described somebody with',
      'Kenya’s ambassador to the United Nations, Martin Kimani, arrived late. Two days later the ambassador told the council: “We are not a bystander.”',
      ['Martin Kimani'],
    ],
    [
      'is who spoke last, where a post takes up a name that the article does not describe',
      'Erdogan vowed to “crush” the militants. “We will enter their dens,” the Turkish leader told a crowd.',
      ['Erdogan', 'Erdogan'],
    ],
    [
      'is not the one whose lawyer speaks',
      'Hernández denied it. His lawyer called the charges “a fantasy”.',
      ['his lawyer'],
    ],
    [
      'does a verb that is no cue, right beside the marks',
      '“The river,” Lucia Ferreira went on, “is tired.”',
      ['Lucia Ferreira', 'Lucia Ferreira'],
    ],
    [
      'is named after the noun that means him',
      'China’s ambassador to Norway warned that Beijing “would not sit still”.\nThe minister was away.\nChina’s ambassador to Norway, Yi Xianliang, spoke to reporters in Oslo.',
      ['Yi Xianliang'],
    ],
    [
      'of a pronoun is the woman of the sentence before, not the one further back',
      'Mayor Ada Colau was asked about the plan. Her deputy, Laia Bonet, disagreed. “It is alive,” she said.',
      ['Laia Bonet'],
    ],
    [
      'of a pronoun is the main subject of the sentence before, not that of the clause in it',
      'President Museveni denied that his son, General Muhoozi, had a role. “He is a soldier,” he said.',
      ['Museveni'],
    ],
    [
      'of a pronoun is nobody named inside the quotation',
      'Eswar Rao, an economist, said the fund was “late”. “By waiting so long, Anton Weber makes it worse,” he said.',
      ['Eswar Rao', 'Eswar Rao'],
    ],
    [
      'of a relative clause is the person named before it',
      'Lucia Ferreira wrote a letter to Rui Tavares, who replied that “the river decides”.',
      ['Rui Tavares'],
    ],
    [
      'of a loose participle is the subject of its sentence',
      'Lucia Ferreira urged Rui Tavares to open the gates, saying “time is running out.”',
      ['Lucia Ferreira'],
    ],
    [
      'is the name between a title and its verb',
      '“The dam will hold,” the fund’s chief economist, Lucia Ferreira, told reporters.',
      ['Lucia Ferreira'],
    ],
    [
      'is the subject of a clause that ends in a colon',
      'Rui Tavares was blunter in a call with the paper: “The dam is finished. We will leave tonight.”',
      ['Rui Tavares'],
    ],
    [
      'is the person of the sentence before under a new description',
      'Lucia Ferreira was less shy. “He signed it himself,” the head of the Farmers Alliance said in Braga.',
      ['Lucia Ferreira'],
    ],
    [
      'is the unnamed one whom the article brought in',
      'A lawyer for the farmers met Lucia Ferreira. Ferreira was upset. “It is a shame,” the lawyer said.',
      ['lawyer for the farmers'],
    ],
    [
      'is one of those whom the article does not name',
      '“Everyone got a medal,” grumbled one of the diplomats, from a northern state.',
      ['one of the diplomats'],
    ],
    [
      'is nobody where a thing says something',
      'A sticker on the gate said “closed until further notice”.',
      [null],
    ],
    [
      'is behind a paper that was told of before',
      'Lucia Ferreira sent the council a letter on Friday.\n“We have no money left,” the letter said.',
      ['Lucia Ferreira'],
    ],
    [
      'is whoever filed a complaint, not whom it is sent to',
      'A complaint filed by the Ethiopian Foreign Ministry with the United Nations called the raid “a robbery”.',
      ['Ethiopian Foreign Ministry'],
    ],
    [
      'is the one named before under what people like him are called',
      'Mayor Rui Tavares announced his retreat on Sunday.\n“We need a rest,” the billionaire said.',
      ['Rui Tavares'],
    ],
    [
      'of a plural pronoun is a body, not the person who spoke last',
      '“Go home,” Lucia Ferreira said.\nThe Ethiopian Foreign Ministry denied the report.\n“We never left,” they said in a statement.',
      ['Lucia Ferreira', 'Ethiopian Foreign Ministry'],
    ],
    [
      'is the one quoted, not who quotes',
      'State media quoted Lucia Ferreira as saying that the dam was “a gift of God”.',
      ['Lucia Ferreira'],
    ],
    [
      'of an answer is the one who was asked',
      'Lucia Ferreira asked Rui Tavares whether he had read the study. He said he had been “told about it”.',
      ['Rui Tavares'],
    ],
    [
      'of a pronoun names himself seldom',
      'Rui Tavares met the fund’s head, Anton Weber. “Tavares is a friend,” he said.',
      ['Anton Weber'],
    ],
    [
      'of a pronoun is whoever the sentence before brings in without a name',
      'Lucia Ferreira ran the ward. A nurse shook her head. “We are full,” she said.',
      ['nurse'],
    ],
    ['shouts in capitals', 'The demonstrators chanted “Water For All” in the hall.', ['demonstrators']],
    [
      'comes after a description and a comma',
      'The European Union was pleased. “It is a start,” said its spokesman in Brussels, Rui Tavares.',
      ['Rui Tavares'],
    ],
    [
      'is the owner of quoted words',
      'Rui Tavares came home. Farmers still like his “water first” policy.',
      ['Rui Tavares'],
    ],
    [
      'is nobody where the marks stand on an owned thing',
      'Rui Tavares lost his “private” notes on the train.',
      [null],
    ],
    ['is the crowd that chants', 'The protesters chanted “open the gates”.', ['protesters']],
    [
      'of a heading is who says the words in the text',
      'Lucia Ferreira opened the session.\n“For ducks”\nRui Tavares called the flood “a day for ducks” and left.',
      ['Rui Tavares', 'Rui Tavares'],
    ],
    [
      'of what another repeats is the one whose words they are',
      'A clerk recalled that Rui Tavares said, “Close the gates tonight,” the mayor’s office reported.',
      ['Rui Tavares'],
    ],
  ])('%s', (_, text, speakers) => {
    expect(spoken(text).map(([by]) => by)).toEqual(speakers);
  });
});

it('reads a verb of saying behind a comma that opens the text', () => {
  expect(read(',told who ')).toEqual([]);
});

it('reads any text without failing, with every statement inside it', () => {
  const marks = fc.constantFrom('“', '”', '"', '‘', '’', ',', '.', ':', '—', '\n', ' ', '😀');
  const phrases = fc.constantFrom(
    'said ',
    'he ',
    'She ',
    'Lucia Ferreira ',
    'told ',
    'who ',
    'the minister ',
  );
  const words = fc.oneof(marks, phrases);
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { quote } of read(text)) expect(text).toContain(quote);
    }),
    { numRuns: 60 },
  );
});
