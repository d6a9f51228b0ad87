import { annotate } from '@dragoman/nlp';
import type { Article } from '@dragoman/schemas';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor({ annotate });

function read(text: string) {
  const article: Article = {
    ...{ id: 'a', inputId: 'a', url: null, source: null, language: 'en', title: null, authors: [] },
    ...{ published: '2024-05-17', publishedFrom: null, modified: null, modifiedFrom: null, section: null },
    ...{ keywords: [], dateline: null, text, textHash: '', asides: [], entries: [], dropped: [], notes: [] },
    ...{ fetched: null, cleanerVersion: 'test' },
  };
  const { statements, entities } = extractor.extract(article);
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

it('reads what is reported without quotation marks', () => {
  const reported = read('Lucia Ferreira said that the dam would hold until the summer.');
  expect(reported).toEqual([
    { by: 'Lucia Ferreira', quote: 'the dam would hold until the summer', direct: false },
  ]);
});
