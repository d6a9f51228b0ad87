import { readFile } from 'node:fs/promises';
import { toPipelineError, type Clock } from '@dragoman/core';
import type { Stated } from '@dragoman/schemas';
import { documentInput } from './document.ts';
import { readFeed, type FeedItem } from './feed.ts';
import { fetchDocument, type FetchOptions } from './fetch.ts';
import { sniffFormat } from './format.ts';
import type { Input } from './input.ts';

export interface RemoteOptions extends FetchOptions {
  readonly stated?: Stated;
  readonly clock: Clock;
}

/** Every article of a feed, fetched one after the other; one that cannot be fetched is set aside and the rest goes on. */
export async function* readFeedArticles(feedUrl: string, options: RemoteOptions): AsyncGenerator<Input> {
  let items: FeedItem[];
  try {
    const feed = await fetchDocument(feedUrl, options);
    items = readFeed(new TextDecoder().decode(feed.bytes), feed.url);
  } catch (cause) {
    yield rejected(feedUrl, cause);
    return;
  }
  for (const item of items) yield await readUrl(item, options);
}

/** Every article of a list of addresses, one a line; empty lines and lines that begin with # are passed over. */
export async function* readUrlList(path: string, options: RemoteOptions): AsyncGenerator<Input> {
  let lines: string[];
  try {
    lines = (await readFile(path, 'utf8')).split(/\r?\n/);
  } catch (cause) {
    yield { kind: 'rejected', input: path, id: path, error: toPipelineError(cause, 'INPUT_UNREADABLE') };
    return;
  }
  for (const line of lines) {
    const url = line.trim();
    if (url !== '' && !url.startsWith('#'))
      yield await readUrl({ url, title: undefined, published: undefined }, options);
  }
}

async function readUrl(item: FeedItem, options: RemoteOptions): Promise<Input> {
  try {
    const fetched = await fetchDocument(item.url, options);
    const stated: Stated = {
      ...options.stated,
      url: fetched.url,
      ...(item.published === undefined ? {} : { published: item.published }),
      fetched: options.clock().toISOString(),
    };
    const isPlain = fetched.contentType.startsWith('text/plain') && sniffFormat(fetched.bytes) !== 'html';
    const format = isPlain ? 'text' : 'html';
    return documentInput({
      input: item.url,
      id: item.url,
      format,
      bytes: fetched.bytes,
      stated,
      charset: fetched.charset,
    });
  } catch (cause) {
    return rejected(item.url, cause);
  }
}

function rejected(input: string, cause: unknown): Input {
  return { kind: 'rejected', input, id: input, error: toPipelineError(cause, 'FETCH_FAILED') };
}
