import { z } from 'zod';

/** A line that cleaning removed, and the stable name of the reason; `detail` says more of it where there is more to say. */
export const droppedSchema = z.object({
  text: z.string(),
  reason: z.string(),
  detail: z.string().optional(),
});
export type Dropped = z.infer<typeof droppedSchema>;

/** A date with where it was found: 'stated', 'json-ld', 'meta:article:published_time', 'url', 'dateline', … */
export const datedSchema = z.object({ value: z.string(), from: z.string() });

export const articleSchema = z.object({
  /** SHA-256 over the canonical URL, else over the text: the article's key in the graph. */
  id: z.string(),
  /** The input's id: the stated one, else its file's name without the ending. */
  inputId: z.string(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  /** ISO 639-1 code, or null where the text is too short to tell. */
  language: z.string().nullable(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  /** ISO 8601 date or date-time. */
  published: z.string().nullable(),
  publishedFrom: z.string().nullable(),
  modified: z.string().nullable(),
  modifiedFrom: z.string().nullable(),
  section: z.string().nullable(),
  keywords: z.array(z.string()),
  /** 'Tehran (Agency) February 5, 2026' as data: the place and agency an article opens with. */
  dateline: z
    .object({ place: z.string().nullable(), agency: z.string().nullable(), date: z.string().nullable() })
    .nullable(),
  /** The body, a line a paragraph; all offsets count UTF-16 units of this string. */
  text: z.string(),
  textHash: z.string(),
  /** Captions, credits and biographies, apart from the body. */
  asides: z.array(z.object({ kind: z.enum(['caption', 'credit', 'bio']), text: z.string() })),
  /** Entries of a live blog: where each begins in `text`, and its time. */
  entries: z.array(z.object({ start: z.number().int(), time: z.string().nullable() })),
  dropped: z.array(droppedSchema),
  /** Remarks for people: 'single-page shell', 'charset replaced', … */
  notes: z.array(z.string()),
  /** When its bytes were fetched, where stated. */
  fetched: z.string().nullable(),
  cleanerVersion: z.string(),
});
/** A cleaned article: what the page says, and what was left out and why. */
export type Article = z.infer<typeof articleSchema>;
