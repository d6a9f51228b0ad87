import { idOf, PipelineError } from '@dragoman/core';
import { collectJobSchema, type CollectJob } from '@dragoman/schemas';
import type { Queues } from './queues.ts';

/** When a schedule runs: a cron pattern (UTC unless a zone is given) or an interval in milliseconds. */
export type Timing =
  | { readonly kind: 'cron'; readonly pattern: string; readonly zone?: string }
  | { readonly kind: 'every'; readonly milliseconds: number };

export interface Schedule {
  readonly id: string;
  readonly job: CollectJob;
  readonly timing: Timing;
  readonly next: string | null;
}

/**
 * Adds a schedule, or changes the timing of the one for the same work; returns its id.
 * @throws PipelineError USAGE for a pattern or a zone that is none
 */
export async function addSchedule(queues: Queues, job: CollectJob, timing: Timing): Promise<string> {
  const payload = collectJobSchema.parse(job);
  const id = idOf('schedule', payload).slice(0, 12);
  const repeat =
    timing.kind === 'every'
      ? { every: timing.milliseconds }
      : { pattern: timing.pattern, tz: timing.zone ?? 'UTC' };
  try {
    await queues.collect.upsertJobScheduler(id, repeat, { name: 'collect', data: payload });
  } catch (cause) {
    // A connection that is lost is waited for; what is thrown is about the pattern or the zone.
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PipelineError({ code: 'USAGE', message: `not a time to run at: ${why}`, cause });
  }
  return id;
}

/** All schedules, ordered by what they collect. */
export async function listSchedules(queues: Queues): Promise<Schedule[]> {
  const found = await queues.collect.getJobSchedulers(0, -1, true);
  const schedules = found.map((scheduler) => ({
    id: scheduler.key,
    job: collectJobSchema.parse(scheduler.template?.data),
    timing: timingOf(scheduler),
    next: scheduler.next === undefined ? null : new Date(scheduler.next).toISOString(),
  }));
  return schedules.sort((a, b) => (a.job.location < b.job.location ? -1 : 1));
}

/** Removes a schedule; false where there is none of that id. */
export function removeSchedule(queues: Queues, id: string): Promise<boolean> {
  return queues.collect.removeJobScheduler(id);
}

function timingOf(scheduler: { every?: number; pattern?: string; tz?: string }): Timing {
  if (scheduler.every !== undefined) return { kind: 'every', milliseconds: Number(scheduler.every) };
  const zone = scheduler.tz === undefined ? {} : { zone: scheduler.tz };
  return { kind: 'cron', pattern: scheduler.pattern ?? '', ...zone };
}
