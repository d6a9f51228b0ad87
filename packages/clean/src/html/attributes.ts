/** Attributes that the body text or the metadata is read from; the rest is left out before parsing. */
const keptAttributes: ReadonlySet<string> = new Set([
  'id',
  'class',
  'itemprop',
  'itemtype',
  'role',
  'rel',
  'href',
  'datetime',
  'content',
  'title',
  'lang',
  'hidden',
  'aria-hidden',
  'aria-label',
  'name',
  'property',
  'http-equiv',
  'charset',
  'type',
  'alt',
  'cite',
  'pubdate',
  'style',
]);
const maxAttributes = 60;
const maxValueLength = 4000;
const maxDataLength = 80;

/** The attributes of a tag, by lower-case name; values as written, entities not decoded. */
export type RawAttributes = ReadonlyMap<string, string>;

const none: RawAttributes = new Map();

const isSpace = (code: number): boolean => code <= 32;

/**
 * Reads what lies between a tag's name and its '>'.
 * Linear in the length of the text, whatever it holds; at most 60 attributes are read.
 */
export function readAttributes(text: string): RawAttributes {
  const to = text.length;
  let at = 0;
  let found: Map<string, string> | undefined;
  for (let count = 0; count < maxAttributes; count += 1) {
    while (at < to && (isSpace(text.charCodeAt(at)) || text[at] === '/')) at += 1;
    if (at >= to) break;
    const nameStart = at;
    at += 1;
    while (at < to && !isSpace(text.charCodeAt(at)) && text[at] !== '=' && text[at] !== '/') at += 1;
    const name = text.slice(nameStart, at).toLowerCase();
    while (at < to && isSpace(text.charCodeAt(at))) at += 1;
    let value = '';
    if (text[at] === '=' && at < to) {
      at += 1;
      while (at < to && isSpace(text.charCodeAt(at))) at += 1;
      const end = valueEnd(text, at, to);
      const quoted = end.quoted ? 1 : 0;
      value = text.slice(at + quoted, end.at);
      at = end.at + quoted;
    }
    if (isKept(name, value)) {
      found ??= new Map();
      if (!found.has(name)) found.set(name, value);
    }
  }
  return found ?? none;
}

function valueEnd(text: string, at: number, to: number): { at: number; quoted: boolean } {
  const quote = text[at];
  if (at < to && (quote === '"' || quote === "'")) {
    const end = text.indexOf(quote, at + 1);
    return { at: end === -1 || end > to ? to : end, quoted: true };
  }
  let end = at;
  while (end < to && !isSpace(text.charCodeAt(end))) end += 1;
  return { at: end, quoted: false };
}

function isKept(name: string, value: string): boolean {
  if (name.startsWith('data-')) return value.length <= maxDataLength;
  return keptAttributes.has(name) && value.length <= maxValueLength;
}
