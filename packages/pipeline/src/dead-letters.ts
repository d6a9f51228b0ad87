import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, PipelineError, sha256 } from '@dragoman/core';
import { statedSchema, type RawDocument } from '@dragoman/schemas';
import { z } from 'zod';

const letterSchema = z.object({
  input: z.string(),
  id: z.string(),
  code: z.string(),
  message: z.string(),
  at: z.string(),
  /** The raw document, where there is one: its bytes lie beside the letter. */
  document: z
    .object({
      hash: z.string(),
      format: z.enum(['html', 'text']),
      charset: z.string().optional(),
      stated: statedSchema,
    })
    .nullable(),
});
/** A record of an input that was set aside. */
export type DeadLetter = z.infer<typeof letterSchema>;

/** What names a letter: the same input again has the same letter. */
export type LetterKey = Pick<DeadLetter, 'input' | 'id'>;

/** Inputs that were set aside, in a folder: a JSON file each, with the raw bytes beside it. */
export interface DeadLetters {
  /** Records an input; recording the same input again replaces its record. */
  put(input: LetterKey & { error: PipelineError; document?: RawDocument }, at: string): Promise<void>;
  /**
   * All letters, the oldest first.
   * @throws PipelineError INPUT_UNREADABLE where a file of the folder is no letter
   */
  list(): Promise<DeadLetter[]>;
  /**
   * The document of a letter, to be read again; null where only a message was kept.
   * @throws PipelineError BLOB_MISSING
   */
  document(letter: DeadLetter): Promise<RawDocument | null>;
  /** Removes what is kept of an input; nothing where it was never set aside. */
  remove(letter: LetterKey): Promise<void>;
}

export function folderDeadLetters(folder: string): DeadLetters {
  const pathOf = ({ input, id }: LetterKey, ending: string): string =>
    join(folder, `${sha256(`${input}\n${id}`).slice(0, 32)}.${ending}`);
  return {
    async put({ input, id, error, document }, at) {
      await mkdir(folder, { recursive: true });
      const kept = document === undefined ? null : withoutBytes(document);
      const letter: DeadLetter = { input, id, code: error.code, message: error.message, at, document: kept };
      if (document !== undefined) await replaceFile(pathOf(letter, 'raw'), document.bytes);
      await replaceFile(pathOf(letter, 'json'), `${JSON.stringify(letter, null, 2)}\n`);
    },
    async list() {
      const names = await readdir(folder).catch(() => []);
      const letters = await Promise.all(
        names.filter((name) => name.endsWith('.json')).map((name) => readLetter(join(folder, name))),
      );
      return letters.toSorted(
        (a, b) => compareText(a.at, b.at) || compareText(a.input, b.input) || compareText(a.id, b.id),
      );
    },
    async document(letter) {
      const { document, input, id } = letter;
      if (document === null) return null;
      const { charset, ...rest } = document;
      const bytes = await readRaw(pathOf(letter, 'raw'), input);
      return { ...rest, input, id, bytes, ...(charset === undefined ? {} : { charset }) };
    },
    async remove(letter) {
      await rm(pathOf(letter, 'json'), { force: true });
      await rm(pathOf(letter, 'raw'), { force: true });
    },
  };
}

/** A file is whole or not there, whatever breaks off. */
async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

async function readLetter(path: string): Promise<DeadLetter> {
  try {
    return letterSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const message = `${path} is no record of an input that was set aside`;
    throw new PipelineError({ code: 'INPUT_UNREADABLE', message, cause });
  }
}

async function readRaw(path: string, input: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new PipelineError({ code: 'BLOB_MISSING', message: `the bytes of ${input} are gone`, cause });
  }
}

function withoutBytes({ hash, format, charset, stated }: RawDocument): DeadLetter['document'] {
  return { hash, format, stated, ...(charset === undefined ? {} : { charset }) };
}
