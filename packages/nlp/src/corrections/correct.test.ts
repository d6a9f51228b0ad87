import { expect, test } from 'vitest';
import type { Entity, EntityKind, Token, Upos } from '../document.ts';
import { readFeatureLists } from '../model/lists.ts';
import { correctNames } from './correct.ts';

const lists = readFeatureLists();

/** Words as 'word/TAG'; capitalised words without a tag are PROPN, all others NOUN; a hyphen stands without spaces around it. */
function tokensOf(text: string): Token[] {
  let at = 0;
  let isGlued = false;
  return text.split(' ').map((part, i) => {
    const [word = '', tag] = part.split('/');
    const isHyphen = word === '-';
    if (i > 0 && !isHyphen && !isGlued) at++;
    isGlued = isHyphen;
    const start = at;
    at += word.length;
    const upos = (tag ?? (/^\p{Lu}/u.test(word) ? 'PROPN' : 'NOUN')) as Upos;
    return {
      i,
      sentence: 0,
      start,
      end: at,
      text: word,
      lower: word.toLowerCase(),
      lemma: word,
      upos,
      head: -1,
      deprel: 'dep',
    };
  });
}

/** The corrected names of a text as 'KIND words', from names given as [kind, first word, past the last word]. */
function corrected(
  text: string,
  names: [EntityKind, number, number][],
  isWholeText = true,
  heads: Record<number, number> = {},
): string[] {
  const tokens = tokensOf(text).map((token) => ({ ...token, head: heads[token.i] ?? token.head }));
  const entities = names.map(([kind, start, end]): Entity => ({ kind, start, end, by: 'model' }));
  return correctNames(entities, tokens, { lists, isWholeText }).map(
    ({ kind, start, end }) =>
      `${kind} ${tokens
        .slice(start, end)
        .map((token) => token.text)
        .join(' ')}`,
  );
}

test('titles are taken off persons, and the state before them is a name of its own', () => {
  expect(corrected('Iranian Foreign Minister Abbas Araghchi left', [['PER', 0, 5]])).toEqual([
    'NORP Iranian',
    'PER Abbas Araghchi',
  ]);
  expect(corrected('Speaker of the House Newt Gingrich', [['PER', 0, 6]])).toEqual(['PER Newt Gingrich']);
  expect(corrected('South Korean President Park spoke', [['LOC', 0, 4]])).toEqual([
    'NORP South Korean',
    'PER Park',
  ]);
});

test('a title alone is no name, in whole texts', () => {
  expect(corrected('the Vice President said', [['PER', 1, 3]])).toEqual([]);
  expect(corrected('the Vice President said', [['PER', 1, 3]], false)).toEqual(['PER Vice President']);
});

test('a body before a title and the person after it are two names', () => {
  expect(corrected('Shifa Hospital director/NOUN Mohammed Salmiya spoke', [['PER', 0, 5]])).toEqual([
    'ORG Shifa Hospital',
    'PER Mohammed Salmiya',
  ]);
  expect(corrected('the Saudi/ADJ crown/NOUN prince/NOUN', [['ORG', 1, 4]])).toEqual(['NORP Saudi']);
});

test('what follows Ms is a person', () => {
  expect(corrected('Ms Banu spoke', [['ORG', 0, 1]])).toEqual(['PER Banu']);
});

test('the second half of a hyphenated name belongs to it, an adjective does not', () => {
  expect(corrected('Ban Ki - moon/PROPN left', [['PER', 0, 2]])).toEqual(['PER Ban Ki - moon']);
  expect(corrected('the Trump - era/PROPN rule', [['PER', 1, 2]])).toEqual(['PER Trump']);
});

test('a party with a state is the state', () => {
  expect(
    corrected('Sasse ( R - Neb. )', [
      ['PER', 0, 1],
      ['PER', 2, 5],
    ]),
  ).toEqual(['PER Sasse', 'LOC Neb.']);
});

test('days are no names, states and bodies are no persons', () => {
  expect(
    corrected('Friday in Eritrea', [
      ['PER', 0, 1],
      ['PER', 2, 3],
    ]),
  ).toEqual(['LOC Eritrea']);
  expect(corrected('a NATO plan', [['PER', 1, 2]])).toEqual(['ORG NATO']);
});

test('names that are given names too stay persons', () => {
  expect(corrected('Jordan scored', [['PER', 0, 1]])).toEqual(['PER Jordan']);
});

test('organisations are told by their last word, but not from within a phrase', () => {
  expect(corrected('Padma Loom Holdings', [['MISC', 0, 3]])).toEqual(['ORG Padma Loom Holdings']);
  expect(corrected('Fellow of/ADP the Royal Court', [['MISC', 0, 5]])).toEqual([
    'MISC Fellow of the Royal Court',
  ]);
});

test('a surname is the person named in full before, an acronym what it was put beside', () => {
  expect(
    corrected('Girmay Tesfatsion spoke . Tesfatsion left . A Tesfatsion aide', [
      ['PER', 0, 2],
      ['ORG', 4, 5],
    ]),
  ).toEqual(['PER Girmay Tesfatsion', 'PER Tesfatsion', 'PER Tesfatsion']);
  expect(
    corrected('Setu Relief Network ( SRN ) said . SRN works', [
      ['ORG', 0, 3],
      ['PER', 8, 9],
    ]),
  ).toEqual(['ORG Setu Relief Network', 'ORG SRN', 'ORG SRN']);
});

test('a regime called by its ruler is a body, where the ruler hangs on it', () => {
  expect(corrected('the Maduro regime fell', [['PER', 1, 2]], true, { 1: 2 })).toEqual(['ORG Maduro regime']);
  expect(corrected('told Maduro government/NOUN is hard', [['PER', 1, 2]], true, { 1: 0 })).toEqual([
    'PER Maduro',
  ]);
});

test('a person that the text mostly puts in is a place, but for names that people bear', () => {
  expect(
    corrected('clashes in/ADP Qamenas . Qamenas fell', [
      ['PER', 2, 3],
      ['PER', 4, 5],
    ]),
  ).toEqual(['LOC Qamenas', 'LOC Qamenas']);
  expect(corrected('trust in/ADP Rubio', [['PER', 2, 3]])).toEqual(['PER Rubio']);
});

test('what is short for words in small letters is no name', () => {
  expect(
    corrected('liquefied natural gas ( LNG ) and LNG prices', [
      ['ORG', 4, 5],
      ['ORG', 7, 8],
    ]),
  ).toEqual([]);
  expect(corrected('the world bank ( BWX )', [['ORG', 4, 5]])).toEqual(['ORG BWX']);
});

test('brigades are no person, but somebody with a given name may be called so', () => {
  expect(corrected('Ahwal Brigades', [['PER', 0, 2]])).toEqual(['ORG Ahwal Brigades']);
  expect(corrected('Margaret Court', [['PER', 0, 2]])).toEqual(['PER Margaret Court']);
});
