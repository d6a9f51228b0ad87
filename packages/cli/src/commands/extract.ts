import type { ExplainedExtraction } from '@dragoman/extract';
import type { Article, Extraction } from '@dragoman/schemas';
import { Option, type Command } from 'commander';
import { pathsHelp, withStated, type CommandContext, type StatedOptions } from '../command.ts';
import type { ExitStatus } from '../exit.ts';
import { FileNames } from '../file-names.ts';
import { lexiconFolders } from '../lexicon-folder.ts';
import { writeJsonFile } from '../output.ts';
import { readCommandInputs } from '../read.ts';
import { line, SetAside } from '../terminal.ts';

interface ExtractOptions extends StatedOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly resolve?: boolean;
  readonly explain?: boolean;
  readonly lexicon?: string;
}

const CONFLICTS_FILE = 'conflicts.json';

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
    .addOption(
      new Option('--explain', 'show, fact by fact, the rule, the sentence and the parse').conflicts([
        'json',
        'out',
        'resolve',
      ]),
    )
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
    const results = new Results(context, options);
    for await (const { input, article, explained } of readArticles(context, paths, options, setAside)) {
      await results.put(input, article.inputId, { input, ...toGold(article, explained.extraction) });
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
  const { productionCleaner, productionExtractor, unreadableArticle } = await import('@dragoman/pipeline');
  const cleaner = productionCleaner(context.config().maxDocumentBytes);
  const extractor = productionExtractor(lexiconFolders(options.lexicon));
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
      setAside.add(name, unreadableArticle(thrown));
    }
  }
}

/** Where what was read goes: a file an input, or standard output. */
class Results {
  readonly #context: CommandContext;
  readonly #options: ExtractOptions;
  readonly #names: FileNames;

  constructor(context: CommandContext, options: ExtractOptions) {
    this.#context = context;
    this.#options = options;
    this.#names = new FileNames(options.resolve === true ? [CONFLICTS_FILE] : []);
  }

  /** What one input says. Of several with one id each gets a file of its own, and it is said. */
  async put(input: string, id: string, output: object): Promise<void> {
    const { out: folder, json } = this.#options;
    const { terminal } = this.#context;
    if (folder === undefined) {
      terminal.out(json === true ? line(output) : `${JSON.stringify(output, null, 1)}\n`);
      return;
    }
    const { name, isFirst } = this.#names.of(id);
    if (!isFirst) terminal.err(line(`${input}: ${id} has a file already, so this is written as ${name}`));
    await writeJsonFile(folder, name, output);
  }

  /** What the inputs contradict each other in. */
  async putConflicts(conflicts: readonly object[]): Promise<void> {
    const { out: folder } = this.#options;
    if (folder === undefined) this.#context.terminal.out(line({ conflicts }));
    else await writeJsonFile(folder, CONFLICTS_FILE, conflicts);
  }
}

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
  const results = new Results(context, options);
  for (const [at, { input, article, extraction }] of read.entries()) {
    const identity = resolved.articles[at];
    const withNode = <T extends { readonly id: string }>(items: readonly T[]) =>
      items.map((item) => ({ ...item, node: identity?.nodes.get(item.id) ?? null }));
    const { entities, meetings, events, ...rest } = toGold(article, extraction);
    await results.put(input, article.inputId, {
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
  await results.putConflicts(conflicts);
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
