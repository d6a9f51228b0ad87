import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { withQueues } from '../queues.ts';
import { line } from '../terminal.ts';

interface DeadOptions {
  readonly json?: boolean;
}

/** `dragoman dead`: what failed for good in the queues, to see, replay or drop. */
export function registerDead(program: Command, context: CommandContext): void {
  const dead = program.command('dead').description('the dead letters of the queues');
  dead
    .command('list', { isDefault: true })
    .description('list what failed for good, with its code')
    .option('--json', 'print one JSON line each')
    .action((options: DeadOptions) => context.run(() => list(context, options)));
  dead
    .command('replay')
    .description('put dead letters back into their queues')
    .argument('[job...]', 'job ids; all where none is given')
    .action((jobs: string[]) => context.run(() => change(context, jobs, 'replayed')));
  dead
    .command('drop')
    .description('drop dead letters for good')
    .argument('<job...>', 'job ids')
    .action((jobs: string[]) => context.run(() => change(context, jobs, 'dropped')));
}

async function list(context: CommandContext, options: DeadOptions): Promise<ExitStatus> {
  const { listDead } = await import('@dragoman/queue');
  await withQueues(context.config(), async (queues) => {
    const letters = await listDead(queues);
    for (const letter of letters) {
      const text = `${letter.stage}  ${letter.jobId}  ${letter.reason}  (after ${letter.attempts} attempts, ${letter.failedAt})`;
      context.terminal.out(line(options.json === true ? letter : text));
    }
    if (letters.length === 0 && options.json !== true) context.terminal.out('no dead letters\n');
  });
  return exitStatus.done;
}

async function change(
  context: CommandContext,
  jobs: readonly string[],
  what: 'replayed' | 'dropped',
): Promise<ExitStatus> {
  const { dropDead, replayDead } = await import('@dragoman/queue');
  await withQueues(context.config(), async (queues) => {
    const ids = jobs.length === 0 ? undefined : new Set(jobs);
    const count = what === 'replayed' ? await replayDead(queues, ids) : await dropDead(queues, ids);
    context.terminal.out(line(`${count} ${what}`));
  });
  return exitStatus.done;
}
