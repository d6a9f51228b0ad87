import { bylinePrefix, bylineWords } from '../lines/byline-words.ts';
import { fold } from '../lines/tokens.ts';
import { readDates } from './date-text.ts';

/** The outlet under its names: what it calls itself, and its host. */
export interface OutletNames {
  readonly site: string | null;
  readonly host: string | null;
}

const address = /^https?:|^www\.|:\/\/|^\S+\.(?:com|de|org|net|co\.uk|html|ch|at|fr|es|it)$/i;
const notAName = /\d{2}|[?!:_“”"«»]|^[^\p{L}]*$|\p{Script=Han}{6}/u;
const maxNames = 12;

/** Names out of bylines: split, without what stands around them, each once; the outlet is left out. */
export function tidyNames(bylines: readonly string[], outlet: OutletNames): string[] {
  const names = new Map<string, string>();
  for (const byline of bylines) {
    if (address.test(byline.trim()) || isOutlet(byline, outlet)) continue;
    for (const name of splitNames(byline)) {
      const key = fold(name);
      if (isPersonName(name) && !isOutlet(name, outlet) && !names.has(key)) names.set(key, name);
    }
  }
  return [...names.values()].slice(0, maxNames);
}

const around =
  /\s[|•·–—-]\s|\s\|\s?|\s(?:for|For|für|from|in|pour|via|am|um|on|le|at)\s(?=\S)|\s(?:am|um|on|at|in|le)$|\s?[(/@]/;
const between = /,|;|\s(?:and|And|AND|und|et|y|e|en|og|och|i|и|та|і|ve|dan)\s|\s?&\s?/;

function splitNames(byline: string): string[] {
  const date = readDates(byline)[0];
  const text = withoutPrefix(date === undefined ? byline : byline.slice(0, date.start));
  const [names = ''] = text.split(around);
  return names
    .split(between)
    .map((name) => withoutPrefix(name).replace(/^[\s:.–—•|-]+|[\s:,–—•|-]+$/g, ''))
    .filter((name) => name !== '');
}

function withoutPrefix(text: string): string {
  const trimmed = text.trim();
  const folded = fold(trimmed);
  const prefix = bylinePrefix(folded);
  return prefix === null ? trimmed : trimmed.slice(prefix.length).replace(/^[\s:]+/, '');
}

function isPersonName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || notAName.test(name)) return false;
  const { notNames, credit } = bylineWords();
  if (notNames.has(fold(name)) || credit.test(`${fold(name).split(' ')[0]}:`)) return false;
  const words = name.split(/\s+/);
  if (words.length > 1 && words.some((word) => notNames.has(fold(word)))) return false;
  return words.length <= 6 && !words.every((word) => bylineWords().roles.has(fold(word)));
}

function isOutlet(name: string, outlet: OutletNames): boolean {
  const own = squeezed(name);
  const host = squeezed(outlet.host?.split('.').slice(0, -1).join('.') ?? '');
  const site = squeezed(outlet.site ?? '');
  if (own === '' || own === site || own === host) return own !== '';
  if (host.length > 3 && own.startsWith(host)) return true;
  return [site, host].some((known) => own.length > known.length * 0.6 && known.includes(own));
}

const squeezed = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
