import { existsSync, readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { toPipelineError } from '@dragoman/core';
import { filesOf, type LexiconFile, loadLexicon, shippedLexiconFolder } from './load.ts';
import type { z } from 'zod';

/** Something wrong in a lexicon: the file, the place in it, what is wrong. */
export interface LexiconFault {
  readonly file: string;
  readonly message: string;
}

/** A sentence that a pattern says it matches. */
export interface LexiconExample {
  /** The place of the pattern in its file, 'patterns.3', or its rule. */
  readonly place: string;
  readonly sentence: string;
  /** True where the pattern matches the sentence, as its pass would read it. */
  matches(): boolean;
}

/** A lexicon file as `checkLexicon` looks at it: its schema, and the examples its patterns carry. */
export interface CheckedLexicon {
  readonly lexicon: LexiconFile<z.ZodType>;
  /** The examples in the parsed data; a pass whose patterns carry none leaves it out. */
  readonly examples?: (data: unknown) => Iterable<LexiconExample>;
}

/**
 * Checks lexicon files: YAML, schema, and that each example sentence is matched by its pattern.
 * `folder` adds a user's own lexicon; its files must be named as shipped ones. Returns what is wrong, nothing where all is sound.
 */
export function checkLexiconFiles(files: readonly CheckedLexicon[], folder?: string): LexiconFault[] {
  const faults = folder === undefined ? [] : strayFiles(files, folder);
  const folders = folder === undefined ? [] : [folder];
  for (const { lexicon, examples } of files) {
    try {
      const data = loadLexicon(lexicon, folders);
      for (const example of examples?.(data) ?? []) {
        if (!example.matches()) {
          faults.push({
            file: lexicon.file,
            message: `at ${example.place}: the example is not matched: ${example.sentence}`,
          });
        }
      }
    } catch (thrown) {
      faults.push({ file: lexicon.file, message: toPipelineError(thrown, 'LEXICON_INVALID').message });
    }
  }
  return faults;
}

function strayFiles(files: readonly CheckedLexicon[], folder: string): LexiconFault[] {
  if (!existsSync(folder)) return [{ file: folder, message: 'the folder does not exist' }];
  const known = new Set(files.flatMap(({ lexicon }) => filesOf(lexicon)).map(normalize));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && !known.has(name))
    .map((name) => ({
      file: join(folder, name),
      message: `not the name of a lexicon in ${shippedLexiconFolder}`,
    }));
}
