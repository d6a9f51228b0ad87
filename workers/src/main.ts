import type { Logger } from '@dragoman/core';
import { isStoreAddress, openConfiguredStore, type GraphStore } from '@dragoman/graph';
import { closeQueues, connectRedis, countJobs, openQueues, stageNames, type Queues } from '@dragoman/queue';
import type { Config, Stage } from '@dragoman/schemas';
import { serveHealth } from './health.ts';
import { startStage, type RunningStage } from './process.ts';
import { untilSignal } from './shutdown.ts';

export interface WorkerOptions {
  /** All where none are named. */
  readonly stages?: readonly Stage[];
  /** End when no job waits or runs that is, or may lead to, one of these stages. */
  readonly drain: boolean;
  readonly healthPort?: number;
}

const DRAIN_POLL_MS = 200;

/**
 * Works the queues until SIGTERM or SIGINT, or with `drain` until nothing is left; then finishes the jobs at hand and closes.
 * @throws PipelineError QUEUE_UNAVAILABLE, STORE_UNAVAILABLE, STORE_LOCKED
 */
export async function runWorkers(config: Config, logger: Logger, options: WorkerOptions): Promise<void> {
  const stages = options.stages ?? stageNames;
  const connection = await connectRedis(config.redisUrl);
  const queues = await openQueues(connection, config.queuePrefix);
  const { queuePrefix: prefix, concurrency } = config;
  const running: RunningStage[] = [];
  let store: GraphStore | undefined;
  const health = options.healthPort === undefined ? undefined : await serveHealth(queues, options.healthPort);
  try {
    store = await openShared(config, stages);
    for (const stage of stages) {
      running.push(
        await startStage(stage, {
          config,
          queues,
          logger,
          consume: { connection, prefix, concurrency, logger },
          ...(store === undefined ? {} : { store }),
        }),
      );
    }
    logger.info({ stages }, 'working');
    await (options.drain ? Promise.race([untilSignal(), untilDrained(queues, stages)]) : untilSignal());
    logger.info('closing');
  } finally {
    await Promise.all(running.map((stage) => stage.close()));
    await store?.close();
    health?.close();
    await closeQueues(queues);
    connection.disconnect();
  }
}

/** The graph, where these stages need it: an embedded one belongs to the process that writes. */
async function openShared(config: Config, stages: readonly Stage[]): Promise<GraphStore | undefined> {
  const reads = stages.includes('extract') && isStoreAddress(config.store);
  return reads || stages.includes('write') ? openConfiguredStore(config) : undefined;
}

/**
 * Resolves when two looks in a row find no job waiting, running or put off in these stages or those before them: a stage may be handing
 * on in between.
 */
async function untilDrained(queues: Queues, stages: readonly Stage[]): Promise<void> {
  const last = Math.max(...stages.map((stage) => stageNames.indexOf(stage)));
  const watched = stageNames.slice(0, last + 1);
  for (let quiet = 0; quiet < 2;) {
    await new Promise((resolve) => setTimeout(resolve, DRAIN_POLL_MS));
    const counts = await countJobs(queues);
    const busy = watched.some((stage) => {
      const { waiting, active, delayed } = counts[stage];
      // A schedule always has its next job put off in the collect queue.
      const putOff = stage === 'collect' ? 0 : delayed;
      return waiting + active + putOff > 0;
    });
    quiet = busy ? 0 : quiet + 1;
  }
}
