import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPipelineError } from '@dragoman/core';
import type { ExplainedExtraction } from '@dragoman/extract';
import type { Article, Extraction } from '@dragoman/schemas';
import type { Command } from 'commander';
import { pathsHelp, withStated, type CommandContext, type StatedOptions } from '../command.ts';
import type { ExitStatus } from '../exit.ts';
import { readCommandInputs } from '../read.ts';
import { line, SetAside } from '../terminal.ts';

interface ExtractOptions extends StatedOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly resolve?: boolean;
  readonly explain?: boolean;
  readonly lexicon?: string;
}

/** An input that was read. */
interface ReadInput {
  readonly input: string;
  readonly article: Article;
  /** What it says, with the parse. */
  readonly explained: ExplainedExtraction;
}

/** `dragoman extract PATH…`: what articles say, one by one. */
export function registerExtract(program: Command, context: CommandContext): void {
  const command = program
    .command('extract')
    .description('read people, groups, places, meetings, events, relations and statements out of articles')
    .argument('<path...>', pathsHelp)
    .option('--json', 'print one JSON line an input')
    .option('--out <dir>', 'write DIR/<id>.json for every input')
    .option('--resolve', 'add what only the articles together tell: nodes, stories, conflicts')
    .option('--explain', 'show, fact by fact, the rule, the sentence and the parse')
    .option('--lexicon <folder>', 'a folder of your own lexicons, joined with the shipped ones');
  withStated(command).action((paths: string[], options: ExtractOptions) =>
    context.run(() => extractInputs(context, paths, options)),
  );
}

async function extractInputs(
  context: CommandContext,
  paths: readonly string[],
  options: ExtractOptions,
): Promise<ExitStatus> {
  const setAside = new SetAside(context.terminal);
  if (options.explain === true) await explainInputs(context, paths, options, setAside);
  else if (options.resolve === true) await resolveInputs(context, paths, options, setAside);
  else {
    const { toGold } = await import('@dragoman/extract');
    for await (const { input, article, explained } of readArticles(context, paths, options, setAside)) {
      await print(context, options, article.inputId, { input, ...toGold(article, explained.extraction) });
    }
  }
  return setAside.status;
}

/** Cleans and reads the inputs one after the other; what cannot be read is set aside. */
async function* readArticles(
  context: CommandContext,
  paths: readonly string[],
  options: ExtractOptions,
  setAside: SetAside,
): AsyncGenerator<ReadInput> {
  const { productionCleaner, productionExtractor } = await import('@dragoman/pipeline');
  const cleaner = productionCleaner(context.config().maxDocumentBytes);
  const extractor = productionExtractor(options.lexicon === undefined ? [] : [options.lexicon]);
  for await (const input of readCommandInputs(context, paths, options)) {
    const cleaned = input.kind === 'rejected' ? input : cleaner.clean(input.document);
    if (cleaned.kind === 'rejected') {
      setAside.add(cleaned.input, cleaned.error);
      continue;
    }
    const name = input.kind === 'document' ? input.document.input : input.input;
    try {
      yield { input: name, article: cleaned.article, explained: extractor.explain(cleaned.article) };
    } catch (thrown) {
      const error = toPipelineError(thrown, 'EXTRACTION_FAILED');
      if (error.code !== 'EXTRACTION_FAILED') throw error;
      setAside.add(name, error);
    }
  }
}

async function print(
  context: CommandContext,
  options: ExtractOptions,
  id: string,
  output: object,
): Promise<void> {
  if (options.out === undefined) {
    context.terminal.out(options.json === true ? line(output) : `${JSON.stringify(output, null, 1)}\n`);
    return;
  }
  await writeJson(options.out, fileName(id), output);
}

async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
}

/** An id may be a URL: what a file name cannot hold becomes '_'. */
const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 200);

async function resolveInputs(
  context: CommandContext,
  paths: readonly string[],
  options: ExtractOptions,
  setAside: SetAside,
): Promise<void> {
  const { toGold } = await import('@dragoman/extract');
  const { duplicates, resolveTogether } = await import('@dragoman/pipeline');
  const read: { input: string; article: Article; extraction: Extraction }[] = [];
  for await (const { input, article, explained } of readArticles(context, paths, options, setAside)) {
    read.push({ input, article, extraction: explained.extraction });
  }
  const resolved = await resolveTogether(read, duplicates);
  for (const [at, { input, article, extraction }] of read.entries()) {
    const identity = resolved.articles[at];
    const withNode = <T extends { readonly id: string }>(items: readonly T[]) =>
      items.map((item) => ({ ...item, node: identity?.nodes.get(item.id) ?? null }));
    const { entities, meetings, events, ...rest } = toGold(article, extraction);
    await print(context, options, article.inputId, {
      input,
      story: identity?.story ?? null,
      ...rest,
      entities: withNode(entities),
      meetings: withNode(meetings),
      events: withNode(events),
    });
  }
  const inputIdOf = new Map(read.map(({ article }, at) => [resolved.articles[at]?.id, article.inputId]));
  const conflicts = resolved.conflicts.map(({ node, slot, values }) => ({
    node,
    slot,
    values: Object.fromEntries(Object.entries(values).map(([id, value]) => [inputIdOf.get(id) ?? id, value])),
  }));
  if (options.out === undefined) context.terminal.out(line({ conflicts }));
  else await writeJson(options.out, 'conflicts', conflicts);
}

async function explainInputs(
  context: CommandContext,
  paths: readonly string[],
  options: ExtractOptions,
  setAside: SetAside,
): Promise<void> {
  const { renderExplanation } = await import('@dragoman/extract');
  for await (const { explained } of readArticles(context, paths, options, setAside)) {
    context.terminal.out(renderExplanation(explained));
  }
}
