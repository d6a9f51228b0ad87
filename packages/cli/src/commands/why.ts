import type { Explanation, Words } from '@dragoman/graph';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withStore, type StoreOptions } from '../store.ts';
import { line } from '../terminal.ts';

interface WhyOptions extends StoreOptions {
  readonly json?: boolean;
}

/** `dragoman why A B`: the words behind the links between two nodes. */
export function registerWhy(program: Command, context: CommandContext): void {
  program
    .command('why')
    .description('print the words behind the links between two nodes, with source and date')
    .argument('<a>', 'a name or a node id')
    .argument('<b>', 'a name or a node id')
    .option('--store <where>', storeHelp)
    .option('--json', 'print JSON')
    .action((a: string, b: string, options: WhyOptions) =>
      context.run(() => explain(context, a, b, options)),
    );
}

async function explain(
  context: CommandContext,
  a: string,
  b: string,
  options: WhyOptions,
): Promise<ExitStatus> {
  const { why } = await import('@dragoman/graph');
  const explanation = await withStore(context.config(statedStore(options)), (store) => why(store, a, b));
  context.terminal.out(options.json === true ? line(explanation) : render(explanation));
  return exitStatus.done;
}

function render({ a, b, links }: Explanation): string {
  if (links.length === 0) return `nothing links ${a.name} and ${b.name}\n`;
  const parts = links.map((link) => {
    const [from, to] = link.forward === false ? [b.name, a.name] : [a.name, b.name];
    const head =
      link.event === null ? `${from} —${link.type}→ ${to}` : `${a.name} and ${b.name}: ${link.event}`;
    return [
      head,
      ...link.words.map((words) => renderWords(words)),
      ...link.denials.map((words) => renderWords(words, 'denied: ')),
    ].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function renderWords(words: Words, prefix = ''): string {
  const source = [words.source ?? words.url ?? 'unknown source', words.published?.slice(0, 10)]
    .filter(Boolean)
    .join(', ');
  const said = words.attributedTo === null ? '' : `, according to ${words.attributedTo}`;
  return `  ${prefix}“${words.quote.replaceAll('\n', ' ')}”\n    ${source}${said}  [${words.rule}]`;
}
