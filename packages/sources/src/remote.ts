import { readFile } from 'node:fs/promises';
import { toPipelineError, type Clock } from '@dragoman/core';
import type { RawDocument, Stated } from '@dragoman/schemas';
import { createDocument } from './document.ts';
import { readFeed, type FeedItem } from './feed.ts';
import { fetchDocument, type FetchOptions } from './fetch.ts';
import { sniffFormat } from './format.ts';

export interface RemoteOptions extends FetchOptions {
  readonly stated?: Stated;
  readonly clock: Clock;
}

/**
 * The addresses of the articles that a feed lists.
 * @throws PipelineError as fetchDocument, or INPUT_UNSUPPORTED where the address holds no feed
 */
export async function readFeedItems(feedUrl: string, options: FetchOptions): Promise<FeedItem[]> {
  const feed = await fetchDocument(feedUrl, options);
  return readFeed(new TextDecoder().decode(feed.bytes), feed.url);
}

/**
 * The addresses of a list, one a line; empty lines and lines that begin with # are passed over.
 * @throws PipelineError INPUT_UNREADABLE
 */
export async function readUrlList(path: string): Promise<FeedItem[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw toPipelineError(cause, 'INPUT_UNREADABLE');
  }
  const urls = text.split(/\r?\n/).map((line) => line.trim());
  return urls
    .filter((url) => url !== '' && !url.startsWith('#'))
    .map((url) => ({ url, title: undefined, published: undefined }));
}

/**
 * Fetches one article; what the feed says of its date is stated.
 * @throws PipelineError as fetchDocument
 */
export async function readUrl(url: string, options: RemoteOptions): Promise<RawDocument> {
  const fetched = await fetchDocument(url, options);
  const stated: Stated = { ...options.stated, url: fetched.url, fetched: options.clock().toISOString() };
  const isPlain = fetched.contentType.startsWith('text/plain') && sniffFormat(fetched.bytes) !== 'html';
  const { bytes, charset } = fetched;
  return createDocument({ input: url, id: url, format: isPlain ? 'text' : 'html', bytes, stated, charset });
}
