/**
 * Trains the sentence splitter's weights (data/sentences.bin) on the treebanks' documents, whose sentences are joined as texts come:
 * by spaces, by lines, by blank lines, wrapped at a width. Logistic regression, AdaGrad; seeded, so that a run repeats itself.
 * Usage: train-sentences.ts FOLDER, the folder with ewt-train.json.gz and gum-train.json.gz.
 */
import { gunzipSync } from 'node:zlib';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundaryFeatureIds, boundaryFeatures, gapBefore, isCandidate } from '../src/tokens/boundary.ts';
import { boundaryContext, scoreBoundary } from '../src/tokens/sentences.ts';
import { tokenise } from '../src/tokens/tokenise.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: train-sentences.ts FOLDER');

/** A linear congruential generator in [0, 1). */
let seed = 7;
function random(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

/** How the sentences of a document are joined: the chance of a line and of a blank line between two, and the width lines are wrapped at. */
interface Layout {
  line: number;
  blank: number;
  wrap: number;
}

const layouts: Layout[] = [
  { line: 0, blank: 0, wrap: 0 },
  { line: 0, blank: 0, wrap: 0 },
  { line: 0.35, blank: 0, wrap: 0 },
  { line: 0.35, blank: 0, wrap: 0 },
  { line: 1, blank: 0, wrap: 0 },
  { line: 0, blank: 0.35, wrap: 0 },
  { line: 0, blank: 0.3, wrap: 72 },
  { line: 0.2, blank: 0, wrap: 80 },
];

function wrapped(sentence: string, width: number, column: number): string {
  let at = column;
  return sentence
    .split(' ')
    .map((word, index) => {
      const breaks = at > 0 && at + word.length > width;
      at = breaks ? word.length : at + word.length + 1;
      return index === 0 ? word : (breaks ? '\n' : ' ') + word;
    })
    .join('');
}

/** A document's text under a layout, with the offsets where sentences start. */
function layOut(sentences: readonly string[], layout: Layout): { text: string; starts: Set<number> } {
  let text = '';
  const starts = new Set<number>();
  for (const sentence of sentences) {
    const chance = random();
    if (text !== '')
      text += chance < layout.blank ? '\n\n' : chance < layout.blank + layout.line ? '\n' : ' ';
    starts.add(text.length);
    text +=
      layout.wrap === 0 ? sentence : wrapped(sentence, layout.wrap, text.length - text.lastIndexOf('\n') - 1);
  }
  return { text, starts };
}

interface Example {
  features: number[];
  isBoundary: boolean;
}

function examplesOf(sentences: readonly string[], layout: Layout): Example[] {
  const { text, starts } = layOut(sentences, layout);
  const bounds = tokenise(text);
  const context = boundaryContext(text, bounds);
  const examples: Example[] = [];
  let start = 0;
  for (let i = 1; i < bounds.starts.length; i++) {
    const gap = gapBefore(context, i);
    const isBoundary = starts.has(bounds.starts[i] ?? 0);
    if (gap !== 'blank line' && isCandidate(context, i, gap))
      examples.push({ features: boundaryFeatureIds(context, i, gap, start), isBoundary });
    if (isBoundary) start = i;
  }
  return examples;
}

const documents = new Map<string, string[]>();
for (const name of ['ewt-train', 'gum-train']) {
  const sentences = JSON.parse(
    gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString('utf8'),
  ) as { t: string; doc: string }[];
  for (const { t, doc } of sentences) documents.set(doc, [...(documents.get(doc) ?? []), t]);
}
const examples = [...documents.values()].flatMap((sentences) =>
  layouts.flatMap((layout) => examplesOf(sentences, layout)),
);

const weights = new Float64Array(boundaryFeatures);
const squares = new Float64Array(boundaryFeatures).fill(1e-6);
const epochs = 2;
const rate = 0.05;
const decay = 2e-6;
for (let epoch = 0; epoch < epochs; epoch++) {
  let loss = 0;
  for (let step = 0; step < examples.length; step++) {
    const example = examples[Math.floor(random() * examples.length)];
    if (example === undefined) continue;
    const probability = 1 / (1 + Math.exp(-scoreBoundary(weights, example.features)));
    const error = (example.isBoundary ? 1 : 0) - probability;
    loss -= Math.log(Math.max(1e-9, example.isBoundary ? probability : 1 - probability));
    for (const feature of example.features) {
      const gradient = error - decay * (weights[feature] ?? 0);
      squares[feature] = (squares[feature] ?? 0) + gradient * gradient;
      weights[feature] = (weights[feature] ?? 0) + (rate * gradient) / Math.sqrt(squares[feature] ?? 1);
    }
  }
  process.stdout.write(
    `epoch ${epoch + 1}: ${examples.length} examples, loss ${(loss / examples.length).toFixed(4)}\n`,
  );
}
const top = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
writeFileSync(
  new URL('../data/sentences.bin', import.meta.url),
  Int8Array.from(weights, (weight) => Math.round((weight / top) * 127)),
);
