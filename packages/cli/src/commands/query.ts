import { PipelineError } from '@dragoman/core';
import type { Row } from '@dragoman/graph';
import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withStore, type StoreOptions } from '../store.ts';
import { renderCsv, renderTable } from '../table.ts';
import { line } from '../terminal.ts';

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
    .option('--csv', 'print comma-separated values')
    .option('--limit <rows>', 'at most so many rows', wholeNumber, DEFAULT_LIMIT)
    .option('--timeout <seconds>', 'give up after so long', wholeNumber, DEFAULT_TIMEOUT_SECONDS)
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
  const { answerQuestion } = await import('@dragoman/graph');
  const limits = { limit: options.limit, timeoutMs: options.timeout * 1000 };
  const { saved, param } = options;
  if ((cypher === undefined) === (saved === undefined)) {
    throw new PipelineError({ code: 'USAGE', message: 'give either a query or --saved NAME' });
  }
  const rows = await withStore(context.config(statedStore(options)), (store) =>
    saved === undefined
      ? store.ask(cypher ?? '', typed(param), limits)
      : answerQuestion(store, saved, param, new Date(), limits),
  );
  context.terminal.out(render(rows, options));
  return exitStatus.done;
}

function render(rows: readonly Row[], options: QueryOptions): string {
  if (options.json === true) return rows.map(line).join('');
  return options.csv === true ? renderCsv(rows) : renderTable(rows);
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

/** A parameter of a typed query is a number, true, false, null or JSON where it looks like one, else text. */
function typed(
  parameters: Readonly<Record<string, string>>,
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('a whole number above 0');
}
