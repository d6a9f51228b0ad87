import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';

const wordsSchema = z.strictObject({
  address: z.array(z.string()).nonempty(),
  self: z.array(z.string()).nonempty(),
});
const fileSchema = z.strictObject({ readerWords: z.record(z.string(), wordsSchema) });

/** How pages of one language speak to their readers and of themselves. */
export interface ReaderWords {
  readonly address: ReadonlySet<string>;
  readonly self: ReadonlySet<string>;
}

const none: ReaderWords = { address: new Set(), self: new Set() };

let shipped: ReadonlyMap<string, ReaderWords> | undefined;

/** The words of a language (`data/reader-words.yaml`, read once), English where it is not known; none for other languages. */
export function readerWords(language: string | null): ReaderWords {
  shipped ??= readFile();
  return shipped.get(language ?? 'en') ?? none;
}

function readFile(): Map<string, ReaderWords> {
  const text = readFileSync(new URL('../../data/reader-words.yaml', import.meta.url), 'utf8');
  return new Map(
    Object.entries(fileSchema.parse(parse(text)).readerWords).map(([language, { address, self }]) => [
      language,
      { address: new Set(address), self: new Set(self) },
    ]),
  );
}
