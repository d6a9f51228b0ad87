import { PipelineError, toPipelineError, type Logger } from '@dragoman/core';
import { issuesText, stages, type Stage } from '@dragoman/schemas';
import { UnrecoverableError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobOf } from './produce.ts';

/** Does the work of one job; throws a PipelineError, whose `retryable` decides whether it is tried again. */
export type Handler<S extends Stage> = (payload: JobOf<S>, logger: Logger) => Promise<void>;

export interface ConsumeOptions {
  readonly connection: Redis;
  readonly prefix: string;
  readonly concurrency: number;
  readonly logger: Logger;
}

/** A worker on a stage's queue: checks the payload, calls the handler, keeps what fails. */
export function consume<S extends Stage>(stage: S, handler: Handler<S>, options: ConsumeOptions): Worker {
  const { connection, prefix, concurrency } = options;
  const logger = options.logger.child({ stage });
  const worker = new Worker(stage, (job) => runJob(stage, handler, job, logger), {
    connection,
    prefix,
    concurrency,
  });
  worker.on('error', (error) => logger.error({ err: error }, 'worker error'));
  worker.on('failed', (job, error) =>
    logger.warn({ jobId: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed'),
  );
  return worker;
}

async function runJob<S extends Stage>(
  stage: S,
  handler: Handler<S>,
  job: Job,
  logger: Logger,
): Promise<void> {
  const parsed = stages[stage].safeParse(job.data);
  if (!parsed.success)
    throw new UnrecoverableError(`USAGE the payload does not fit: ${issuesText(parsed.error)}`);
  const started = performance.now();
  try {
    await handler(parsed.data as JobOf<S>, logger.child({ jobId: job.id }));
  } catch (thrown) {
    throw asJobError(toPipelineError(thrown, 'EXTRACTION_FAILED'));
  }
  logger.info({ jobId: job.id, ms: Math.round(performance.now() - started) }, 'job done');
}

/** The code leads the message, since Redis keeps only the message; what trying again cannot mend is not retried. */
function asJobError(error: PipelineError): Error {
  const message = `${error.code} ${error.message}`;
  return error.retryable ? new Error(message, { cause: error }) : new UnrecoverableError(message);
}
