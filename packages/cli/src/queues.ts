import type { Queues } from '@dragoman/queue';
import type { Config } from '@dragoman/schemas';

/**
 * Opens the queues for one piece of work and closes them after it.
 * @throws PipelineError QUEUE_UNAVAILABLE where Redis does not answer
 */
export async function withQueues<T>(config: Config, work: (queues: Queues) => Promise<T>): Promise<T> {
  const { closeQueues, connectRedis, openQueues } = await import('@dragoman/queue');
  const connection = await connectRedis(config.redisUrl);
  try {
    const queues = await openQueues(connection, config.queuePrefix);
    try {
      return await work(queues);
    } finally {
      await closeQueues(queues);
    }
  } finally {
    connection.disconnect();
  }
}
