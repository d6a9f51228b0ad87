import type { Stage } from '@dragoman/schemas';
import type { Job } from 'bullmq';
import { stageNames, type Queues } from './queues.ts';

/** A job that failed for good, kept until someone replays or drops it. */
export interface DeadLetter {
  readonly stage: Stage;
  readonly jobId: string;
  /** The stable code and the message. */
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string | null;
  readonly payload: unknown;
}

/** Every dead letter, stage by stage in the order of failing. */
export async function listDead(queues: Queues): Promise<DeadLetter[]> {
  const found = await failedJobs(queues);
  return found.map(({ stage, job }) => ({
    stage,
    jobId: job.id ?? '',
    reason: job.failedReason,
    attempts: job.attemptsMade,
    failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn).toISOString(),
    payload: job.data,
  }));
}

/** Puts dead letters back into their queues (all, or those whose job id is given); returns how many. */
export async function replayDead(queues: Queues, ids?: ReadonlySet<string>): Promise<number> {
  return forEachDead(queues, ids, (job) => job.retry('failed'));
}

/** Drops dead letters for good; returns how many. */
export async function dropDead(queues: Queues, ids?: ReadonlySet<string>): Promise<number> {
  return forEachDead(queues, ids, (job) => job.remove());
}

async function forEachDead(
  queues: Queues,
  ids: ReadonlySet<string> | undefined,
  act: (job: Job) => Promise<unknown>,
): Promise<number> {
  const chosen = (await failedJobs(queues)).filter(({ job }) => ids === undefined || ids.has(job.id ?? ''));
  for (const { job } of chosen) await act(job);
  return chosen.length;
}

async function failedJobs(queues: Queues): Promise<{ stage: Stage; job: Job }[]> {
  const found = await Promise.all(
    stageNames.map(async (stage) => ({ stage, jobs: await queues[stage].getFailed() })),
  );
  return found.flatMap(({ stage, jobs }) => jobs.toReversed().map((job) => ({ stage, job })));
}
