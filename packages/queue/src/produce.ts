import { idOf, type BlobStore } from '@dragoman/core';
import { stages, type CleanJob, type CollectJob, type RawDocument, type Stage } from '@dragoman/schemas';
import type { JobsOptions } from 'bullmq';
import type { z } from 'zod';
import type { Queues } from './queues.ts';

export type JobOf<S extends Stage> = z.infer<(typeof stages)[S]>;
export type Enqueued = 'added' | 'known' | 'retried';

/**
 * Adds a job under an id made of its payload, so that the same work is queued once however often it is asked for.
 * A job of that id that failed before is tried again.
 */
export async function enqueue<S extends Stage>(
  queues: Queues,
  stage: S,
  payload: JobOf<S>,
): Promise<Enqueued> {
  const jobId = jobIdOf(stage, payload);
  const queue = queues[stage];
  const known = await queue.getJob(jobId);
  if (known === undefined) {
    await queue.add(stage, stages[stage].parse(payload), { jobId, ...lastingOf(stage, payload) });
    return 'added';
  }
  if (!(await known.isFailed())) return 'known';
  await known.retry('failed');
  return 'retried';
}

/** An address that was fetched is not fetched again for a while, however often its feed is read. */
const FETCHED_SECONDS = 6 * 3600;

function lastingOf<S extends Stage>(stage: S, payload: JobOf<S>): JobsOptions {
  const isFetch = stage === 'collect' && (payload as CollectJob).kind === 'url';
  return isFetch ? { removeOnComplete: { age: FETCHED_SECONDS } } : {};
}

/** Keeps the document's bytes as a blob and enqueues its cleaning; the job carries the hash only. */
export async function enqueueDocument(
  queues: Queues,
  blobs: BlobStore,
  document: RawDocument,
): Promise<Enqueued> {
  const blob = await blobs.put(document.bytes);
  const { input, id, format, charset, stated } = document;
  return enqueue(queues, 'clean', {
    blob,
    input,
    id,
    format,
    stated,
    ...(charset === undefined ? {} : { charset }),
  });
}

/** BullMQ allows no ':' in an id; when something was fetched does not make it other work. */
export function jobIdOf<S extends Stage>(stage: S, payload: JobOf<S>): string {
  if (stage !== 'clean') return idOf(stage, payload);
  const { stated, ...rest } = payload as CleanJob;
  const { fetched: _fetched, ...lasting } = stated;
  return idOf(stage, { ...rest, stated: lasting });
}
