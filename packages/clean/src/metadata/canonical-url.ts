import type { Page } from '../page.ts';
import { articleObject, firstText } from './json-values.ts';
import { metadataVocabulary } from './vocabulary.ts';

const maxLength = 2000;

/**
 * The address that a page gives for itself (link, og:url, JSON-LD), else the one it was fetched from, normalised.
 * A canonical address on another host, or one that is only the front page, is not believed.
 */
export function readCanonicalUrl(page: Page): string | null {
  const article = articleObject(page.jsonLd);
  const stated = [
    page.links.find((link) => link.rel.split(/\s+/).includes('canonical'))?.href,
    page.meta.get('og:url')?.[0],
    article === null ? undefined : (firstText(article['url']) ?? undefined),
  ];
  for (const address of stated) {
    const url = address === undefined ? null : normaliseUrl(address, page.url);
    if (url !== null && isBelievable(url, page.url)) return url;
  }
  return page.url === null ? null : normaliseUrl(page.url);
}

function isBelievable(url: string, fetched: string | null): boolean {
  const path = new URL(url).pathname;
  if (fetched === null || !URL.canParse(fetched)) return path !== '/';
  const from = new URL(fetched);
  if (path === '/' && from.pathname !== '/') return false;
  const site = (host: string): string => host.split('.').slice(-2).join('.');
  return site(new URL(url).hostname) === site(from.hostname);
}

/**
 * One spelling for one address: https, lower-case host, no fragment, no tracking parameters, the others sorted,
 * no default port, no double or trailing slash, no 'index.html'. Null for what is not a web address.
 */
export function normaliseUrl(address: string, base: string | null = null): string | null {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > maxLength) return null;
  const from = base !== null && URL.canParse(base) ? base : undefined;
  if (!URL.canParse(trimmed, from)) return null;
  const url = new URL(trimmed, from);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.protocol !== 'https:') url.protocol = 'https:';
  if (url.port !== '') url.port = '';
  if (url.href.includes('#')) url.hash = '';
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  if (url.search !== '') sortParameters(url.searchParams);
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/index\.(?:html?|php)$/i, '/');
  const normal = path.length > 1 ? path.replace(/\/$/, '') : path;
  if (normal !== url.pathname) url.pathname = normal;
  return url.href.replace(/\?$/, '');
}

/** Leaves out the parameters that only track visits, and sorts the others. */
function sortParameters(parameters: URLSearchParams): void {
  for (const name of Array.from(parameters.keys()))
    if (metadataVocabulary().tracking.test(name)) parameters.delete(name);
  parameters.sort();
}
