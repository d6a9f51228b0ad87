export { fetchDocument, type Fetched, type FetchOptions } from './fetch.ts';
export { isPublicAddress } from './address.ts';
export type { Input, ReadOptions } from './input.ts';
export { readInputs } from './read.ts';
export { readFeedArticles, readUrlList, type RemoteOptions } from './remote.ts';
