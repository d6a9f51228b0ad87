import { PipelineError } from '@dragoman/core';
import type { Row } from '@dragoman/graph';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withStore, type StoreOptions } from '../store.ts';
import { renderCsv, renderTable } from '../table.ts';
import { line } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';

interface QueryOptions extends StoreOptions {
  readonly param: Readonly<Record<string, string>>;
  readonly saved?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly limit: number;
  readonly timeout: number;
}

const DEFAULT_LIMIT = 1000;
const DEFAULT_TIMEOUT_SECONDS = 30;
/** What a timer can hold is 24 days. */
const MAX_TIMEOUT_SECONDS = 24 * 3600 * 24;

/** `dragoman query "CYPHER"` and `dragoman questions`. */
export function registerQuery(program: Command, context: CommandContext): void {
  program
    .command('query')
    .description('ask the graph, in Cypher or by the name of a saved question; it can only read')
    .argument('[cypher]', 'the query')
    .option('--store <where>', storeHelp)
    .option('--param <k=v>', 'a parameter; may be given several times', parameterOf, {})
    .option('--saved <name>', 'a saved question; `dragoman questions` lists them')
    .option('--json', 'print JSON lines')
    .addOption(new Option('--csv', 'print comma-separated values').conflicts('json'))
    .option('--limit <rows>', 'at most so many rows', wholeNumber(1), DEFAULT_LIMIT)
    .option(
      '--timeout <seconds>',
      'give up after so long',
      wholeNumber(1, MAX_TIMEOUT_SECONDS),
      DEFAULT_TIMEOUT_SECONDS,
    )
    .action((cypher: string | undefined, options: QueryOptions) =>
      context.run(() => ask(context, cypher, options)),
    );
  program
    .command('questions')
    .description('list the saved questions')
    .option('--json', 'print one JSON line each')
    .action((options: { json?: boolean }) => context.run(() => list(context, options.json === true)));
}

async function ask(
  context: CommandContext,
  cypher: string | undefined,
  options: QueryOptions,
): Promise<ExitStatus> {
  const { answerQuestion, csvField } = await import('@dragoman/graph');
  const { saved, param, limit } = options;
  const limits = { limit: limit + 1, timeoutMs: options.timeout * 1000 };
  if ((cypher === undefined) === (saved === undefined)) {
    throw new PipelineError({ code: 'USAGE', message: 'give either a query or --saved NAME' });
  }
  const rows = await withStore(context.config(statedStore(options)), (store) =>
    saved === undefined
      ? store.ask(cypher ?? '', typed(param), limits)
      : answerQuestion(store, saved, param, new Date(), limits),
  );
  context.terminal.out(render(rows.slice(0, limit), options, csvField));
  if (rows.length > limit)
    context.terminal.err(`only the first ${limit} rows are shown; --limit shows more\n`);
  return exitStatus.done;
}

function render(rows: readonly Row[], options: QueryOptions, csvField: (text: string) => string): string {
  if (options.json === true) return rows.map(line).join('');
  return options.csv === true ? renderCsv(rows, csvField) : renderTable(rows);
}

async function list(context: CommandContext, json: boolean): Promise<ExitStatus> {
  const { questions } = await import('@dragoman/graph');
  for (const { name, title, description, parameters, cypher } of questions()) {
    const known = Object.entries(parameters).map(([key, { default: preset }]) =>
      preset === undefined ? `${key}=…` : `[${key}=${preset}]`,
    );
    const usage = ['dragoman query --saved', name, ...known.map((parameter) => `--param ${parameter}`)].join(
      ' ',
    );
    context.terminal.out(
      json ? line({ name, title, description, parameters, cypher }) : `${title}\n  ${usage}\n`,
    );
  }
  return exitStatus.done;
}

function parameterOf(
  value: string,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const at = value.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError('name=value');
  return { ...known, [value.slice(0, at)]: value.slice(at + 1) };
}

/** A parameter of a typed query is a number, true, false or null where it looks like one, else text. */
function typed(
  parameters: Readonly<Record<string, string>>,
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      /^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d+)?|true|false|null)$/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
