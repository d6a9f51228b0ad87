import { readPath } from './files.ts';
import type { Input, ReadOptions } from './input.ts';
import { readStdin } from './stdin.ts';

/**
 * All inputs that the command line names, in its order: files, folders (walked), lists, `-` for standard input.
 * @param stdin the stream that `-` stands for
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield* readStdin(stdin, options);
    else yield* readPath(path, options);
  }
}
