/** The development parts of the language corpora, read from ../shared. */
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readGzippedJson, sharedFolder } from '../corpora.ts';

const strings = z.array(z.string());

const treeSchema = z.object({
  w: strings,
  l: strings,
  u: strings,
  x: strings,
  h: z.array(z.number()),
  d: strings,
  t: z.string(),
  doc: z.string(),
});
/** A sentence of a treebank: words, lemmas, tags, heads (1-based), relations, its text and document. */
export type TreeSentence = z.infer<typeof treeSchema>;

const nameSchema = z.object({ w: strings, t: strings });
/** A sentence with BIO tags. */
export type NameSentence = z.infer<typeof nameSchema>;

const roleSchema = z.object({
  w: strings,
  preds: z.array(
    z.object({ i: z.number(), args: z.array(z.object({ role: z.string(), head: z.number() })) }),
  ),
});
/** A sentence with PropBank's predicates and argument heads. */
export type RoleSentence = z.infer<typeof roleSchema>;

const reportSchema = z.object({
  text: z.string(),
  ents: z.array(z.tuple([z.number(), z.number(), z.string(), z.string()])),
});
/** A document of re3d: its text and entities [start, end, type, surface]. */
export type ReportDocument = z.infer<typeof reportSchema>;

export const readTrees = (name: string): TreeSentence[] =>
  z.array(treeSchema).parse(readGzippedJson(`corpora/nlp/treebank/${name}.json.gz`));
export const readNames = (name: string): NameSentence[] =>
  z.array(nameSchema).parse(readGzippedJson(`corpora/nlp/ner/${name}.json.gz`));
export const readReports = (): ReportDocument[] =>
  z.array(reportSchema).parse(readGzippedJson('corpora/nlp/relations/re3d-dev.json.gz'));

export function readRoles(name: string): RoleSentence[] {
  const text = gunzipSync(readFileSync(`${sharedFolder}corpora/nlp/roles/${name}.jsonl.gz`)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => roleSchema.parse(JSON.parse(line)));
}
