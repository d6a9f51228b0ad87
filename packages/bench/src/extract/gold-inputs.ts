import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sha256 } from '@dragoman/core';
import type { RawDocument, Stated } from '@dragoman/schemas';
import { z } from 'zod';
import { sharedFolder } from '../corpora.ts';

const goldSchema = z.object({
  id: z.string(),
  page: z.string().nullish(),
  url: z.string().nullish(),
  source: z.string().nullish(),
  title: z.string().nullish(),
  published: z.string().nullish(),
});
type Gold = z.infer<typeof goldSchema>;

/** The folders of annotated articles. */
export const goldFolders = ['authored', 'news', 'real'] as const;

/** An annotated article's input, and its annotation file. */
export interface GoldInput {
  readonly folder: string;
  readonly file: string;
  readonly document: RawDocument;
}

/** The inputs of all annotated articles, as a crawl's list would state them. `scratch` is a folder to unpack pages in. */
export function readGoldInputs(scratch: string): GoldInput[] {
  return goldFolders.flatMap((folder) => {
    const path = join(sharedFolder, 'gold', folder);
    const files = readdirSync(path).filter((name) => name.endsWith('.json') && name !== 'storylines.json');
    return files.toSorted().map((file): GoldInput => {
      const gold = goldSchema.parse(JSON.parse(readFileSync(join(path, file), 'utf8')));
      return { folder, file: join(path, file), document: documentOf(gold, path, scratch) };
    });
  });
}

function documentOf(gold: Gold, folder: string, scratch: string): RawDocument {
  const { bytes, format } = bytesOf(gold, folder, scratch);
  const { url, source, title, published } = gold;
  const stated: Stated = {
    id: gold.id,
    ...(typeof url !== 'string' ? {} : { url }),
    ...(typeof source !== 'string' ? {} : { source }),
    ...(typeof title !== 'string' ? {} : { title }),
    ...(typeof published !== 'string' ? {} : { published }),
  };
  return { hash: sha256(bytes), input: gold.id, id: gold.id, format, bytes, stated };
}

function bytesOf(
  gold: Gold,
  folder: string,
  scratch: string,
): { bytes: Uint8Array; format: 'html' | 'text' } {
  const page = /^aeb:(.+)$/.exec(gold.page ?? '')?.[1];
  if (page !== undefined) return { bytes: corpusPage(page, scratch), format: 'html' };
  const html = join(folder, `${gold.id}.html`);
  if (existsSync(html)) return { bytes: readFileSync(html), format: 'html' };
  return { bytes: readFileSync(join(folder, `${gold.id}.txt`)), format: 'text' };
}

/** A page of the article extraction benchmark, unpacked from its archive. */
function corpusPage(page: string, scratch: string): Uint8Array {
  const member = `aeb-dev/html/${page}.html.gz`;
  const archive = join(sharedFolder, 'corpora/clean/aeb-dev.tar.xz');
  if (!existsSync(join(scratch, 'aeb-dev')))
    execFileSync('tar', ['-xJf', archive, '-C', scratch, 'aeb-dev/html']);
  return gunzipSync(readFileSync(join(scratch, member)));
}
