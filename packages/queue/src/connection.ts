import { PipelineError } from '@dragoman/core';
import { Redis } from 'ioredis';

const CONNECT_TIMEOUT_MS = 5000;

/**
 * A connection as BullMQ's workers need it: commands wait out a Redis outage instead of failing.
 * @throws PipelineError QUEUE_UNAVAILABLE where Redis does not answer at the start
 */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
  });
  // The errors of later outages show in the workers' own error events; without a listener they would end the process.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
  } catch (cause) {
    redis.disconnect();
    throw new PipelineError({
      code: 'QUEUE_UNAVAILABLE',
      message: `no Redis at ${withoutPassword(url)}`,
      retryable: true,
      cause,
    });
  }
  return redis;
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'the configured address';
  const { protocol, hostname, port } = new URL(url);
  return `${protocol}//${hostname}:${port || '6379'}`;
}
