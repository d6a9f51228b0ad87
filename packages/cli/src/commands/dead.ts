import { PipelineError } from '@dragoman/core';
import type { DeadLetter as LocalLetter, Pipeline } from '@dragoman/pipeline';
import type { DeadLetter as QueuedLetter } from '@dragoman/queue';
import type { Input } from '@dragoman/sources';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { deadLetterFolder } from '../dead-letters.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { withQueues } from '../queues.ts';
import { statedStore, storeHelp, withPipeline, type StoreOptions } from '../store.ts';
import { line, SetAside } from '../terminal.ts';

interface DeadOptions extends StoreOptions {
  readonly queue?: boolean;
  readonly json?: boolean;
}

/** `dragoman dead`: what was set aside, to see, replay or drop. */
export function registerDead(program: Command, context: CommandContext): void {
  const dead = program
    .command('dead')
    .description('what was set aside: by ingestion here, or with --queue by the workers');
  const withQueue = (command: Command): Command =>
    command.option('--queue', 'the dead letters of the queues');
  withQueue(dead.command('list', { isDefault: true }).description('list what was set aside, with its code'))
    .option('--json', 'print one JSON line each')
    .action((options: DeadOptions) => context.run(() => list(context, options)));
  withQueue(dead.command('replay').description('try again'))
    .argument('[which...]', 'inputs or job ids as the list shows them; all where none is given')
    .option('--store <where>', storeHelp)
    .action((which: string[], options: DeadOptions) =>
      context.run(() =>
        options.queue === true
          ? changeQueued(context, which, 'replay')
          : replayLocal(context, which, options),
      ),
    );
  withQueue(dead.command('drop').description('drop for good'))
    .argument('<which...>', 'inputs or job ids as the list shows them')
    .action((which: string[], options: DeadOptions) =>
      context.run(() =>
        options.queue === true ? changeQueued(context, which, 'drop') : dropLocal(context, which),
      ),
    );
}

async function list(context: CommandContext, options: DeadOptions): Promise<ExitStatus> {
  const { out } = context.terminal;
  const json = options.json === true;
  if (options.queue === true) {
    const { listDead } = await import('@dragoman/queue');
    const letters = await withQueues(context.config(), listDead);
    for (const letter of letters) out(line(json ? letter : queuedText(letter)));
    if (letters.length === 0 && !json) out('no dead letters\n');
  } else {
    const letters = await (await localLetters(context)).list();
    for (const { document, ...letter } of letters)
      out(line(json ? { ...letter, replayable: document !== null } : localText(letter)));
    if (letters.length === 0 && !json) out('nothing was set aside\n');
  }
  return exitStatus.done;
}

const queuedText = ({ stage, jobId, reason, attempts, failedAt }: QueuedLetter): string =>
  `${stage}  ${jobId}  ${reason}  (after ${attempts} attempts, ${failedAt ?? 'unknown'})`;
const localText = ({ code, input, message, at }: Omit<LocalLetter, 'document'>): string =>
  `${code}  ${input}  ${message}  (${at})`;

async function changeQueued(
  context: CommandContext,
  which: readonly string[],
  how: 'replay' | 'drop',
): Promise<ExitStatus> {
  const { dropDead, listDead, replayDead } = await import('@dragoman/queue');
  const ids = which.length === 0 ? undefined : new Set(which);
  const count = await withQueues(context.config(), async (queues) => {
    const known = new Set((await listDead(queues)).map(({ jobId }) => jobId));
    const unknown = which.find((id) => !known.has(id));
    if (unknown !== undefined) throw noLetter(unknown);
    return how === 'replay' ? replayDead(queues, ids) : dropDead(queues, ids);
  });
  context.terminal.out(line(`${count} ${how === 'replay' ? 'replayed' : 'dropped'}`));
  return exitStatus.done;
}

/** Takes the kept documents in again; one that still fails is set aside anew. */
async function replayLocal(
  context: CommandContext,
  which: readonly string[],
  options: DeadOptions,
): Promise<ExitStatus> {
  const kept = await localLetters(context);
  const setAside = new SetAside(context.terminal);
  const letters = chosen(await kept.list(), which);
  const replayable = letters.filter(({ document }) => document !== null);
  async function* documents(): AsyncGenerator<Input> {
    for (const letter of replayable) {
      const document = await kept.document(letter);
      if (document !== null) yield { kind: 'document', document };
    }
  }
  const replay = (pipeline: Pipeline): Promise<unknown> =>
    pipeline.ingest(documents(), (outcome) => {
      if (outcome.kind === 'setAside') setAside.add(outcome.input, outcome.error);
    });
  if (replayable.length > 0) await withPipeline(context.config(statedStore(options)), replay, true);
  context.terminal.out(line(`${replayable.length} replayed`));
  const rest = letters.length - replayable.length;
  if (rest > 0)
    context.terminal.err(line(`${rest} hold no document to replay: ingest their inputs again, or drop them`));
  return setAside.status;
}

async function dropLocal(context: CommandContext, which: readonly string[]): Promise<ExitStatus> {
  const letters = await localLetters(context);
  const dropped = chosen(await letters.list(), which);
  for (const letter of dropped) await letters.remove(letter);
  context.terminal.out(line(`${dropped.length} dropped`));
  return exitStatus.done;
}

/**
 * The letters of these inputs, all where none is named.
 * @throws PipelineError NOT_FOUND for an input that has none
 */
function chosen(letters: readonly LocalLetter[], which: readonly string[]): readonly LocalLetter[] {
  if (which.length === 0) return letters;
  const unknown = which.find((name) => !letters.some(({ input }) => input === name));
  if (unknown !== undefined) throw noLetter(unknown);
  return letters.filter(({ input }) => which.includes(input));
}

function noLetter(name: string): PipelineError {
  return new PipelineError({
    code: 'NOT_FOUND',
    message: `${name} is not among the dead letters; \`dragoman dead\` lists them`,
  });
}

async function localLetters(context: CommandContext) {
  const { folderDeadLetters } = await import('@dragoman/pipeline');
  return folderDeadLetters(deadLetterFolder(context.config()));
}
