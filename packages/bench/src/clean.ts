/** `pnpm bench clean`: what is kept and dropped, metadata, speed and memory, beside other cleaners; against floors that only rise. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clean, visibleText } from '@dragoman/clean';
import { hasShared, sharedFolder } from './corpora.ts';
import { floorsBroken, raiseFloors } from './floors.ts';
import { withArchive } from './clean/archives.ts';
import { dragoman, loadPeers, runSafely } from './clean/cleaners.ts';
import type { CleanedPage, Cleaner } from './clean/cleaners.ts';
import { scoreGold } from './clean/gold.ts';
import { accuracyOf, authorIsRight, dateIsRight, titleIsRight } from './clean/metadata.ts';
import type { Accuracy } from './clean/metadata.ts';
import {
  averageScores,
  compareSegments,
  compareTexts,
  linesMissingFrom,
  summedScores,
} from './clean/metrics.ts';
import type { Scores } from './clean/metrics.ts';
import { readDatePages, readSegmentPages, readTextPages } from './clean/pages.ts';
import type { CorpusPage, TextGold } from './clean/pages.ts';
import { measureCost } from './clean/speed.ts';

/** By this much a figure may differ without being a fall: dates and pages per second depend on the machine a little. */
const slack = 0.0005;

export interface CleanBenchOptions {
  /** Fail where a figure is below its floor. */
  readonly check?: boolean;
  /** Raise the floors to what this run reaches. */
  readonly raise?: boolean;
  /** Leave the other cleaners and the timed part out. */
  readonly ownOnly?: boolean;
}

type Figures = Record<string, number>;

/** Prints the figures. False where `check` is set and one fell below its floor. */
export async function benchClean(options: CleanBenchOptions = {}): Promise<boolean> {
  if (!hasShared()) {
    console.log('skipped: ../shared absent');
    return true;
  }
  const figures: Figures = {};
  const peers = options.ownOnly === true ? [] : await loadPeers();
  const cleaners = [dragoman, ...peers];
  await onArchive('aeb-dev', async (folder) => {
    const pages = readTextPages(folder);
    if (peers.length > 0) await costs(cleaners, pages, figures);
    for (const cleaner of cleaners) await wholeTexts(cleaner, pages, figures);
    textOnly(pages, figures);
    goldTexts(pages);
    goldArticles(folder, figures);
  });
  await onArchive('trafilatura-dev', async (folder) => {
    for (const cleaner of cleaners) await segments(cleaner, folder, figures);
  });
  await onArchive('htmldate-dev', async (folder) => {
    for (const cleaner of cleaners) await dates(cleaner, folder, figures);
  });
  return settle(figures, options);
}

async function onArchive(name: string, use: (folder: string) => Promise<void>): Promise<void> {
  const archive = `${sharedFolder}corpora/clean/${name}.tar.xz`;
  if (existsSync(archive)) await withArchive(archive, use);
  else console.log(`skipped: ../shared/corpora/clean/${name}.tar.xz absent`);
}

/** Only the project's own figures have floors. */
function keep(cleaner: Cleaner, figures: Figures, values: Figures): void {
  if (cleaner === dragoman) Object.assign(figures, values);
}

const scoreText = ({ f1, precision, recall }: Scores): string =>
  `F1 ${f1.toFixed(4)} (P ${precision.toFixed(4)}, R ${recall.toFixed(4)})`;
const shareText = ({ right, of }: Accuracy): string => `${(right / (of || 1)).toFixed(3)} (${right}/${of})`;

async function wholeTexts(
  cleaner: Cleaner,
  pages: readonly CorpusPage<TextGold>[],
  figures: Figures,
): Promise<void> {
  const counts = [];
  let extra = 0;
  let removed = 0;
  let goldLines = 0;
  for (const page of pages) {
    const { text } = await runSafely(cleaner, page.read(), page.url);
    const gold = page.gold.articleBody;
    counts.push(compareTexts(gold, text));
    extra += linesMissingFrom(text, gold).length;
    removed += linesMissingFrom(gold, text).length;
    goldLines += gold.split('\n').filter((line) => line.trim() !== '').length;
  }
  const scores = averageScores(counts);
  console.log(
    `AEB            ${cleaner.name}: ${scoreText(scores)}; lines outside the gold ${(extra / pages.length).toFixed(2)} a page; gold lines removed ${percent(removed, goldLines)}`,
  );
  keep(cleaner, figures, {
    'AEB F1': scores.f1,
    'AEB recall': scores.recall,
    'AEB gold lines kept': 1 - removed / goldLines,
  });
}

