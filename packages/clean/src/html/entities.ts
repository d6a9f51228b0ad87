import { decodeHTML } from 'entities';

/** Character references of HTML as characters. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

const uneven = /[\u00ad\u200b\u2060\ufeff]|\s\s|[^\S ]/;

/** White space of any kind, runs of it too, as one space; none at the ends. Invisible break marks are left out. */
export function singleSpaced(text: string): string {
  const trimmed = text.trim();
  if (!uneven.test(trimmed)) return trimmed;
  return trimmed
    .replace(/[\u00ad\u200b\u2060\ufeff]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
