import { z } from 'zod';

/** What the one who hands in a document states about it; it wins over what the page says about itself. */
export const statedSchema = z.object({
  id: z.string().min(1).optional(),
  url: z.string().optional(),
  source: z.string().optional(),
  title: z.string().optional(),
  published: z.string().optional(),
  /** When the bytes were fetched, where known (ISO 8601): decides between two versions of one article. */
  fetched: z.string().optional(),
});
export type Stated = z.infer<typeof statedSchema>;

/** One document as it came in: bytes untouched, whatever their charset. */
export interface RawDocument {
  /** SHA-256 (hex) of the bytes: the blob's name. */
  readonly hash: string;
  /** Where it came from, for messages: a path, `list.jsonl:12`, a URL or `-`. */
  readonly input: string;
  /** The stated id, else the file's name without its ending. */
  readonly id: string;
  readonly format: 'html' | 'text';
  /** The charset that HTTP declared, if any. */
  readonly charset?: string;
  readonly bytes: Uint8Array;
  readonly stated: Stated;
}
