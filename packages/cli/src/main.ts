import { Command, CommanderError } from 'commander';
import { createContext, type CommandContext } from './command.ts';
import { registerAnalyse } from './commands/analyse.ts';
import { registerClean } from './commands/clean.ts';
import { registerDead } from './commands/dead.ts';
import { registerExport } from './commands/export.ts';
import { registerExtract } from './commands/extract.ts';
import { registerIngest } from './commands/ingest.ts';
import { registerLearned } from './commands/learned.ts';
import { registerLexicon } from './commands/lexicon.ts';
import { registerQuery } from './commands/query.ts';
import { registerRetract } from './commands/retract.ts';
import { registerReview } from './commands/review.ts';
import { registerSchedule } from './commands/schedule.ts';
import { registerStatus } from './commands/status.ts';
import { registerWhy } from './commands/why.ts';
import { registerWikidata } from './commands/wikidata.ts';
import { registerWorker } from './commands/worker.ts';
import { exitStatus, type ExitStatus } from './exit.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const registrations: readonly ((program: Command, context: CommandContext) => void)[] = [
  registerIngest,
  registerQuery,
  registerWhy,
  registerStatus,
  registerExport,
  registerClean,
  registerAnalyse,
  registerExtract,
  registerLexicon,
  registerRetract,
  registerReview,
  registerLearned,
  registerWikidata,
  registerWorker,
  registerSchedule,
  registerDead,
];

/**
 * The dragoman command line.
 * @param argv as process.argv
 * @returns the exit status: 0 done, 1 nothing could be done, 3 done but some inputs were set aside
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.done;
  const context = createContext(terminal, (reached) => {
    status = reached;
  });
  const program = createProgram(terminal);
  for (const register of registrations) register(program, context);
  try {
    await program.parseAsync([...argv]);
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? exitStatus.done : exitStatus.failed;
  }
  return status;
}

function createProgram(terminal: Terminal): Command {
  return new Command('dragoman')
    .description(
      'Scraped news in, a knowledge graph out: who met whom, when and where, with the words behind it.',
    )
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError('(add --help for what there is)')
    .showSuggestionAfterError()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
}
