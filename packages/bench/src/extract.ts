/** `pnpm bench extract`: scores on the annotated articles, coreference, PLV and PolNeAR, speed; against floors that only rise. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scoreAttribution } from './attribution/evaluate.ts';
import { hasShared } from './corpora.ts';
import { scoreCoreference } from './coreference/evaluate.ts';
import { readGoldInputs } from './extract/gold-inputs.ts';
import { scoreExtraction, type ScoreRow } from './extract/score.ts';
import { floorsBroken, raiseFloors, readFloors } from './floors.ts';
import { readPlv, scorePlv } from './plv.ts';

export interface ExtractBenchOptions {
  /** Raise the floors to what this run reaches. */
  readonly raise?: boolean;
  /** Only the annotated articles, without the larger corpora. */
  readonly articlesOnly?: boolean;
}

/** The articles are few: a figure may differ by this many points without being a fall. */
const slack = 1;

/** Prints all figures beside their floors; false where one fell below. */
export function benchExtract(options: ExtractBenchOptions = {}): boolean {
  if (!hasShared()) {
    console.log('skipped: ../shared absent');
    return true;
  }
  const figures = { ...articleFigures(), ...(options.articlesOnly === true ? {} : corpusFigures()) };
  const floors = readFloors('extract');
  const fallen = floorsBroken('extract', figures, slack);
  for (const [name, value] of Object.entries(figures)) {
    const floor = floors[name];
    console.log(
      `${name.padEnd(52)} ${value.toFixed(1).padStart(6)}  floor ${floor === undefined ? '-' : floor.toFixed(1)}`,
    );
  }
  for (const { figure, value } of fallen) console.log(`BELOW FLOOR ${figure}: ${value.toFixed(1)}`);
  if (options.raise === true) raiseFloors('extract', figures);
  return fallen.length === 0;
}

function articleFigures(): Record<string, number> {
  const scratch = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  try {
    const run = scoreExtraction(readGoldInputs(scratch), scratch);
    console.log(
      `speed: ${run.articlesPerSecond.toFixed(1)} articles of 500 words a CPU second, bytes to extraction`,
    );
    return Object.assign({}, ...run.rows.map(figuresOfRow)) as Record<string, number>;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function figuresOfRow(row: ScoreRow): Record<string, number> {
  if (typeof row.accuracy === 'number') return { [row.row]: row.accuracy };
  const parts = { P: row.P, R: row.R, F1: row.F1 };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, value]) =>
      typeof value === 'number' ? [[`${row.row} ${part}`, value]] : [],
    ),
  );
}

function corpusFigures(): Record<string, number> {
  const { pronouns, nominals } = scoreCoreference('dev', ['news', 'interview']);
  const plv = scorePlv(readPlv() ?? []);
  const speech = scoreAttribution();
  const percent = (share: number): number => 100 * share;
  return {
    'coreference: pronouns, news and interviews': percent(pronouns.right / Math.max(1, pronouns.of)),
    'coreference: nominals joined to a name, precision': percent(nominals.right / Math.max(1, nominals.of)),
    'PLV: macro-F1': percent(plv.macroF1),
    'PLV: macro-F1 unaided': percent(plv.unaidedMacroF1),
    'PLV: both actors right': percent(plv.bothRight),
    'PolNeAR: cue F1': percent(speech.cueF1),
    'PolNeAR: speaker': percent(speech.speaker),
  };
}
