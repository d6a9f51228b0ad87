import { statSync } from 'node:fs';
import { PipelineError } from '@dragoman/core';

/** The folders of a user's own lexicons: the one named, or none. Throws INPUT_NOT_FOUND where it is no folder. */
export function lexiconFolders(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return [folder];
  throw new PipelineError({ code: 'INPUT_NOT_FOUND', message: `there is no folder ${folder}` });
}
