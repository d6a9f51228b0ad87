import { folderBlobStore, systemClock } from '@dragoman/core';
import type { Outcome, Summary } from '@dragoman/pipeline';
import type { Command } from 'commander';
import { pathsHelp, withStated, type CommandContext, type StatedOptions } from '../command.ts';
import { deadLetterFolder } from '../dead-letters.ts';
import type { ExitStatus } from '../exit.ts';
import { Progress } from '../progress.ts';
import { withQueues } from '../queues.ts';
import { readCommandInputs } from '../read.ts';
import { statedStore, storeHelp, withPipeline, type StoreOptions } from '../store.ts';
import { line, SetAside } from '../terminal.ts';

interface IngestOptions extends StatedOptions, StoreOptions {
  readonly queue?: boolean;
  readonly json?: boolean;
}

/** `dragoman ingest PATH…`: the main job. */
export function registerIngest(program: Command, context: CommandContext): void {
  const command = program
    .command('ingest')
    .description('take articles into the graph; the same articles again change nothing')
    .argument('<path...>', pathsHelp)
    .option('--store <where>', storeHelp)
    .option('--queue', 'enqueue for the workers instead of doing it here')
    .option('--json', 'print the summary as JSON');
  withStated(command).action((paths: string[], options: IngestOptions) =>
    context.run(() =>
      options.queue === true ? enqueueInputs(context, paths, options) : ingestInputs(context, paths, options),
    ),
  );
}

async function ingestInputs(
  context: CommandContext,
  paths: readonly string[],
  options: IngestOptions,
): Promise<ExitStatus> {
  const setAside = new SetAside(context.terminal);
  const progress = new Progress(context.terminal);
  const counts = { new: 0, changed: 0, unchanged: 0, setAside: 0 };
  const onOutcome = (outcome: Outcome): void => {
    counts[outcome.kind] += 1;
    if (outcome.kind === 'setAside') setAside.add(outcome.input, outcome.error);
    progress.show(
      `new ${counts.new}, changed ${counts.changed}, unchanged ${counts.unchanged}, set aside ${counts.setAside}`,
    );
  };
  const inputs = readCommandInputs(context, paths, options);
  const summary = await withPipeline(
    context.config(statedStore(options)),
    (pipeline) => pipeline.ingest(inputs, onOutcome),
    true,
  );
  progress.end();
  context.terminal.out(options.json === true ? line(summary) : renderSummary(summary));
  return setAside.status;
}

function renderSummary(summary: Summary): string {
  const { read, setAside, unread, people, groups, places, meetings, events, claims } = summary;
  const nothing = read > 0 && summary.unchanged === read ? ' (nothing changed)' : '';
  return [
    `articles  read ${read}, new ${summary.new}, changed ${summary.changed}, unchanged ${summary.unchanged}, set aside ${setAside}${nothing}`,
    ...(unread > 0 ? [`unread    ${unread} in other languages: stored, nothing is extracted from them`] : []),
    `graph     people ${people}, groups ${groups}, places ${places}, meetings ${meetings}, events ${events}, claims ${claims}`,
    '',
  ].join('\n');
}

async function enqueueInputs(
  context: CommandContext,
  paths: readonly string[],
  options: IngestOptions,
): Promise<ExitStatus> {
  const { enqueueDocument } = await import('@dragoman/queue');
  const { folderDeadLetters } = await import('@dragoman/pipeline');
  const config = context.config();
  const setAside = new SetAside(context.terminal);
  const blobs = folderBlobStore(config.blobs);
  const letters = folderDeadLetters(deadLetterFolder(config));
  const counts = { added: 0, known: 0, retried: 0 };
  await withQueues(config, async (queues) => {
    for await (const input of readCommandInputs(context, paths, options)) {
      if (input.kind === 'rejected') {
        setAside.add(input.input, input.error);
        await letters.put(input, systemClock().toISOString());
      } else counts[await enqueueDocument(queues, blobs, input.document)] += 1;
    }
  });
  const summary = { ...counts, setAside: setAside.count };
  const text = `enqueued ${counts.added}, already queued ${counts.known}, tried again ${counts.retried}, set aside ${setAside.count}`;
  context.terminal.out(line(options.json === true ? summary : text));
  return setAside.status;
}
