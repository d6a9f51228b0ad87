import { z } from 'zod';

/** One configuration a process, parsed once in main. `environmentNames` tells where each value comes from. */
export const configSchema = z.object({
  /** A file (embedded store) or a bolt://, neo4j:// address. */
  store: z.string().default('.dragoman/graph.db'),
  neo4jUser: z.string().default('neo4j'),
  neo4jPassword: z.string().optional(),
  neo4jDatabase: z.string().default('neo4j'),
  redisUrl: z.string().default('redis://127.0.0.1:6379'),
  blobs: z.string().default('.dragoman/blobs'),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** A prefix for queue names, so that several installations share one Redis. */
  queuePrefix: z.string().default('dragoman'),
  concurrency: z.coerce.number().int().positive().default(2),
  maxDocumentBytes: z.coerce.number().int().positive().default(10_000_000),
  fetchTimeoutMs: z.coerce.number().int().positive().default(20_000),
  /** Addresses that fetching may reach although they are private, for tests and intranets: 'host:port', comma separated. */
  allowPrivate: z.string().default(''),
});
export type Config = z.infer<typeof configSchema>;

/** Configuration keys and the environment variables that set them. */
export const environmentNames: Record<keyof Config, string> = {
  store: 'DRAGOMAN_STORE',
  neo4jUser: 'DRAGOMAN_NEO4J_USER',
  neo4jPassword: 'DRAGOMAN_NEO4J_PASSWORD',
  neo4jDatabase: 'DRAGOMAN_NEO4J_DATABASE',
  redisUrl: 'DRAGOMAN_REDIS_URL',
  blobs: 'DRAGOMAN_BLOBS',
  logLevel: 'DRAGOMAN_LOG_LEVEL',
  queuePrefix: 'DRAGOMAN_QUEUE_PREFIX',
  concurrency: 'DRAGOMAN_CONCURRENCY',
  maxDocumentBytes: 'DRAGOMAN_MAX_DOCUMENT_BYTES',
  fetchTimeoutMs: 'DRAGOMAN_FETCH_TIMEOUT_MS',
  allowPrivate: 'DRAGOMAN_ALLOW_PRIVATE',
};
