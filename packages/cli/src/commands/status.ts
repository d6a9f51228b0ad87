import { PipelineError } from '@dragoman/core';
import type { GraphStatus } from '@dragoman/graph';
import type { Config } from '@dragoman/schemas';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { withQueues } from '../queues.ts';
import { statedStore, storeHelp, withStore, type StoreOptions } from '../store.ts';
import { line } from '../terminal.ts';

interface StatusOptions extends StoreOptions {
  readonly queue?: boolean;
  readonly json?: boolean;
}

/** `dragoman status`: what the graph holds, and with --queue what waits. */
export function registerStatus(program: Command, context: CommandContext): void {
  program
    .command('status')
    .description('tell what the graph holds and where from')
    .option('--store <where>', storeHelp)
    .option('--queue', 'also tell what waits in the queues')
    .option('--json', 'print JSON')
    .action((options: StatusOptions) => context.run(() => show(context, options)));
}

async function show(context: CommandContext, options: StatusOptions): Promise<ExitStatus> {
  const config = context.config(statedStore(options));
  const queues = options.queue === true ? await countQueues(config) : undefined;
  const graph = await readGraph(context, config, queues !== undefined);
  context.terminal.out(
    options.json === true
      ? line({ store: config.store, ...graph, ...(queues && { queues }) })
      : [...(graph === undefined ? [] : graphLines(config.store, graph)), ...queueLines(queues)]
          .map(line)
          .join(''),
  );
  return exitStatus.done;
}

/** An embedded graph cannot be read while a worker has it open, or before one has made it: the queues are told without it. */
async function readGraph(
  context: CommandContext,
  config: Config,
  mayBeAway: boolean,
): Promise<GraphStatus | undefined> {
  const { graphStatus } = await import('@dragoman/graph');
  try {
    return await withStore(config, graphStatus);
  } catch (thrown) {
    if (!mayBeAway || !(thrown instanceof PipelineError)) throw thrown;
    context.terminal.err(line(`${thrown.code}  ${thrown.message}`));
    return undefined;
  }
}

type QueueCounts = Awaited<ReturnType<typeof countQueues>>;

async function countQueues(config: Config) {
  const { countJobs } = await import('@dragoman/queue');
  return withQueues(config, countJobs);
}

function graphLines(where: string, graph: GraphStatus): string[] {
  const counts = Object.entries(graph.nodes).map(([label, count]) => `${label} ${count}`);
  return [
    `store     ${where} (${graph.kind}, schema ${graph.schemaVersion})`,
    `nodes     ${counts.join(', ')}`,
    `links     ${graph.links}`,
    `sources   ${graph.sources.map(({ name, articles }) => `${name} (${articles})`).join(', ') || 'none'}`,
    `last      ${graph.lastIngestedAt ?? 'nothing was ingested'}`,
    ...(graph.pending > 0 ? [`pending   ${graph.pending} articles wait to be resolved`] : []),
  ];
}

function queueLines(queues: QueueCounts | undefined): string[] {
  return Object.entries(queues ?? {}).map(
    ([stage, { waiting, active, delayed, failed }]) =>
      `queue     ${stage}: waiting ${waiting}, active ${active}, delayed ${delayed}, failed ${failed}`,
  );
}
