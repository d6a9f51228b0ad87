import { resolve } from 'node:path';
import { PipelineError } from '@dragoman/core';
import type { Timing } from '@dragoman/queue';
import type { CollectJob } from '@dragoman/schemas';
import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { withQueues } from '../queues.ts';
import { line } from '../terminal.ts';

interface AddOptions {
  readonly cron?: string;
  readonly zone?: string;
  readonly every?: number;
  readonly source?: string;
  readonly json?: boolean;
}

/** `dragoman schedule add|list|remove`: ingestions that run by themselves. */
export function registerSchedule(program: Command, context: CommandContext): void {
  const schedule = program
    .command('schedule')
    .description('ingestions of a folder, a list or a feed that run by themselves');
  schedule
    .command('add')
    .description('ingest a folder, a list of addresses or an RSS, Atom or JSON feed again and again')
    .argument('<kind>', 'folder, list or feed', kindOf)
    .argument('<location>', 'a path, or the address of a feed')
    .option('--cron <pattern>', 'when, as a cron pattern: "0 6 * * *"')
    .option('--zone <zone>', 'the time zone of the pattern', 'UTC')
    .option('--every <interval>', 'how often: 30s, 15m, 6h, 1d', intervalOf)
    .option('--source <name>', 'the outlet of what is found there')
    .option('--json', 'print JSON')
    .action((kind: CollectJob['kind'], location: string, options: AddOptions) =>
      context.run(() => add(context, kind, location, options)),
    );
  schedule
    .command('list', { isDefault: true })
    .description('list the schedules and when each runs next')
    .option('--json', 'print one JSON line each')
    .action((options: { json?: boolean }) => context.run(() => list(context, options.json === true)));
  schedule
    .command('remove')
    .description('remove a schedule')
    .argument('<id>', 'as `schedule list` shows it')
    .option('--json', 'print JSON')
    .action((id: string, options: { json?: boolean }) =>
      context.run(() => remove(context, id, options.json === true)),
    );
}

async function add(
  context: CommandContext,
  kind: CollectJob['kind'],
  location: string,
  options: AddOptions,
): Promise<ExitStatus> {
  const { addSchedule } = await import('@dragoman/queue');
  const timing = timingOf(options);
  const job: CollectJob = {
    kind,
    location: locationOf(kind, location),
    ...(options.source === undefined ? {} : { source: options.source }),
  };
  const id = await withQueues(context.config(), (queues) => addSchedule(queues, job, timing));
  context.terminal.out(
    line(options.json === true ? { id, ...job } : `schedule ${id} added: ${kind} ${job.location}`),
  );
  return exitStatus.done;
}

/** Workers run in folders of their own, so a path is made absolute. */
function locationOf(kind: CollectJob['kind'], location: string): string {
  if (kind !== 'feed') return resolve(location);
  if (URL.canParse(location) && /^https?:/i.test(location)) return location;
  throw new PipelineError({
    code: 'USAGE',
    message: `a feed is an address such as https://…, not ${location}`,
  });
}

async function list(context: CommandContext, json: boolean): Promise<ExitStatus> {
  const { listSchedules } = await import('@dragoman/queue');
  const schedules = await withQueues(context.config(), listSchedules);
  for (const schedule of schedules) {
    const { id, job, timing, next } = schedule;
    const when =
      timing.kind === 'every'
        ? `every ${timing.milliseconds / 1000} s`
        : `${timing.pattern} (${timing.zone ?? 'UTC'})`;
    context.terminal.out(
      line(json ? schedule : `${id}  ${job.kind}  ${job.location}  ${when}  next ${next ?? '-'}`),
    );
  }
  if (schedules.length === 0 && !json) context.terminal.out('no schedules\n');
  return exitStatus.done;
}

async function remove(context: CommandContext, id: string, json: boolean): Promise<ExitStatus> {
  const { removeSchedule } = await import('@dragoman/queue');
  const removed = await withQueues(context.config(), (queues) => removeSchedule(queues, id));
  if (!removed)
    throw new PipelineError({
      code: 'NOT_FOUND',
      message: `no schedule ${id}; \`dragoman schedule list\` shows them`,
    });
  context.terminal.out(line(json ? { removed: id } : `schedule ${id} removed`));
  return exitStatus.done;
}

function timingOf(options: AddOptions): Timing {
  const { cron, every, zone } = options;
  if ((cron === undefined) === (every === undefined)) {
    throw new PipelineError({ code: 'USAGE', message: 'give either --cron or --every' });
  }
  if (every !== undefined) return { kind: 'every', milliseconds: every };
  return { kind: 'cron', pattern: cron ?? '', ...(zone === undefined ? {} : { zone }) };
}

function kindOf(value: string): CollectJob['kind'] {
  if (value === 'folder' || value === 'list' || value === 'feed') return value;
  throw new InvalidArgumentError('one of folder, list, feed');
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function intervalOf(value: string): number {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(value) ?? [];
  const milliseconds = Number(amount) * (units[unit ?? ''] ?? Number.NaN);
  if (Number.isFinite(milliseconds) && milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError('a number and a unit: 30s, 15m, 6h, 1d');
}
