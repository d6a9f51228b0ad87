import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { lexiconFolders } from '../lexicon-folder.ts';
import { line } from '../terminal.ts';

interface CheckOptions {
  readonly json?: boolean;
}

/** `dragoman lexicon check`: whether the word lists and patterns are sound, each with its example. */
export function registerLexicon(program: Command, context: CommandContext): void {
  program
    .command('lexicon')
    .description('the word lists and patterns of the extraction')
    .command('check')
    .description(
      'tell whether the lexicons are sound: their schema, and every pattern against its example sentence',
    )
    .argument('[folder]', 'a folder of your own lexicons, joined with the shipped ones')
    .option('--json', 'print one JSON line a fault')
    .action((folder: string | undefined, options: CheckOptions) =>
      context.run(() => check(context, folder, options)),
    );
}

async function check(
  context: CommandContext,
  folder: string | undefined,
  options: CheckOptions,
): Promise<ExitStatus> {
  const { checkLexicon } = await import('@dragoman/extract');
  const [own] = lexiconFolders(folder);
  const faults = checkLexicon(own);
  for (const fault of faults)
    context.terminal.out(line(options.json === true ? fault : `${fault.file}  ${fault.message}`));
  if (faults.length === 0 && options.json !== true) context.terminal.out('the lexicons are sound\n');
  return faults.length > 0 ? exitStatus.failed : exitStatus.done;
}
