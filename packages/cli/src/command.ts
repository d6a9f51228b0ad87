import { readStatedPublication } from '@dragoman/clean';
import { loadConfig, PipelineError } from '@dragoman/core';
import type { Config, Stated } from '@dragoman/schemas';
import { InvalidArgumentError, type Command } from 'commander';
import { exitStatus, type ExitStatus } from './exit.ts';
import { line, type Terminal } from './terminal.ts';

/** What every command gets from main. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Parses the configuration when a command needs it. */
  config(stated?: Partial<Config>): Config;
  /** Runs a command's work: its exit status becomes the process's, its error one line with the code. */
  run(work: () => Promise<ExitStatus>): Promise<void>;
}

/** The context of one run; `finish` is told the exit status. */
export function createContext(terminal: Terminal, finish: (status: ExitStatus) => void): CommandContext {
  return {
    terminal,
    config: (stated) => loadConfig(terminal.environment, stated),
    async run(work) {
      try {
        finish(await work());
      } catch (thrown) {
        terminal.err(line(describe(thrown)));
        finish(exitStatus.failed);
      }
    },
  };
}

function describe(thrown: unknown): string {
  if (thrown instanceof PipelineError) return `${thrown.code}  ${thrown.message}`;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

/** What may be stated about inputs, as options. */
export interface StatedOptions {
  readonly published?: string;
  readonly source?: string;
  readonly url?: string;
}

/** Adds --published, --source and --url to a command that reads inputs. */
export function withStated(command: Command): Command {
  return command
    .option('--published <date>', 'the publication date (ISO 8601)', dateOf)
    .option('--source <name>', 'the outlet')
    .option('--url <url>', 'the address of a single input', addressOf);
}

function dateOf(value: string): string {
  const date = readStatedPublication(value);
  if (date === null) throw new InvalidArgumentError('a date such as 2026-02-03');
  return date;
}

function addressOf(value: string): string {
  if (URL.canParse(value) && /^https?:/i.test(value)) return value;
  throw new InvalidArgumentError('an address such as https://…');
}

/** What the options state about inputs. */
export function statedOf(options: StatedOptions): Stated {
  const { published, source, url } = options;
  return {
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  };
}

export const pathsHelp = 'files, folders, .jsonl lists, or - for standard input';
