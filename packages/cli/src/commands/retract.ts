import { userInfo } from 'node:os';
import type { Removal } from '@dragoman/pipeline';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withPipeline, type StoreOptions } from '../store.ts';
import { line } from '../terminal.ts';

interface RetractOptions extends StoreOptions {
  readonly reason: string;
  readonly json?: boolean;
}

/** `dragoman retract` and `dragoman purge`: an article out of the graph, with all that it alone supported. */
export function registerRetract(program: Command, context: CommandContext): void {
  program
    .command('retract')
    .description(
      'remove an article and all that it alone supported; that it was removed, and why, stays on record',
    )
    .argument('<article>', 'its address or its id')
    .requiredOption('--reason <text>', 'why')
    .option('--store <where>', storeHelp)
    .option('--json', 'print JSON')
    .action((article: string, options: RetractOptions) =>
      context.run(() => remove(context, article, options, false)),
    );
  program
    .command('purge')
    .description('remove an article and every record of it')
    .argument('<article>', 'its address or its id')
    .option('--store <where>', storeHelp)
    .option('--json', 'print JSON')
    .action((article: string, options: Omit<RetractOptions, 'reason'>) =>
      context.run(() => remove(context, article, { ...options, reason: 'purged' }, true)),
    );
}

async function remove(
  context: CommandContext,
  article: string,
  options: RetractOptions,
  purge: boolean,
): Promise<ExitStatus> {
  const by = userInfo().username;
  const removal = await withPipeline(context.config(statedStore(options)), (pipeline) =>
    pipeline.retract(article, { reason: options.reason, by, purge }),
  );
  context.terminal.out(options.json === true ? line(removal) : render(removal, purge));
  return exitStatus.done;
}

function render(removal: Removal, purge: boolean): string {
  const { title, url, article, nodes, claims, linksRemoved, linksWeakened } = removal;
  const lines = [
    `${purge ? 'purged' : 'retracted'}  ${title ?? url ?? article}`,
    `went with it: ${claims} claims, ${linksRemoved} links, ${nodes.length} nodes; ${linksWeakened} links lost support and stand`,
    ...nodes.map(({ label, name }) => `  ${label}  ${name}`),
  ];
  return `${lines.join('\n')}\n`;
}
