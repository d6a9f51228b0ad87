import type { Pass } from './reading.ts';

/** The passes in the order they run. `lexiconFolders` are a user's own lexicons. */
export function createPasses(lexiconFolders: readonly string[]): Pass[] {
  void lexiconFolders;
  return [];
}
