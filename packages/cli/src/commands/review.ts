import { userInfo } from 'node:os';
import type { Candidate, Word } from '@dragoman/pipeline';
import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withPipeline, type StoreOptions } from '../store.ts';
import { line } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';

interface ReviewOptions extends StoreOptions {
  readonly json?: boolean;
  readonly limit?: number;
  readonly reason?: string;
}

/** `dragoman review`: the doubtful pairs, and a person's word on them. */
export function registerReview(program: Command, context: CommandContext): void {
  const review = program
    .command('review')
    .description('pairs of nodes that may be one, and your word on them');
  const withStoreOption = (command: Command): Command =>
    command.option('--store <where>', storeHelp).option('--json', 'print JSON');
  withStoreOption(
    review.command('list', { isDefault: true }).description('list the doubtful pairs, the most alike first'),
  )
    .option('--limit <n>', 'at most so many', wholeNumber(1), 50)
    .action((options: ReviewOptions) => context.run(() => list(context, options)));
  withStoreOption(
    review.command('decide').description('say of two nodes that they are same, different, or for later'),
  )
    .argument('<left>', 'a node id')
    .argument('<right>', 'a node id')
    .argument('<word>', 'same, different or later', wordOf)
    .option('--reason <text>', 'why')
    .action((left: string, right: string, word: Word['kind'], options: ReviewOptions) =>
      context.run(() => decide(context, left, right, word, options)),
    );
  withStoreOption(review.command('split').description('part a node: the bearers of one name from all others'))
    .argument('<node>', 'a node id')
    .argument('<name>', 'the name as articles have it')
    .option('--reason <text>', 'why')
    .action((node: string, name: string, options: ReviewOptions) =>
      context.run(() => split(context, node, name, options)),
    );
  withStoreOption(
    review.command('undo').description('take a word back: the graph is then what it would have been'),
  )
    .argument('<ruling>', 'the id that `decide` or `split` printed')
    .action((ruling: string, options: ReviewOptions) => context.run(() => undo(context, ruling, options)));
}

async function list(context: CommandContext, options: ReviewOptions): Promise<ExitStatus> {
  const pairs = await withPipeline(context.config(statedStore(options)), (pipeline) =>
    pipeline.candidates(options.limit),
  );
  for (const pair of pairs) context.terminal.out(options.json === true ? line(pair) : render(pair));
  if (pairs.length === 0 && options.json !== true) context.terminal.out('nothing to review\n');
  return exitStatus.done;
}

const render = ({ left, right, reason }: Candidate): string =>
  `${left.name} ~ ${right.name}\n  ${reason}\n  dragoman review decide ${left.id} ${right.id} same|different|later\n`;

async function decide(
  context: CommandContext,
  left: string,
  right: string,
  kind: Word['kind'],
  options: ReviewOptions,
): Promise<ExitStatus> {
  const ruling = await withPipeline(context.config(statedStore(options)), (pipeline) =>
    pipeline.decide(left, right, { kind, ...signed(options) }),
  );
  return told(context, ruling, options);
}

async function split(
  context: CommandContext,
  node: string,
  name: string,
  options: ReviewOptions,
): Promise<ExitStatus> {
  const ruling = await withPipeline(context.config(statedStore(options)), (pipeline) =>
    pipeline.split(node, name, signed(options)),
  );
  return told(context, ruling, options);
}

async function undo(context: CommandContext, ruling: string, options: ReviewOptions): Promise<ExitStatus> {
  await withPipeline(context.config(statedStore(options)), (pipeline) => pipeline.undo(ruling));
  context.terminal.out(options.json === true ? line({ undone: ruling }) : `undone: ${ruling}\n`);
  return exitStatus.done;
}

function signed({ reason }: ReviewOptions): Omit<Word, 'kind'> {
  return { by: userInfo().username, ...(reason === undefined ? {} : { reason }) };
}

function told(context: CommandContext, ruling: string, options: ReviewOptions): ExitStatus {
  context.terminal.out(
    options.json === true
      ? line({ ruling })
      : `recorded; take it back with: dragoman review undo ${ruling}\n`,
  );
  return exitStatus.done;
}

function wordOf(value: string): Word['kind'] {
  if (value === 'same' || value === 'different' || value === 'later') return value;
  throw new InvalidArgumentError('same, different or later');
}
