import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { PipelineError } from '@dragoman/core';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { statedStore, storeHelp, withStore, type StoreOptions } from '../store.ts';

interface ExportOptions extends StoreOptions {
  readonly format: string;
  readonly out?: string;
  readonly world?: boolean;
}

/** `dragoman export`: the graph as a file. */
export function registerExport(program: Command, context: CommandContext): void {
  program
    .command('export')
    .description(
      'write the graph as jsonl (canonical: equal graphs are equal bytes), graphml, gexf, csv, jsonld, ftm or cypher',
    )
    .option('--store <where>', storeHelp)
    .option('--format <format>', 'jsonl, graphml, gexf, csv, jsonld, ftm or cypher', 'jsonl')
    .option('--out <file>', 'where to write; standard output where it is not given')
    .option('--world', 'only actors, places, events and the links between them')
    .action((options: ExportOptions) => context.run(() => write(context, options)));
}

async function write(context: CommandContext, options: ExportOptions): Promise<ExitStatus> {
  const { exportFormats, exportGraph, isExportFormat, writePieces } = await import('@dragoman/graph');
  const { format, out } = options;
  if (!isExportFormat(format)) {
    throw new PipelineError({
      code: 'USAGE',
      message: `no format ${format}; there are ${exportFormats.join(', ')}`,
    });
  }
  await withStore(context.config(statedStore(options)), async (store) => {
    const pieces = exportGraph(store, format, options.world === true ? 'world' : 'all');
    if (out === undefined) {
      for await (const piece of pieces) context.terminal.out(piece);
      return;
    }
    const file = createWriteStream(out);
    await writePieces(pieces, file);
    file.end();
    await finished(file);
  });
  return exitStatus.done;
}
