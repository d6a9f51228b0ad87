import { readFile } from 'node:fs/promises';
import { PipelineError, toPipelineError } from '@dragoman/core';
import type { Command } from 'commander';
import { z } from 'zod';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
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
  const lines = (await readText(context, file)).split('\n');
  lines.forEach((text, index) => {
    if (text.trim() === '') return;
    try {
      context.terminal.out(line(analyseTokens(wordsSchema.parse(JSON.parse(text)).w)));
    } catch (thrown) {
      setAside.add(`${file}:${index + 1}`, toPipelineError(thrown, 'INPUT_BROKEN_LINE'));
    }
  });
  return setAside.status;
}

async function analyseText(
  context: CommandContext,
  file: string,
  options: AnalyseOptions,
): Promise<ExitStatus> {
  const { annotate, renderDocument } = await import('@dragoman/nlp');
  const document = annotate(await readText(context, file));
  context.terminal.out(options.json === true ? line(document) : renderDocument(document));
  return exitStatus.done;
}

async function readText(context: CommandContext, file: string): Promise<string> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of context.terminal.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PipelineError({ code: 'INPUT_UNREADABLE', message: `${file} cannot be read`, cause });
  }
}
