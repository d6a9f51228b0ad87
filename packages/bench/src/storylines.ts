import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toGold } from '@dragoman/extract';
import { duplicates, productionCleaner, productionExtractor, resolveTogether } from '@dragoman/pipeline';
import { resolveInMemory, type InMemory } from '@dragoman/resolve';
import type { Article, Extraction } from '@dragoman/schemas';
import { hasShared, sharedFolder } from './corpora.ts';
import { readGoldInputs } from './extract/gold-inputs.ts';
import { goldEvidence, readGold } from './gold-evidence.ts';

const maxBytes = 20_000_000;

/** A predicted article in the gold format, before its identities are added. */
interface Predicted {
  readonly id: string;
  readonly entities: readonly { readonly id: string }[];
  readonly meetings?: readonly { readonly id: string }[] | undefined;
  readonly events?: readonly { readonly id: string }[] | undefined;
}

/**
 * Scores identity, meetings and disagreement: over the gold annotations themselves, as if extraction were perfect, and over what the
 * extractor reads.
 * @param detail prints every miss
 */
export async function benchStorylines(detail: boolean): Promise<void> {
  if (!hasShared()) {
    console.log('storylines: skipped: ../shared absent');
    return;
  }
  const golds = readGold(join(sharedFolder, 'gold/authored'));
  console.log('Resolution of the gold annotations');
  score(golds, await resolveInMemory(golds.map(goldEvidence), () => false), detail);
  const read = readAuthored();
  const predictions = read.map(({ article, extraction }) => ({
    ...toGold(article, extraction),
    id: article.inputId,
  }));
  console.log('Resolution of what is extracted');
  score(predictions, await resolveTogether(read, duplicates), detail);
}

function readAuthored(): { article: Article; extraction: Extraction }[] {
  const scratch = mkdtempSync(join(tmpdir(), 'dragoman-storylines-'));
  try {
    const cleaner = productionCleaner(maxBytes);
    const extractor = productionExtractor();
    const inputs = readGoldInputs(scratch).filter(({ folder }) => folder === 'authored');
    return inputs.flatMap(({ document }) => {
      const cleaned = cleaner.clean(document);
      if (cleaned.kind === 'rejected') return [];
      return [{ article: cleaned.article, extraction: extractor.extract(cleaned.article) }];
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Writes the predictions as `extract --resolve` does, and runs the scorer over them. */
function score(predictions: readonly Predicted[], { articles, conflicts }: InMemory, detail: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-storylines-'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const [at, predicted] of predictions.entries()) {
      const identity = articles[at];
      const withNode = <T extends { id: string }>(items: readonly T[] | undefined) =>
        (items ?? []).map((item) => ({ ...item, node: identity?.nodes.get(item.id) }));
      const { entities, meetings, events } = predicted;
      const full = {
        ...predicted,
        story: identity?.story,
        entities: withNode(entities),
        meetings: withNode(meetings),
        events: withNode(events),
      };
      writeFileSync(join(folder, `${predicted.id}.json`), JSON.stringify(full));
    }
    writeFileSync(join(folder, 'conflicts.json'), JSON.stringify(conflicts));
    const scorer = join(sharedFolder, 'gold/score-storylines.mjs');
    const gold = join(sharedFolder, 'gold/authored');
    console.log(execFileSync('node', [scorer, gold, folder, ...(detail ? ['--detail'] : [])]).toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) await benchStorylines(process.argv.includes('--detail'));
