export type { FetchOptions } from './fetch.ts';
export type { Input, ReadOptions } from './input.ts';
export { readInputs } from './read.ts';
export type { FeedItem } from './feed.ts';
export { readFeedItems, readUrl, readUrlList, type RemoteOptions } from './remote.ts';
