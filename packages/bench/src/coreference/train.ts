/** Trains the weights of pronoun resolution on GUM's training part; writes packages/extract/data/coreference.json. */
import { writeFileSync } from 'node:fs';
import {
  antecedentChoices,
  createCoreferenceTools,
  type PronounClass,
  type PronounWeights,
  type TrainingChoice,
} from '@dragoman/extract/coreference';
import { chainsByHead } from './evaluate.ts';
import { type GumDocument, readGum } from './gum.ts';

const epochs = 12;
const regularisation = 0.0006;
const minimumCount = 4;

const weights: PronounWeights = { he: {}, it: {}, they: {} };
const choices = readGum('train').flatMap(choicesOf);
const counts = countFeatures(choices);
for (let epoch = 0; epoch < epochs; epoch++) {
  for (const choice of choices) update(weights[choice.kind], choice, 0.15 / (1 + epoch));
}
writeFileSync(
  new URL('../../../extract/data/coreference.json', import.meta.url),
  `${JSON.stringify(rounded(weights), null, 1)}\n`,
);
console.log(`${choices.length} pronouns`);

/** The pronouns of a document with their candidates, the right ones marked by the gold chains. */
function choicesOf(gum: GumDocument): TrainingChoice[] {
  const chainAt = chainsByHead(gum.mentions);
  return antecedentChoices(gum.document, createCoreferenceTools(), (pronoun, candidate) => {
    const chain = chainAt.get(pronoun);
    return chain !== undefined && chain === chainAt.get(candidate);
  });
}

function countFeatures(all: readonly TrainingChoice[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const choice of all) {
    for (const option of choice.options)
      for (const feature of option.features)
        found.set(`${choice.kind} ${feature}`, (found.get(`${choice.kind} ${feature}`) ?? 0) + 1);
  }
  return found;
}

/** One step up the gradient of the log probability of all right options together. */
function update(table: Record<string, number>, choice: TrainingChoice, rate: number): void {
  const scores = choice.options.map((option) =>
    option.features.reduce((sum, feature) => sum + (table[feature] ?? 0), 0),
  );
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  const rightTotal = exponentials.reduce(
    (sum, value, i) => sum + (choice.options[i]?.right === true ? value : 0),
    0,
  );
  if (rightTotal === 0) return;
  choice.options.forEach((option, i) => {
    const value = exponentials[i] ?? 0;
    const gradient = (option.right ? value / rightTotal : 0) - value / total;
    for (const feature of option.features) {
      if ((counts.get(`${choice.kind} ${feature}`) ?? 0) < minimumCount) continue;
      const old = table[feature] ?? 0;
      table[feature] = old + rate * (gradient - regularisation * old);
    }
  });
}

function rounded(all: PronounWeights): PronounWeights {
  const table = (kind: PronounClass): Record<string, number> =>
    Object.fromEntries(
      Object.entries(all[kind])
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([feature, weight]) => [feature, Math.round(weight * 1000) / 1000]),
    );
  return { he: table('he'), it: table('it'), they: table('they') };
}
