import { clean } from '@dragoman/clean';
import type { Article } from '@dragoman/schemas';
import type { Command } from 'commander';
import { pathsHelp, withStated, type CommandContext, type StatedOptions } from '../command.ts';
import type { ExitStatus } from '../exit.ts';
import { readCommandInputs } from '../read.ts';
import { line, SetAside } from '../terminal.ts';

interface CleanOptions extends StatedOptions {
  readonly json?: boolean;
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
    if (result.kind === 'article') {
      terminal.out(render(result.article, inputOf(input), options));
      continue;
    }
    const { id, error } = result;
    setAside.add(result.input, error);
    if (options.json === true) {
      terminal.out(line({ input: result.input, id, error: { code: error.code, message: error.message } }));
    }
  }
  return setAside.status;
}

const inputOf = (
  input: { kind: 'document'; document: { input: string } } | { kind: 'rejected'; input: string },
): string => (input.kind === 'document' ? input.document.input : input.input);

function render(article: Article, input: string, options: CleanOptions): string {
  if (options.json !== true)
    return `${article.title === null ? '' : `${article.title}\n\n`}${article.text}\n`;
  const { inputId, url, source, language, title, authors, published, modified, text, dropped, ...rest } =
    article;
  const { publishedFrom, modifiedFrom, section, keywords, dateline, asides, entries, notes } = rest;
  return line({
    ...{ input, id: inputId, url, source, language, title, authors, published, modified, text, dropped },
    ...{ publishedFrom, modifiedFrom, section, keywords, dateline, asides, entries, notes },
  });
}
