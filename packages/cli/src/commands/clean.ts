import { clean, renderDiff } from '@dragoman/clean';
import type { Article, RawDocument } from '@dragoman/schemas';
import type { Command } from 'commander';
import { pathsHelp, withStated, type CommandContext, type StatedOptions } from '../command.ts';
import type { ExitStatus } from '../exit.ts';
import { readCommandInputs } from '../read.ts';
import { line, SetAside, type Terminal } from '../terminal.ts';

interface CleanOptions extends StatedOptions {
  readonly json?: boolean;
  readonly diff?: boolean;
}

/** `dragoman clean PATH…`: pages and scraped text without their boilerplate. */
export function registerClean(program: Command, context: CommandContext): void {
  const command = program
    .command('clean')
    .description('clean pages and scraped text of their boilerplate')
    .argument('<path...>', pathsHelp)
    .option('--json', 'print one JSON line an input')
    .option('--diff', 'show kept and dropped lines side by side');
  withStated(command).action((paths: string[], options: CleanOptions) =>
    context.run(() => cleanInputs(context, paths, options)),
  );
}

async function cleanInputs(
  context: CommandContext,
  paths: readonly string[],
  options: CleanOptions,
): Promise<ExitStatus> {
  const { terminal } = context;
  const setAside = new SetAside(terminal);
  const limits = { maxBytes: context.config().maxDocumentBytes };
  for await (const input of readCommandInputs(context, paths, options)) {
    const result = input.kind === 'rejected' ? input : clean(input.document, { limits });
    if (input.kind === 'document' && result.kind === 'article') {
      terminal.out(render(input.document, result.article, options, terminal));
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
