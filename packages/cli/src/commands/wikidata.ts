import type { Linked } from '@dragoman/pipeline';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { readTextFile } from '../read.ts';
import { statedStore, storeHelp, withStore, type StoreOptions } from '../store.ts';
import { line } from '../terminal.ts';

interface WikidataOptions extends StoreOptions {
  readonly json?: boolean;
}

/** `dragoman wikidata`: ids of a user's file on the nodes that are its entries. */
export function registerWikidata(program: Command, context: CommandContext): void {
  program
    .command('wikidata')
    .description('give people, groups and places the Wikidata ids of a file, in the place of those they had')
    .argument(
      '[file]',
      'JSON objects, one a line, or columns parted by tabs: id, label, aliases, kind, country, description; without it all ids go',
    )
    .option('--store <where>', storeHelp)
    .option('--json', 'print JSON')
    .action((file: string | undefined, options: WikidataOptions) =>
      context.run(() => link(context, file, options)),
    );
}

async function link(
  context: CommandContext,
  file: string | undefined,
  options: WikidataOptions,
): Promise<ExitStatus> {
  const { linkAuthorities, readAuthorities } = await import('@dragoman/pipeline');
  const entries = file === undefined ? [] : readAuthorities(await readTextFile(context, file));
  const linked = await withStore(context.config(statedStore(options)), (store) =>
    linkAuthorities(store, entries),
  );
  context.terminal.out(options.json === true ? line(linked) : render(linked));
  return exitStatus.done;
}

function render({ entries, nodes }: Linked): string {
  return `${entries} entries; ${nodes} nodes bear an id\n`;
}
