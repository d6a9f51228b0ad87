/** `pnpm bench nlp`: accuracy on the development corpora, boundaries, speed, load time, memory; against floors that only rise. */
import { readdirSync, readFileSync } from 'node:fs';
import { Analyser } from '@dragoman/nlp';
import { z } from 'zod';
import { hasShared, sharedFolder } from './corpora.ts';
import { floorsBroken, raiseFloors } from './floors.ts';
import { scoreNames, scoreRoles, scoreTrees } from './nlp/accuracy.ts';
import { readNames, readReports, readRoles, readTrees } from './nlp/corpora.ts';
import { f1, precision, recall } from './nlp/counts.ts';
import { compromiseSpeed, loadFigures, ownSpeed, spacySpeed } from './nlp/speed.ts';
import { scoreBoundaries, scoreReports } from './nlp/text.ts';

export interface NlpBenchOptions {
  /** Raise the floors to what this run reaches. */
  raise?: boolean;
  /** Leave the timed parts out. */
  accuracyOnly?: boolean;
}

const nameSets = [
  'gum-dev',
  'crossner-politics-dev',
  'crossner-science-dev',
  'crossner-literature-dev',
  'crossner-music-dev',
  'crossner-ai-dev',
  'uner-ewt-dev',
];
/** A figure may differ by this without being a fall: the corpora are small. */
const slack = 0.0005;
const percent = (share: number): string => (100 * share).toFixed(2);

/** Prints the figures. False where one fell below its floor. */
export async function benchNlp(options: NlpBenchOptions = {}): Promise<boolean> {
  if (!hasShared()) {
    console.log('skipped: ../shared absent');
    return true;
  }
  const analyser = new Analyser();
  sayWhatWasTrainedOn();
  const figures: Record<string, number> = {};
  treesAndRoles(analyser, figures);
  names(analyser, figures);
  boundaries(analyser, figures);
  if (options.accuracyOnly !== true) await speed(analyser);
  const fallen = floorsBroken('nlp', figures, slack);
  for (const { figure, value, floor } of fallen)
    console.log(`BELOW FLOOR ${figure}: ${percent(value)}, floor ${percent(floor)}`);
  if (options.raise === true) raiseFloors('nlp', figures);
  return fallen.length === 0;
}

const evaluationSchema = z.object({ trainedOnDevelopmentParts: z.boolean(), heldOutShare: z.number() });

/** The figures below are flattered where the shipped weights have seen what they are measured on; the weights carry their own, held-out ones. */
function sayWhatWasTrainedOn(): void {
  const file = new URL('../../nlp/assets/evaluation.json', import.meta.url);
  const { trainedOnDevelopmentParts, heldOutShare } = evaluationSchema.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  if (!trainedOnDevelopmentParts) return;
  console.log(
    `note: the weights were trained on the development parts too, but for ${percent(heldOutShare)}% of them; figures on that share are in packages/nlp/assets/evaluation.json`,
  );
}

function treesAndRoles(analyser: Analyser, figures: Record<string, number>): void {
  for (const part of ['ewt-dev', 'gum-dev']) {
    const scores = scoreTrees(readTrees(part), analyser);
    console.log(
      `${part}: UPOS ${percent(scores.upos)} XPOS ${percent(scores.xpos)} lemma ${percent(scores.lemma)} UAS ${percent(scores.uas)} LAS ${percent(scores.las)}`,
    );
    for (const [name, value] of Object.entries(scores)) figures[`${part} ${name}`] = value as number;
  }
  const roles = scoreRoles(readRoles('ewt-dev'), analyser);
  console.log(
    `ewt-dev roles: predicates F1 ${percent(roles.predicates)}, argument heads F1 ${percent(roles.heads)}`,
  );
  figures['roles predicates'] = roles.predicates;
  figures['roles heads'] = roles.heads;
}

function names(analyser: Analyser, figures: Record<string, number>): void {
  for (const set of nameSets) {
    const counts = scoreNames(readNames(set), analyser);
    console.log(
      `names ${set}: P ${percent(precision(counts))} R ${percent(recall(counts))} F1 ${percent(f1(counts))}`,
    );
    figures[`names ${set}`] = f1(counts);
  }
  const reports = scoreReports(readReports(), analyser);
  console.log(
    `names re3d-dev, overlap, raw text: P ${percent(precision(reports))} R ${percent(recall(reports))} F1 ${percent(f1(reports))}`,
  );
  figures['names re3d-dev overlap'] = f1(reports);
}

function boundaries(analyser: Analyser, figures: Record<string, number>): void {
  for (const part of ['ewt-dev', 'gum-dev']) {
    for (const [layout, separator] of [
      ['a line a sentence', '\n'],
      ['one line', ' '],
    ] as const) {
      const { tokens, sentences, starts } = scoreBoundaries(readTrees(part), separator, analyser);
      console.log(
        `boundaries ${part}, ${layout}: sentences F1 ${percent(f1(sentences))}, their starts ${percent(f1(starts))}, tokens F1 ${percent(f1(tokens))}`,
      );
      figures[`sentences ${part} ${layout}`] = f1(sentences);
      figures[`tokens ${part} ${layout}`] = f1(tokens);
    }
  }
}

async function speed(analyser: Analyser): Promise<void> {
  const folder = `${sharedFolder}gold/news/`;
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'));
  const own = ownSpeed(texts, analyser, false);
  const withRoles = ownSpeed(texts, analyser, true);
  const shown = (name: string, other: number | undefined): void =>
    console.log(
      other === undefined
        ? `${name}: not installed, not compared`
        : `${name}: ${Math.round(other)} words a CPU second; we are ${(own / other).toFixed(1)} times as fast`,
    );
  console.log(
    `raw text to names, ${analyser.network.build} kernels: ${Math.round(own)} words a CPU second; with semantic roles ${Math.round(withRoles)}`,
  );
  shown('compromise', await compromiseSpeed(texts));
  shown("spaCy's small English model", spacySpeed(texts));
  const { milliseconds, residentMegabytes } = loadFigures();
  console.log(`model loaded in ${Math.round(milliseconds)} ms, ${Math.round(residentMegabytes)} MB resident`);
}
