import { z } from 'zod';
import { statedSchema } from './raw-document.ts';

/** Read or fetch what is named, and enqueue a clean job for every document found; a feed gives a job of kind url an article. */
export const collectJobSchema = z.object({
  kind: z.enum(['folder', 'list', 'feed', 'url']),
  location: z.string(),
  source: z.string().optional(),
  /** What a feed says of the article's date. */
  published: z.string().optional(),
});
/** Clean the blob with this hash. */
export const cleanJobSchema = z.object({
  blob: z.string(),
  input: z.string(),
  id: z.string(),
  format: z.enum(['html', 'text']),
  charset: z.string().optional(),
  stated: statedSchema,
});
/** Extract from the article stored under this blob hash. */
export const extractJobSchema = z.object({ article: z.string(), articleId: z.string() });
/** Write the evidence of an article; both hashes name blobs. */
export const writeJobSchema = z.object({
  article: z.string(),
  extraction: z.string(),
  articleId: z.string(),
  /** The hash of the text that was read, where lines were taken out of the article's own before. */
  textHash: z.string().optional(),
});

export type CollectJob = z.infer<typeof collectJobSchema>;
export type CleanJob = z.infer<typeof cleanJobSchema>;
export type ExtractJob = z.infer<typeof extractJobSchema>;
export type WriteJob = z.infer<typeof writeJobSchema>;

/** One queue a stage: its name and the schema of its payload. */
export const stages = {
  collect: collectJobSchema,
  clean: cleanJobSchema,
  extract: extractJobSchema,
  write: writeJobSchema,
} as const;
export type Stage = keyof typeof stages;
