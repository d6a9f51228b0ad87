import { join } from 'node:path';
import { main } from '../main.ts';
import type { Terminal } from '../terminal.ts';

/** What a command wrote, and how it ended. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** Its output as JSON lines. */
  readonly rows: () => ReturnType<typeof JSON.parse>[];
}

/**
 * The command line in this process, with its store and blobs in a folder; keeps what it writes.
 * @param environment what is set beside these
 */
export function commandLine(
  folder: () => string,
  environment: () => NodeJS.ProcessEnv = () => ({}),
): (...words: string[]) => Promise<Ran> {
  return async (...words) => {
    let out = '';
    let err = '';
    async function* nothing(): AsyncGenerator<Uint8Array> {}
    const terminal: Terminal = {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      stdin: nothing(),
      environment: {
        DRAGOMAN_STORE: join(folder(), 'graph.db'),
        DRAGOMAN_BLOBS: join(folder(), 'blobs'),
        DRAGOMAN_LOG_LEVEL: 'silent',
        ...environment(),
      },
      isInteractive: false,
      hasColour: false,
      width: 120,
    };
    const status = await main(['node', 'dragoman', ...words], terminal);
    return {
      status,
      out,
      err,
      rows: () =>
        out
          .split('\n')
          .filter(Boolean)
          .map((text) => JSON.parse(text)),
    };
  };
}
