import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * A pino logger to standard error: constant messages, data in bindings ({stage, jobId, articleId}), never article text.
 * @param level pino's level names, or 'silent'
 */
export function createLogger(level: string, bindings: Record<string, string> = {}): Logger {
  return pino({ level, base: bindings }, pino.destination({ dest: 2, sync: true }));
}
