import { userInfo } from 'node:os';
import type { LearnedLine, LineRuling } from '@dragoman/pipeline';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withPipeline, type StoreOptions } from '../store.ts';
import { line } from '../terminal.ts';

interface LearnedOptions extends StoreOptions {
  readonly json?: boolean;
  readonly reason?: string;
}

/** `dragoman learned`: the lines that recur at a source, and a person's word on them. */
export function registerLearned(program: Command, context: CommandContext): void {
  const learned = program
    .command('learned')
    .description('lines that recur over the articles of a source and are left out, and your word on them');
  const withStoreOption = (command: Command): Command =>
    command.option('--store <where>', storeHelp).option('--json', 'print JSON');
  withStoreOption(
    learned.command('list', { isDefault: true }).description('list what is learned of a source, or of all'),
  )
    .argument('[source]', 'the outlet, as its articles name it')
    .action((source: string | undefined, options: LearnedOptions) =>
      context.run(() => list(context, source, options)),
    );
  for (const [kind, meaning] of [
    ['allow', 'say of a line that it is the articles’ own: it stays, whatever is learned'],
    ['forbid', 'say of a line that it is no part of the articles: it goes, a sentence too'],
  ] as const) {
    withStoreOption(learned.command(kind).description(meaning))
      .argument('<source>', 'the outlet, as its articles name it')
      .argument('<line>', 'the line, or the id under which it is listed')
      .option('--reason <text>', 'why')
      .action((source: string, text: string, options: LearnedOptions) =>
        context.run(() => rule(context, source, text, kind, options)),
      );
  }
  withStoreOption(learned.command('undo').description('take a word back: what is counted decides again'))
    .argument('<ruling>', 'the id that `allow` or `forbid` printed')
    .action((ruling: string, options: LearnedOptions) => context.run(() => undo(context, ruling, options)));
}

async function list(
  context: CommandContext,
  source: string | undefined,
  options: LearnedOptions,
): Promise<ExitStatus> {
  const { terminal } = context;
  const lines = await withPipeline(context.config(statedStore(options)), (pipeline) =>
    pipeline.learned(source),
  );
  for (const learned of lines) terminal.out(options.json === true ? line(learned) : render(learned));
  if (lines.length === 0 && options.json !== true) terminal.out('nothing learned\n');
  return exitStatus.done;
}

const removals = { everywhere: 'left out', edges: 'left out at the top and the end' } as const;

function render({ source, text, removed, reason, id, ruling }: LearnedLine): string {
  const what = removed === null ? 'kept' : removals[removed];
  const next =
    ruling === null
      ? `dragoman learned allow ${JSON.stringify(source)} ${id}`
      : `dragoman learned undo ${id}`;
  return `${text}\n  ${what}: ${reason}\n  ${next}\n`;
}

async function rule(
  context: CommandContext,
  source: string,
  text: string,
  kind: LineRuling['kind'],
  options: LearnedOptions,
): Promise<ExitStatus> {
  const word = { kind, by: userInfo().username, reason: options.reason ?? '' };
  const ruling = await withPipeline(context.config(statedStore(options)), (pipeline) =>
    pipeline.ruleOnLine(source, text, word),
  );
  context.terminal.out(
    options.json === true
      ? line({ ruling })
      : `recorded; take it back with: dragoman learned undo ${ruling}\n`,
  );
  return exitStatus.done;
}

async function undo(context: CommandContext, ruling: string, options: LearnedOptions): Promise<ExitStatus> {
  await withPipeline(context.config(statedStore(options)), (pipeline) => pipeline.undoLineRuling(ruling));
  context.terminal.out(options.json === true ? line({ undone: ruling }) : `undone: ${ruling}\n`);
  return exitStatus.done;
}
