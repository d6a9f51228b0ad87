import { expect, test } from 'vitest';
import { makeDocument, type Token, type Upos } from './document.ts';
import {
  ancestors,
  child,
  children,
  dependencyPath,
  dominates,
  headOfSpan,
  predicateAt,
  rootOf,
  spanText,
  subtree,
  subtreeSpan,
  tokenAt,
  tokensBetween,
} from './walk.ts';

/** 'The minister of Oman met envoys who left.' with its tree. */
const text = 'The minister of Oman met envoys who left .';
const heads = [1, 4, 3, 1, -1, 4, 7, 5, 4];
const relations = ['det', 'nsubj', 'case', 'nmod', 'root', 'obj', 'nsubj', 'acl:relcl', 'punct'];

function example() {
  let at = 0;
  const tokens = text.split(' ').map((word, i): Token => {
    const start = at;
    at += word.length + 1;
    const tag: Upos = 'NOUN';
    return {
      i,
      sentence: 0,
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase(),
      lemma: word,
      upos: tag,
      head: heads[i] ?? -1,
      deprel: relations[i] ?? '',
    };
  });
  return makeDocument({
    text,
    tokens,
    sentences: [{ index: 0, start: 0, end: text.length, first: 0, last: 8 }],
    entities: [{ kind: 'LOC', start: 3, end: 4, by: 'model' }],
    predicates: [{ token: 4, args: [], negated: false }],
  });
}
const doc = example();

test('children are found by relation, subtypes included', () => {
  expect(children(doc, 4).map((token) => token.text)).toEqual(['minister', 'envoys', '.']);
  expect(child(doc, 5, 'acl')?.text).toBe('left');
  expect(child(doc, 5, 'nsubj')).toBeUndefined();
});

test('subtrees, their spans, and what is left out of them', () => {
  expect(subtree(doc, 1)).toEqual([0, 1, 2, 3]);
  expect(spanText(doc, subtreeSpan(doc, 5))).toBe('envoys who left');
  expect(
    spanText(
      doc,
      subtreeSpan(doc, 5, (token) => token.deprel.startsWith('acl')),
    ),
  ).toBe('envoys');
});

test('heads, roots and ancestors', () => {
  expect(headOfSpan(doc, { start: 0, end: 4 }).text).toBe('minister');
  expect(rootOf(doc, 6).text).toBe('met');
  expect(ancestors(doc, 3).map((token) => token.text)).toEqual(['minister', 'met']);
  expect(dominates(doc, 4, 3)).toBe(true);
  expect(dominates(doc, 5, 3)).toBe(false);
});

test('a path goes up to the common ancestor and down', () => {
  expect(dependencyPath(doc, 3, 7)?.map(({ direction, deprel }) => `${direction} ${deprel}`)).toEqual([
    'up nmod',
    'up nsubj',
    'down obj',
    'down acl:relcl',
  ]);
  expect(dependencyPath(doc, 4, 4)).toEqual([]);
});

test('characters lead to tokens', () => {
  expect(tokenAt(doc, 5)?.text).toBe('minister');
  expect(tokenAt(doc, 12)?.text).toBe('of');
  expect(tokenAt(doc, 1000)).toBeUndefined();
  expect(tokensBetween(doc, 13, 20)).toEqual({ start: 2, end: 4 });
});

test('entities and predicates are found by token', () => {
  expect(doc.entityAt).toEqual([-1, -1, -1, 0, -1, -1, -1, -1, -1]);
  expect(predicateAt(doc, 4)?.token).toBe(4);
  expect(predicateAt(doc, 3)).toBeUndefined();
});
