import { expect, test } from 'vitest';
import { lemmatise } from './lemmatise.ts';

test.each([
  ['said', 'VERB', 'VBD', 'say'],
  ['Meeting', 'VERB', 'VBG', 'meet'],
  ['fled', 'VERB', 'VBD', 'flee'],
  ['withdrew', 'VERB', 'VBD', 'withdraw'],
  ['accused', 'VERB', 'VBD', 'accuse'],
  ['occurred', 'VERB', 'VBN', 'occur'],
  ['countries', 'NOUN', 'NNS', 'country'],
  ['people', 'NOUN', 'NNS', 'people'],
  ['Iran', 'PROPN', 'NNP', 'Iran'],
  ["n't", 'PART', 'RB', 'not'],
  ['n’t', 'PART', 'RB', 'not'],
  ['was', 'AUX', 'VBD', 'be'],
  ['better', 'ADJ', 'JJR', 'good'],
  ['them', 'PRON', 'PRP', 'they'],
] as const)('%s (%s %s) is a form of %s', (word, upos, xpos, lemma) => {
  expect(lemmatise(word, upos, xpos)).toBe(lemma);
});

test('a lemma is never empty', () => {
  expect(lemmatise('s', 'NOUN', 'NNS')).not.toBe('');
  expect(lemmatise('ed', 'VERB', 'VBD')).not.toBe('');
});
