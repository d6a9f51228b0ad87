import { createLogger } from '@dragoman/core';
import type { Stage } from '@dragoman/schemas';
import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, type StoreOptions } from '../store.ts';
import { wholeNumber } from '../whole-number.ts';

interface WorkerOptions extends StoreOptions {
  readonly stages?: readonly Stage[];
  readonly drain?: boolean;
  readonly healthPort?: number;
}

const stageNames: readonly string[] = ['collect', 'clean', 'extract', 'write'] satisfies Stage[];

/** `dragoman worker`: works the queues until it is told to stop. */
export function registerWorker(program: Command, context: CommandContext): void {
  program
    .command('worker')
    .description('work the queues; SIGTERM or Ctrl-C finishes the jobs at hand and ends')
    .option('--stages <names>', 'only these, comma separated: collect, clean, extract, write', stagesOf)
    .option('--drain', 'end when nothing is left to do')
    .option(
      '--health-port <port>',
      'answer health checks on this port of the loopback interface',
      wholeNumber(0, 65_535),
    )
    .option('--store <where>', storeHelp)
    .action((options: WorkerOptions) => context.run(() => work(context, options)));
}

async function work(context: CommandContext, options: WorkerOptions): Promise<ExitStatus> {
  const { runWorkers } = await import('@dragoman/workers');
  const config = context.config(statedStore(options));
  const logger = createLogger(config.logLevel, { process: 'worker' });
  await runWorkers(config, logger, {
    ...(options.stages === undefined ? {} : { stages: options.stages }),
    ...(options.healthPort === undefined ? {} : { healthPort: options.healthPort }),
    drain: options.drain === true,
  });
  return exitStatus.done;
}

function stagesOf(value: string): Stage[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !stageNames.includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`no stage ${unknown}`);
  return names as Stage[];
}
