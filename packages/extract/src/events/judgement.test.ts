import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../coreference/coreference.ts';
import { createExtractor } from '../extract.ts';

const extractor = createExtractor();

/** The events of a text as 'ROOT: actors -> targets'. */
function told(text: string): string[] {
  const article = { ...contextOf(annotate(text)).article, id: 'a', inputId: 'in', published: '2026-02-05' };
  const { entities, events } = extractor.extract(article);
  const names = (ids: readonly string[]): string =>
    ids.map((id) => entities.find((entity) => entity.id === id)?.name ?? '').join(' + ');
  return events.map(({ type, actors, targets }) => `${type}: ${names(actors)} -> ${names(targets)}`);
}

describe('what somebody is quoted or reported with', () => {
  it.each([
    ['"Narendra Modi is a fascist," Imran Khan said.', 'ACCUSE: Imran Khan -> Narendra Modi'],
    ['Angela Merkel said that Iran had lied.', 'ACCUSE: Angela Merkel -> Iran'],
    ['Imran Khan told reporters that India had lied.', 'ACCUSE: Imran Khan -> India'],
    ['Amnesty International said Qatar had failed its workers.', 'ACCUSE: Amnesty International -> Qatar'],
    ['Angela Merkel said Russia was behind the fire.', 'ACCUSE: Angela Merkel -> Russia'],
    [
      'Angela Merkel said that Emmanuel Macron was a great friend.',
      'SUPPORT: Angela Merkel -> Emmanuel Macron',
    ],
    ['"Hungary should lift its veto," Mark Rutte told reporters.', 'REQUEST: Mark Rutte -> Hungary'],
    ['"You should resign," Elizabeth Warren told John Stumpf.', 'REQUEST: Elizabeth Warren -> John Stumpf'],
    ['Nicolas Maduro said he would not pay Norway.', 'REJECT: Nicolas Maduro -> Norway'],
    ['"We condemn Russia," Emmanuel Macron said on Monday.', 'ACCUSE: Emmanuel Macron -> Russia'],
    ['Norway said that oil had leaked. Royal Dutch Shell called that false.', 'REJECT: Shell -> '],
    ['Angela Merkel yesterday called him "the straightest man I ever met".', 'SUPPORT: Angela Merkel -> '],
    ['Angela Merkel called the plan "out of the question".', 'REJECT: Angela Merkel -> '],
  ])('%s', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it.each([
    '"We will fight terrorism together with Egypt," King Abdullah said.',
    'Angela Merkel said Germany faced a threat from extremists.',
    'Angela Merkel said that Iran was not a threat.',
    'Angela Merkel said that the crisis in Greece would not end soon.',
    'Dmitry Peskov said the allegations of the British government were false.',
  ])('%s: blames and refuses nobody', (text) => {
    expect(told(text).filter((event) => /^(?:ACCUSE|REJECT): (?:Angela|King|Dmitry)/.test(event))).toEqual(
      [],
    );
  });
});

describe('what somebody is called', () => {
  it('is blamed on whose it is', () => {
    expect(told('Republicans called the deal of Barack Obama a disaster.')).toEqual([
      'ACCUSE: Republican Party -> Barack Obama',
    ]);
  });
});

describe('a name in quotation marks', () => {
  it.each([
    [
      'Dorothy Kakaibare called the plan of Vanuatu "piracy with a letterhead".',
      ['ACCUSE: Dorothy Kakaibare -> Vanuatu'],
    ],
    ['David Pepper called the ruling a "huge win for voters."', ['SUPPORT: David Pepper -> ']],
    [
      'The Russian Foreign Ministry called the allegation "tiresome".',
      ['REJECT: Russian Foreign Ministry -> '],
    ],
    ['The Kremlin described the visit of Viktor Orban as "routine".', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('whoever acts without a name', () => {
  it.each([
    ['Lotfi Jebnoun is the industry minister. The Union of Miners accused the minister of lying.', 'ACCUSE'],
    ['Germany spoke to Chad. A jury convicted two soldiers.', 'ACCUSE'],
  ])('%s', (text, type) => {
    expect(told(text).some((event) => event.startsWith(type))).toBe(true);
  });

  it('is no thing', () => {
    expect(told('The heat forced a delay. The footage supports what witnesses told.')).toEqual([]);
  });

  it('is told to do nothing where somebody stops short of it', () => {
    expect(told('Emmanuel Macron stopped short of condemning Russia.')).toEqual([]);
  });
});

describe('an answer', () => {
  it('tells what it answers too', () => {
    expect(told('The Supreme Court rejected a request from Democrats to restore early voting.')).toEqual([
      'REJECT: Supreme Court -> Democratic Party',
      'REQUEST: Democratic Party -> Supreme Court',
    ]);
  });
});
