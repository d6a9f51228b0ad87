import { resolve } from 'node:path';
import { PipelineError } from '@dragoman/core';
import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { exitStatus, type ExitStatus } from '../exit.ts';
import { writePieces } from '../output.ts';
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
  const { exportFormats, exportGraph, isExportFormat } = await import('@dragoman/graph');
  const { format, out } = options;
  if (!isExportFormat(format)) {
    throw new PipelineError({
      code: 'USAGE',
      message: `no format ${format}; there are ${exportFormats.join(', ')}`,
    });
  }
  const config = context.config(statedStore(options));
  if (out !== undefined && resolve(out) === resolve(config.store)) {
    throw new PipelineError({ code: 'USAGE', message: `${out} is the graph itself` });
  }
  await withStore(config, async (store) => {
    const pieces = exportGraph(store, format, options.world === true ? 'world' : 'all');
    if (out !== undefined) return writePieces(out, pieces);
    for await (const piece of pieces) context.terminal.out(piece);
  });
  return exitStatus.done;
}