async function segments(cleaner: Cleaner, folder: string, figures: Figures): Promise<void> {
  const counts = [];
  const found: CleanedPage[] = [];
  const pages = readSegmentPages(folder);
  for (const page of pages) {
    const result = await runSafely(cleaner, page.read(), page.url);
    found.push(result);
    counts.push(compareSegments(page.gold, result.text));
  }
  const answers = (isRight: typeof titleIsRight): Accuracy =>
    accuracyOf(pages.map((page, index) => isRight(page.gold, found[index] as CleanedPage)));
  const scores = summedScores(counts);
  const title = answers(titleIsRight);
  const author = answers(authorIsRight);
  const date = answers(dateIsRight);
  console.log(
    `trafilatura    ${cleaner.name}: segments ${scoreText(scores)}; title ${shareText(title)}, author ${shareText(author)}, date ${shareText(date)}`,
  );
  keep(cleaner, figures, {
    'trafilatura segments F1': scores.f1,
    title: title.right / title.of,
    author: author.right / author.of,
  });
}

async function dates(cleaner: Cleaner, folder: string, figures: Figures): Promise<void> {
  const answers = [];
  for (const page of readDatePages(folder)) {
    answers.push(dateIsRight(page.gold, await runSafely(cleaner, page.read(), page.url)));
  }
  const accuracy = accuracyOf(answers);
  console.log(`htmldate       ${cleaner.name}: publication day ${shareText(accuracy)}`);
  keep(cleaner, figures, { 'htmldate day': accuracy.right / accuracy.of });
}

/** The page's whole visible text in, the article out. */
function textOnly(pages: readonly CorpusPage<TextGold>[], figures: Figures): void {
  const counts = pages.map((page) => {
    const bytes = new TextEncoder().encode(visibleText(page.read()));
    const result = clean({ hash: '', input: page.id, id: page.id, format: 'text', bytes, stated: {} });
    return compareTexts(page.gold.articleBody, result.kind === 'article' ? result.article.text : '');
  });
  const scores = averageScores(counts);
  console.log(`AEB text-only  dragoman: ${scoreText(scores)}`);
  figures['text-only F1'] = scores.f1;
}

/** The gold bodies in, as text that was scraped already: what the line filter takes of an article that is clean. */
function goldTexts(pages: readonly CorpusPage<TextGold>[]): void {
  let removed = 0;
  let lines = 0;
  for (const { id, gold } of pages) {
    const bytes = new TextEncoder().encode(gold.articleBody);
    const result = clean({ hash: '', input: id, id, format: 'text', bytes, stated: {} });
    const article = result.kind === 'article' ? `${result.article.title ?? ''}\n${result.article.text}` : '';
    removed += linesMissingFrom(gold.articleBody, article).length;
    lines += linesMissingFrom(gold.articleBody, '').length;
  }
  console.log(`AEB gold text  dragoman: ${removed} of ${lines} lines removed (${percent(removed, lines)})`);
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;

function goldArticles(folder: string, figures: Figures): void {
  const pages = new Map(readTextPages(folder).map((page) => [page.id, page.read]));
  for (const set of ['authored', 'real', 'news']) {
    const goldFolder = join(sharedFolder, 'gold', set);
    if (!existsSync(goldFolder)) {
      console.log(`skipped: ../shared/gold/${set} absent`);
      continue;
    }
    const score = scoreGold(goldFolder, (id) => pages.get(id)?.() ?? null);
    console.log(
      `gold ${set.padEnd(9)} dragoman: sentences kept ${score.kept}/${score.keep}, boilerplate lines gone ${score.gone}/${score.drop}`,
    );
    figures[`gold ${set} kept`] = score.kept / (score.keep || 1);
    figures[`gold ${set} gone`] = score.gone / (score.drop || 1);
  }
}

async function costs(
  cleaners: readonly Cleaner[],
  pages: readonly CorpusPage<TextGold>[],
  figures: Figures,
): Promise<void> {
  let own = 0;
  for (const cleaner of cleaners) {
    const cost = await measureCost(
      cleaner,
      pages.map((page) => page.read),
    );
    if (cleaner === dragoman) own = cost.pagesPerCpuSecond;
    const ratio =
      cleaner === dragoman ? '' : `; dragoman is ${(own / cost.pagesPerCpuSecond).toFixed(1)} times as quick`;
    console.log(
      `cost           ${cleaner.name}: ${cost.pagesPerCpuSecond.toFixed(0)} pages a CPU second, ${cost.megabytesOverBase.toFixed(0)} MB over the base${ratio}`,
    );
    if (cleaner.name.startsWith('readability'))
      figures['times as quick as readability'] = own / cost.pagesPerCpuSecond;
  }
}

function settle(figures: Figures, options: CleanBenchOptions): boolean {
  const accuracies = Object.fromEntries(
    Object.entries(figures).filter(([name]) => name !== 'times as quick as readability'),
  );
  const fallen = floorsBroken('clean', accuracies, slack);
  for (const { figure, value, floor } of fallen)
    console.log(`BELOW FLOOR ${figure}: ${value.toFixed(4)} is below its floor ${floor.toFixed(4)}`);
  if (options.raise === true) raiseFloors('clean', accuracies);
  return options.check !== true || fallen.length === 0;
}
