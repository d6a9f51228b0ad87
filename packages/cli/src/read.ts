import { readInputs, type Input } from '@dragoman/sources';
import { statedOf, type CommandContext, type StatedOptions } from './command.ts';

/** The inputs that a command names, with what its options state about them. */
export function readCommandInputs(
  context: CommandContext,
  paths: readonly string[],
  options: StatedOptions,
): AsyncGenerator<Input> {
  const { maxDocumentBytes } = context.config();
  return readInputs(paths, { maxBytes: maxDocumentBytes, stated: statedOf(options) }, context.terminal.stdin);
}
