import { PipelineError, toPipelineError } from '@dragoman/core';
import { issuesText } from '@dragoman/schemas';
import type { Command } from 'commander';
import { z } from 'zod';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { readTextFile } from '../read.ts';
import { line, SetAside } from '../terminal.ts';

const wordsSchema = z.object({ w: z.array(z.string()) });

interface AnalyseOptions {
  readonly tokens?: boolean;
  readonly json?: boolean;
}

/** `dragoman analyse FILE`: the language analysis of a text, or of given tokens. */
export function registerAnalyse(program: Command, context: CommandContext): void {
  program
    .command('analyse')
    .description('show sentences, tags, trees, names and roles of a text')
    .argument('<file>', 'a text, or with --tokens JSON lines {"w": [words]}; - for standard input')
    .option('--tokens', 'analyse given tokens, in the format of the corpora')
    .option('--json', 'print the annotated document as JSON')
    .action((file: string, options: AnalyseOptions) =>
      context.run(() =>
        options.tokens === true ? analyseGiven(context, file) : analyseText(context, file, options),
      ),
    );
}

async function analyseGiven(context: CommandContext, file: string): Promise<ExitStatus> {
  const { analyseTokens } = await import('@dragoman/nlp');
  const setAside = new SetAside(context.terminal);
  const lines = (await readTextFile(context, file)).split('\n');
  lines.forEach((text, index) => {
    if (text.trim() === '') return;
    const words = wordsOf(text);
    if (words instanceof PipelineError) setAside.add(`${file}:${index + 1}`, words);
    else context.terminal.out(line(analyseTokens(words)));
  });
  return setAside.status;
}

/** The words of a line, or what is wrong with it. */
function wordsOf(text: string): string[] | PipelineError {
  try {
    const { success, data, error } = wordsSchema.safeParse(JSON.parse(text));
    return success ? data.w : new PipelineError({ code: 'INPUT_BROKEN_LINE', message: issuesText(error) });
  } catch (thrown) {
    return toPipelineError(thrown, 'INPUT_BROKEN_LINE');
  }
}

async function analyseText(
  context: CommandContext,
  file: string,
  options: AnalyseOptions,
): Promise<ExitStatus> {
  const { annotate, renderDocument } = await import('@dragoman/nlp');
  const document = annotate(await readTextFile(context, file));
  context.terminal.out(options.json === true ? line(document) : renderDocument(document));
  return exitStatus.done;
}
