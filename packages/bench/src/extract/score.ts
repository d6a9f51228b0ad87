import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { clean } from '@dragoman/clean';
import { createExtractor, toGold } from '@dragoman/extract';
import type { Article } from '@dragoman/schemas';
import { z } from 'zod';
import { sharedFolder } from '../corpora.ts';
import type { GoldInput } from './gold-inputs.ts';

const rowsSchema = z.array(
  z.object({
    row: z.string(),
    P: z.number().nullish(),
    R: z.number().nullish(),
    F1: z.number().nullish(),
    accuracy: z.number().nullish(),
    of: z.number().nullish(),
    gold: z.number().nullish(),
    predicted: z.number().nullish(),
  }),
);
/** A row of the scorer: precision, recall and F1, or an accuracy, in percent. */
export type ScoreRow = z.infer<typeof rowsSchema>[number];

/** What a run over the annotated articles gave. */
export interface ExtractRun {
  readonly rows: readonly ScoreRow[];
  /** Articles of 500 words a CPU second, from bytes to extraction, after one article to warm up. */
  readonly articlesPerSecond: number;
}

/** Cleans and extracts the inputs and scores them with the shared scorer. `scratch` is a folder to write in. */
export function scoreExtraction(inputs: readonly GoldInput[], scratch: string): ExtractRun {
  const [gold, predicted] = [join(scratch, 'gold'), join(scratch, 'predicted')];
  for (const folder of [gold, predicted]) mkdirSync(folder, { recursive: true });
  const extractor = createExtractor();
  const read = (input: GoldInput): Article | undefined => {
    const result = clean(input.document);
    return result.kind === 'article' ? result.article : undefined;
  };
  const [first] = inputs;
  const warm = first === undefined ? undefined : read(first);
  if (warm !== undefined) extractor.extract(warm);
  let words = 0;
  const before = process.cpuUsage();
  for (const input of inputs) {
    const article = read(input);
    if (article === undefined) continue;
    words += article.text.split(/\s+/).length;
    const output = toGold(article, extractor.extract(article));
    writeFileSync(join(predicted, basename(input.file)), JSON.stringify(output));
  }
  const used = process.cpuUsage(before);
  for (const input of inputs) copyFileSync(input.file, join(gold, basename(input.file)));
  return {
    rows: runScorer(gold, predicted),
    articlesPerSecond: words / 500 / ((used.user + used.system) / 1e6),
  };
}

function runScorer(gold: string, predicted: string): ScoreRow[] {
  const scorer = join(sharedFolder, 'gold/score.mjs');
  const output = execFileSync(process.execPath, [scorer, gold, predicted, '--json'], { encoding: 'utf8' });
  return rowsSchema.parse(JSON.parse(output));
}
