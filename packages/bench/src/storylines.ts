import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveInMemory } from '@dragoman/resolve';
import { hasShared, sharedFolder } from './corpora.ts';
import { goldEvidence, readGold, type GoldArticle } from './gold-evidence.ts';

/**
 * Scores identity, meetings and disagreement over the gold annotations themselves, as if extraction were perfect.
 * @param detail prints every miss
 */
export async function benchStorylines(detail: boolean): Promise<void> {
  if (!hasShared()) {
    console.log('storylines: skipped: ../shared absent');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-storylines-'));
  try {
    const golds = readGold(join(sharedFolder, 'gold/authored'));
    await writePredictions(golds, folder);
    const scorer = join(sharedFolder, 'gold/score-storylines.mjs');
    const output = execFileSync('node', [
      scorer,
      join(sharedFolder, 'gold/authored'),
      folder,
      ...(detail ? ['--detail'] : []),
    ]);
    console.log(output.toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writePredictions(golds: readonly GoldArticle[], folder: string): Promise<void> {
  const { articles, conflicts } = await resolveInMemory(golds.map(goldEvidence), () => false);
  mkdirSync(folder, { recursive: true });
  for (const [at, gold] of golds.entries()) {
    const identity = articles[at];
    const named = <T extends { id: string }>(items: readonly T[] | undefined) =>
      (items ?? []).map((item) => ({ ...item, node: identity?.nodes.get(item.id) }));
    const predicted = {
      ...gold,
      story: identity?.story,
      entities: named(gold.entities),
      meetings: named(gold.meetings),
      events: named(gold.events),
    };
    writeFileSync(join(folder, `${gold.id}.json`), JSON.stringify(predicted));
  }
  writeFileSync(join(folder, 'conflicts.json'), JSON.stringify(conflicts));
}

if (import.meta.filename === process.argv[1]) await benchStorylines(process.argv.includes('--detail'));
