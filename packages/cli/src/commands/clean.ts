import { existsSync } from 'node:fs';
import { clean, renderDiff } from '@dragoman/clean';
import { PipelineError } from '@dragoman/core';
import type { GraphStore } from '@dragoman/graph';
import type { Article, RawDocument } from '@dragoman/schemas';
import { Option, type Command } from 'commander';
import { pathsHelp, withStated, type CommandContext, type StatedOptions } from '../command.ts';
import type { ExitStatus } from '../exit.ts';
import { readCommandInputs } from '../read.ts';
import { assertThere, statedStore, storeHelp, type StoreOptions } from '../store.ts';
import { line, SetAside, type Terminal } from '../terminal.ts';

interface CleanOptions extends StatedOptions, StoreOptions {
  readonly json?: boolean;
  readonly diff?: boolean;
}

/** Takes out of an article what is known as boilerplate at its source. */
type Relearn = (article: Article) => Promise<Article>;

/** `dragoman clean PATH…`: pages and scraped text without their boilerplate. */
export function registerClean(program: Command, context: CommandContext): void {
  const command = program
    .command('clean')
    .description('clean pages and scraped text of their boilerplate')
    .argument('<path...>', pathsHelp)
    .option('--json', 'print one JSON line an input')
    .addOption(
      new Option(
        '--diff',
        'show kept and dropped lines side by side, with what the graph has learned of the source',
      ).conflicts('json'),
    )
    .option('--store <where>', `leave out what is learned there as well; ${storeHelp}`);
  withStated(command).action((paths: string[], options: CleanOptions) =>
    context.run(() =>
      withLearned(context, options, (relearn) => cleanInputs(context, paths, options, relearn)),
    ),
  );
}

/** Looks into the store that is named, and for `--diff` into the configured one, where there is one that can be opened. */
async function withLearned(
  context: CommandContext,
  options: CleanOptions,
  work: (relearn: Relearn) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  if (options.store === undefined && options.diff !== true) return work(async (article) => article);
  const store = await openLearned(context, options);
  if (store === null) return work(async (article) => article);
  const { withoutLearned } = await import('@dragoman/pipeline');
  try {
    return await work(async (article) => (await withoutLearned(store, [article]))[0] ?? article);
  } finally {
    await store.close();
  }
}

async function openLearned(context: CommandContext, options: CleanOptions): Promise<GraphStore | null> {
  const { isStoreAddress, openConfiguredStore } = await import('@dragoman/graph');
  const config = context.config(statedStore(options));
  if (options.store !== undefined) await assertThere(config);
  if (!isStoreAddress(config.store) && !existsSync(config.store)) return null;
  try {
    return await openConfiguredStore(config);
  } catch (thrown) {
    if (options.store !== undefined || !(thrown instanceof PipelineError)) throw thrown;
    context.terminal.err(line(`${thrown.code}  without what is learned of the source: ${thrown.message}`));
    return null;
  }
}

async function cleanInputs(
  context: CommandContext,
  paths: readonly string[],
  options: CleanOptions,
  relearn: Relearn,
): Promise<ExitStatus> {
  const { terminal } = context;
  const setAside = new SetAside(terminal);
  const limits = { maxBytes: context.config().maxDocumentBytes };
  for await (const input of readCommandInputs(context, paths, options)) {
    const result = input.kind === 'rejected' ? input : clean(input.document, { limits });
    if (input.kind === 'document' && result.kind === 'article') {
      terminal.out(render(input.document, await relearn(result.article), options, terminal));
    } else if (result.kind === 'rejected') {
      const { id, error } = result;
      setAside.add(result.input, error);
      if (options.json === true) {
        terminal.out(line({ input: result.input, id, error: { code: error.code, message: error.message } }));
      }
    }
  }
  return setAside.status;
}

function render(document: RawDocument, article: Article, options: CleanOptions, terminal: Terminal): string {
  const { input } = document;
  if (options.diff === true) {
    return renderDiff(document, article, { width: terminal.width, colour: terminal.hasColour });
  }
  if (options.json !== true)
    return `${article.title === null ? '' : `${article.title}\n\n`}${article.text}\n`;
  const { inputId, url, source, language, title, authors, published, modified, text, dropped, ...rest } =
    article;
  const { publishedFrom, modifiedFrom, section, keywords, dateline, asides, entries, notes } = rest;
  return line({
    input,
    id: inputId,
    url,
    source,
    language,
    title,
    authors,
    published,
    modified,
    text,
    dropped,
    publishedFrom,
    modifiedFrom,
    section,
    keywords,
    dateline,
    asides,
    entries,
    notes,
  });
}
