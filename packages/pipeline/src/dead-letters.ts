import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256, type PipelineError } from '@dragoman/core';
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

/** Inputs that were set aside, in a folder: a JSON file each, with the raw bytes beside it. */
export interface DeadLetters {
  /** Records an input; recording the same input again replaces its record. */
  put(
    input: { input: string; id: string; error: PipelineError; document?: RawDocument },
    at: string,
  ): Promise<void>;
  list(): Promise<DeadLetter[]>;
  /** The document of a letter, to be read again; null where only a message was kept. */
  document(letter: DeadLetter): Promise<RawDocument | null>;
  remove(letter: DeadLetter): Promise<void>;
}

export function folderDeadLetters(folder: string): DeadLetters {
  const nameOf = (letter: { input: string; id: string }): string =>
    sha256(`${letter.input}\n${letter.id}`).slice(0, 32);
  return {
    async put({ input, id, error, document }, at) {
      await mkdir(folder, { recursive: true });
      const kept = document === undefined ? null : withoutBytes(document);
      const letter: DeadLetter = { input, id, code: error.code, message: error.message, at, document: kept };
      if (document !== undefined) await writeFile(join(folder, `${document.hash}.raw`), document.bytes);
      await writeFile(join(folder, `${nameOf(letter)}.json`), `${JSON.stringify(letter, null, 2)}\n`);
    },
    async list() {
      const names = await readdir(folder).catch(() => []);
      const letters = names.filter((name) => name.endsWith('.json')).toSorted();
      return Promise.all(
        letters.map(async (name) =>
          letterSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
        ),
      );
    },
    async document({ document, input, id }) {
      if (document === null) return null;
      const { charset, ...rest } = document;
      const bytes = await readFile(join(folder, `${document.hash}.raw`));
      return { ...rest, input, id, bytes, ...(charset === undefined ? {} : { charset }) };
    },
    async remove(letter) {
      await rm(join(folder, `${nameOf(letter)}.json`), { force: true });
      if (letter.document !== null) await rm(join(folder, `${letter.document.hash}.raw`), { force: true });
    },
  };
}

function withoutBytes({ hash, format, charset, stated }: RawDocument): DeadLetter['document'] {
  return { hash, format, stated, ...(charset === undefined ? {} : { charset }) };
}
