import type { PipelineError } from '@dragoman/core';
import { exitStatus, type ExitStatus } from './exit.ts';

/** Where a command writes: results to standard output, progress and complaints to standard error. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether standard error is a screen, on which progress may be redrawn. */
  readonly isInteractive: boolean;
  /** Whether results go to a screen that shows colours. */
  readonly hasColour: boolean;
  /** Columns of the screen. */
  readonly width: number;
}

const DEFAULT_WIDTH = 120;

/** This process's own terminal. A reader that stops reading (`| head`) ends the process quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitStatus.done);
    throw error;
  });
  const shown = process.stdout.isTTY ? forScreen : (text: string): string => text;
  return {
    out: (text) => void process.stdout.write(shown(text)),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    environment: process.env,
    isInteractive: process.stderr.isTTY,
    hasColour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    width: process.stdout.columns ?? DEFAULT_WIDTH,
  };
}

/** Control characters other than line ends, tabs and colours (`ESC [ … m`). */
const controls = /\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g;

/** Text of pages cannot steer the screen that it is shown on. */
export const forScreen = (text: string): string => text.replaceAll(controls, '\ufffd');

/** A text, or a value as JSON, on a line of its own. */
export const line = (value: unknown): string =>
  `${typeof value === 'string' ? value : JSON.stringify(value)}\n`;

/** Counts what is set aside, one line each, and knows the exit status that follows. */
export class SetAside {
  #count = 0;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  get count(): number {
    return this.#count;
  }

  add(input: string, error: PipelineError): void {
    this.#count += 1;
    this.#terminal.err(line(`${error.code}  ${input}  ${error.message.replaceAll('\n', ' ')}`));
  }

  get status(): ExitStatus {
    return this.#count > 0 ? exitStatus.setAside : exitStatus.done;
  }
}
