import { PipelineError } from '@dragoman/core';
import { parseFeed } from 'feedsmith';

/** What a feed tells of one article. */
export interface FeedItem {
  readonly url: string;
  readonly title: string | undefined;
  readonly published: string | undefined;
}

interface LooseItem {
  readonly link?: string;
  readonly url?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly title?: string | { readonly value?: string };
  readonly pubDate?: unknown;
  readonly published?: unknown;
  readonly date_published?: unknown;
  readonly dc?: { readonly date?: unknown };
}

/**
 * The articles that an RSS, Atom, RDF or JSON feed lists, in its order, without those that have no address.
 * @throws PipelineError INPUT_UNSUPPORTED where the text is no feed
 */
export function readFeed(text: string, feedUrl: string): FeedItem[] {
  let parsed;
  try {
    parsed = parseFeed(text);
  } catch (cause) {
    throw new PipelineError({ code: 'INPUT_UNSUPPORTED', message: `${feedUrl} is not a feed`, cause });
  }
  const feed = parsed.feed as { items?: readonly LooseItem[]; entries?: readonly LooseItem[] };
  return (feed.items ?? feed.entries ?? []).flatMap((item) => {
    const link = linkOf(item);
    if (link === undefined || !URL.canParse(link, feedUrl)) return [];
    return [{ url: new URL(link, feedUrl).href, title: titleOf(item), published: dateOf(item) }];
  });
}

function linkOf(item: LooseItem): string | undefined {
  const alternate = item.links?.find((link) => link.rel === undefined || link.rel === 'alternate');
  return item.link ?? item.url ?? alternate?.href;
}

function titleOf(item: LooseItem): string | undefined {
  return typeof item.title === 'string' ? item.title : item.title?.value;
}

function dateOf(item: LooseItem): string | undefined {
  const stated = item.pubDate ?? item.published ?? item.date_published ?? item.dc?.date;
  const date = stated instanceof Date ? stated : new Date(typeof stated === 'string' ? stated : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
