import type { GraphStatus } from '@dragoman/graph';
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
  const { graphStatus } = await import('@dragoman/graph');
  const config = context.config(statedStore(options));
  const graph = await withStore(config, graphStatus);
  const queues = options.queue === true ? await countQueues(config) : undefined;
  context.terminal.out(
    options.json === true
      ? line({ store: config.store, ...graph, ...(queues && { queues }) })
      : render(config.store, graph, queues),
  );
  return exitStatus.done;
}

type QueueCounts = Awaited<ReturnType<typeof countQueues>>;

async function countQueues(config: Parameters<typeof withQueues>[0]) {
  const { countJobs } = await import('@dragoman/queue');
  return withQueues(config, countJobs);
}

function render(where: string, graph: GraphStatus, queues: QueueCounts | undefined): string {
  const counts = Object.entries(graph.nodes).map(([label, count]) => `${label} ${count}`);
  const lines = [
    `store     ${where} (${graph.kind}, schema ${graph.schemaVersion})`,
    `nodes     ${counts.join(', ')}`,
    `links     ${graph.links}`,
    `sources   ${graph.sources.map(({ name, articles }) => `${name} (${articles})`).join(', ') || 'none'}`,
    `last      ${graph.lastIngestedAt ?? 'nothing was ingested'}`,
    ...(graph.pending > 0 ? [`pending   ${graph.pending} articles wait to be resolved`] : []),
    ...Object.entries(queues ?? {}).map(
      ([stage, jobs]) =>
        `queue     ${stage}: waiting ${jobs.waiting}, active ${jobs.active}, delayed ${jobs.delayed}, failed ${jobs.failed}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
