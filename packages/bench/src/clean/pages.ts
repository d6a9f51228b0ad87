import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A page of a corpus; its bytes are read when they are needed, so that memory shows the cleaner's own. */
export interface CorpusPage<Gold> {
  readonly id: string;
  readonly url: string;
  readonly gold: Gold;
  readonly read: () => Uint8Array;
}

export interface TextGold {
  readonly articleBody: string;
}
export interface SegmentGold {
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
}
export interface DateGold {
  readonly date: string;
}

const aebSchema = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));
const stated = z
  .union([z.string(), z.array(z.string()).transform((values) => values.join('; '))])
  .nullish()
  .transform((value) => (value === undefined || value === null || value.trim() === '' ? null : value.trim()));
const segmentsSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    with: z.array(z.string()),
    without: z.array(z.string()),
    title: stated,
    author: stated,
    date: stated,
  }),
);
const datesSchema = z.record(z.string(), z.object({ file: z.string(), date: z.string() }));

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** article-extraction-benchmark: whole texts. */
export function readTextPages(folder: string): readonly CorpusPage<TextGold>[] {
  const truth = aebSchema.parse(readJson(join(folder, 'aeb-dev', 'ground-truth.json')));
  return Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    url,
    gold: { articleBody },
    read: () => gunzipSync(readFileSync(join(folder, 'aeb-dev', 'html', `${id}.html.gz`))),
  }));
}

/** trafilatura's set: segments that must and must not be there, title, author, date. */
export function readSegmentPages(folder: string): readonly CorpusPage<SegmentGold>[] {
  const truth = segmentsSchema.parse(readJson(join(folder, 'trafilatura-dev', 'evaldata.json')));
  return Object.entries(truth).map(([id, { file, ...gold }]) => ({
    id,
    url: id,
    gold,
    read: () => readFileSync(join(folder, 'trafilatura-dev', 'html', file)),
  }));
}

/** htmldate's set: publication days. */
export function readDatePages(folder: string): readonly CorpusPage<DateGold>[] {
  const truth = datesSchema.parse(readJson(join(folder, 'htmldate-dev', 'dates.json')));
  return Object.entries(truth).map(([id, { file, date }]) => ({
    id,
    url: id,
    gold: { date },
    read: () => readFileSync(join(folder, 'htmldate-dev', 'html', file)),
  }));
}
