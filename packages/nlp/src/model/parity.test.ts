/** The runtime against what train/export.py says of the same weights (train/parity), with and without vector instructions. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FeatureExtractor } from './features.ts';
import { readModelFiles } from './files.ts';
import { readFeatureLists } from './lists.ts';
import { Network } from './network.ts';

interface ParitySentence {
  words: string[];
  /** Only some of the files have the features. */
  wordIds?: number[];
  rows?: number[][];
  upos: string[];
  xpos: string[];
  heads: number[];
  deprel: string[];
  ner: string[];
  predicates: { index: number; arguments: [number, string][] }[];
}

const files = readModelFiles();
const lists = readFeatureLists();

const sentences = ['ewt-dev', 'own'].flatMap((name) => {
  const text = readFileSync(new URL(`../../train/parity/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { sentences: ParitySentence[] }).sentences;
});

/** The product in 16-bit activations may tip a close decision; float32 in training does not round. */
const tolerance = 0.995;

/** Share of equal members. */
function agreement(pairs: readonly [unknown, unknown][]): number {
  return pairs.filter(([a, b]) => a === b).length / pairs.length;
}

test('features are those of the training program, id for id', () => {
  const features = new FeatureExtractor(files.description.features, files.vocabulary, lists);
  const withFeatures = sentences.filter((sentence) => sentence.wordIds !== undefined);
  expect(withFeatures.length).toBeGreaterThan(20);
  for (const { words, wordIds = [], rows = [] } of withFeatures) {
    const ids = new Int32Array(words.length * features.width);
    features.write(words, ids, 0);
    const expected = words.flatMap((_, i) => [wordIds[i] ?? -1, ...(rows[i] ?? [])]);
    expect([...ids]).toEqual(expected);
  }
});

test('tags, names, trees and roles agree with the training program within the tolerance of 16-bit activations', () => {
  const network = new Network(files, lists);
  const { labels } = network;
  const seen = { upos: 0, xpos: 0, ner: 0, heads: 0, deprel: 0, predicates: 0, roles: 0 };
  const pairs = Object.fromEntries(
    Object.keys(seen).map((key) => [key, [] as [unknown, unknown][]]),
  ) as Record<keyof typeof seen, [unknown, unknown][]>;
  const analyses = network.run(sentences.map(({ words }) => words));
  sentences.forEach((expected, k) => {
    const found = analyses[k];
    if (found === undefined) throw new Error('an analysis is missing');
    expected.words.forEach((_, i) => {
      pairs.upos.push([labels.upos[found.upos[i] ?? -1], expected.upos[i]]);
      pairs.xpos.push([labels.xpos[found.xpos[i] ?? -1], expected.xpos[i]]);
      pairs.ner.push([labels.ner[found.ner[i] ?? -1], expected.ner[i]]);
      pairs.heads.push([found.heads[i], expected.heads[i]]);
      pairs.deprel.push([labels.deprel[found.deprel[i] ?? -1], expected.deprel[i]]);
      pairs.predicates.push([
        found.roles.some(({ predicate }) => predicate === i),
        expected.predicates.some(({ index }) => index === i),
      ]);
    });
    for (const { index, arguments: args } of expected.predicates) {
      const roles = found.roles.find(({ predicate }) => predicate === index)?.roles;
      const wanted = new Map(args);
      expected.words.forEach((_, i) =>
        pairs.roles.push([labels.roles[roles?.[i] ?? 0], wanted.get(i) ?? '_']),
      );
    }
  });
  for (const [what, list] of Object.entries(pairs)) expect(agreement(list), what).toBeGreaterThan(tolerance);
});

test('a sentence is analysed the same alone and among others', () => {
  const network = new Network(files, lists);
  const some = sentences.slice(0, 60).map(({ words }) => words);
  expect(network.run(some)).toEqual(some.flatMap((words) => network.run([words])));
});

test('without vector instructions the answers are the same', () => {
  const simd = new Network(files, lists, 'simd');
  const scalar = new Network(files, lists, 'scalar');
  for (const { words } of sentences.slice(0, 40)) expect(scalar.run([words])).toEqual(simd.run([words]));
});

test('sentence starts of a text without line breaks are scored as by the training program, with and without vector instructions', () => {
  const text = readFileSync(new URL('../../train/parity/boundaries.json', import.meta.url), 'utf8');
  const { words, glued, scores } = JSON.parse(text) as Record<'glued' | 'scores', number[]> & {
    words: string[];
  };
  const isGlued = glued.map((mark) => mark === 1);
  const found = new Network(files, lists).sentenceScores(words, isGlued);
  expect(words.length).toBeGreaterThan(100);
  // The first word has nothing before it, and is never asked for.
  for (let i = 1; i < words.length; i++) expect(found[i], words[i]).toBeCloseTo(scores[i] ?? 0, 0);
  expect(new Network(files, lists, 'scalar').sentenceScores(words, isGlued)).toEqual(found);
});
