import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';

const words = z.array(z.string()).nonempty();
const fileSchema = z.strictObject({
  beside: words,
  author: words,
  date: words,
  published: words,
  updated: words,
  section: words,
  authorName: words,
  profileFolders: words,
  meta: z.strictObject({
    author: words,
    published: words,
    perhapsPublished: words,
    modified: words,
    section: words,
  }),
  scriptDates: words,
  publishedLabels: words,
  writtenBy: words,
  authorLabels: words,
  trackingParameters: words,
});

/** The names that pages give to what they say about an article, ready to be compared. */
export interface MetadataVocabulary {
  readonly beside: RegExp;
  readonly author: RegExp;
  readonly authorName: RegExp;
  readonly date: RegExp;
  readonly published: RegExp;
  readonly updated: RegExp;
  readonly section: RegExp;
  /** Matches the address of a page about an author. */
  readonly profile: RegExp;
  readonly meta: z.infer<typeof fileSchema>['meta'];
  /** Matches a date field of data in a script; the first group is its value. */
  readonly scriptDate: RegExp;
  /** Matches a text that ends in 'published on'. */
  readonly publishedLabel: RegExp;
  readonly writtenBy: RegExp;
  /** Matches 'Author: First Last'; the first group is the name. */
  readonly labelledAuthor: RegExp;
  readonly tracking: RegExp;
}

let shipped: MetadataVocabulary | undefined;

/** The names of `data/metadata-names.yaml`, read once. Throws where the file does not fit its schema. */
export function metadataVocabulary(): MetadataVocabulary {
  shipped ??= readVocabulary(new URL('../../data/metadata-names.yaml', import.meta.url));
  return shipped;
}

function readVocabulary(file: URL): MetadataVocabulary {
  const data = fileSchema.parse(parse(readFileSync(file, 'utf8')));
  const any = (parts: readonly string[]): RegExp => new RegExp(parts.join('|'));
  const name = String.raw`(?:\p{Lu}[\p{L}.'’-]+\s){1,2}\p{Lu}[\p{L}.'’-]+|\p{Script=Han}{2,4}(?!\p{Script=Han})`;
  const tracking = data.trackingParameters.map((part) =>
    part.replaceAll('.', String.raw`\.`).replace('*', '.*'),
  );
  return {
    beside: any(data.beside),
    author: any(data.author),
    authorName: any(data.authorName),
    date: any(data.date),
    published: any(data.published),
    updated: any(data.updated),
    section: any(data.section),
    profile: new RegExp(String.raw`/(?:${data.profileFolders.join('|')})/[^/?#]{2,}`, 'i'),
    meta: data.meta,
    scriptDate: new RegExp(String.raw`"(?:${data.scriptDates.join('|')})"\s?:\s?"?([^",}]{8,40})`, 'g'),
    publishedLabel: new RegExp(
      String.raw`(?:${data.publishedLabels.join('|')})[^\d\p{L}]{0,4}(?:[\p{L}.]{1,12}[^\d\p{L}]{0,3}){0,2}$`,
      'iu',
    ),
    writtenBy: new RegExp(data.writtenBy.join('|'), 'i'),
    labelledAuthor: new RegExp(
      String.raw`(?:^|[\s>(|])(?:${data.authorLabels.join('|')})\s?[:：]\s?(${name})`,
      'gu',
    ),
    tracking: new RegExp(`^(?:${tracking.join('|')})$`, 'i'),
  };
}
