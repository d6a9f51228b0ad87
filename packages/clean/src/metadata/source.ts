import type { Page } from '../page.ts';
import { articleObject, firstText, namesIn, typesOf } from './json-values.ts';

/**
 * The outlet of a page: og:site_name, the publisher or the web site of its JSON-LD, application-name,
 * else the host.
 */
export function readSource(page: Page, host: string | null): string | null {
  const article = articleObject(page.jsonLd);
  const named = [
    page.meta.get('og:site_name')?.[0],
    article === null ? undefined : namesIn(article['publisher'], page.jsonLd)[0],
    siteObjectName(page),
    page.meta.get('application-name')?.[0],
    page.meta.get('publisher')?.[0],
    page.meta.get('dc.publisher')?.[0],
  ].find((name) => name !== undefined && isName(name));
  return named ?? host;
}

const isName = (text: string): boolean => text.length > 1 && text.length < 80 && !/^https?:/i.test(text);

function siteObjectName(page: Page): string | undefined {
  const site = page.jsonLd.find((object) =>
    typesOf(object).some((type) => /WebSite|NewsMediaOrganization/.test(type)),
  );
  return site === undefined ? undefined : (firstText(site['name']) ?? undefined);
}

/** The host of an address without 'www.', or null. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '') || null;
}
