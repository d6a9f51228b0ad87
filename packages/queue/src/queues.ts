import { stages, type Stage } from '@dragoman/schemas';
import { Queue, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';

/** One BullMQ queue a stage. */
export type Queues = Readonly<Record<Stage, Queue>>;

export const stageNames = Object.keys(stages) as Stage[];

/** Failed jobs stay (they are the dead letters); done ones go, so that the same document can come again. */
const jobDefaults: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: false,
};

/** Writing joins what articles share, so one writer works at a time over all hosts. */
const GLOBAL_WRITERS = 1;

/** Opens every stage's queue on one connection. */
export async function openQueues(connection: Redis, prefix: string): Promise<Queues> {
  const entries = stageNames.map(
    (stage) => [stage, new Queue(stage, { connection, prefix, defaultJobOptions: jobDefaults })] as const,
  );
  const queues = Object.fromEntries(entries) as Record<Stage, Queue>;
  await queues.write.setGlobalConcurrency(GLOBAL_WRITERS);
  return queues;
}

export async function closeQueues(queues: Queues): Promise<void> {
  await Promise.all(stageNames.map((stage) => queues[stage].close()));
}

export interface StageCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** How many jobs wait, run, are put off or failed, stage by stage. */
export async function countJobs(queues: Queues): Promise<Record<Stage, StageCounts>> {
  const entries = await Promise.all(
    stageNames.map(async (stage) => {
      const counts = await queues[stage].getJobCounts(
        'waiting',
        'prioritized',
        'active',
        'delayed',
        'failed',
      );
      const waiting = (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0);
      return [
        stage,
        {
          waiting,
          active: counts['active'] ?? 0,
          delayed: counts['delayed'] ?? 0,
          failed: counts['failed'] ?? 0,
        },
      ] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Stage, StageCounts>;
}
