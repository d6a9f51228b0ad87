import { rawTextElements } from './element-kinds.ts';
import { ownCopy } from './own-copy.ts';

/** Receives the tags and texts of a page in order. Offsets are into the page. */
export interface ScanHandler {
  text(from: number, to: number): void;
  /** `from` and `to` enclose what stands between the tag's name and its '>'. */
  open(name: string, from: number, to: number): void;
  close(name: string): void;
  /** The content of an element whose content is text, such as a script. Its open and close are not reported. */
  raw(name: string, attributesFrom: number, attributesTo: number, from: number, to: number): void;
}

/** What the scan says of the page as a whole. */
export interface ScanEnd {
  /** The page ends inside a tag, a comment or a script. */
  readonly truncated: boolean;
}

const lowerNames = new Map<string, string>();

/** Tag names recur: lower-case each spelling once. */
function lowerName(name: string): string {
  let lower = lowerNames.get(name);
  if (lower === undefined) {
    const own = ownCopy(name);
    lower = own.toLowerCase();
    if (lowerNames.size < 2000) lowerNames.set(own, lower);
  }
  return lower;
}

/**
 * Reads a page once from left to right and hands out its tags and texts.
 * Takes time linear in the length of the page, whatever the page holds: every search goes forward only,
 * and a search that found nothing is not repeated.
 */
export function scan(html: string, handler: ScanHandler, from = 0, length = html.length): ScanEnd {
  let at = from;
  while (at < length) {
    const less = html.indexOf('<', at);
    if (less === -1 || less >= length) {
      handler.text(at, length);
      return { truncated: false };
    }
    if (less > at) handler.text(at, less);
    const next = html.charCodeAt(less + 1);
    if (isLetter(next)) {
      at = readOpenTag(html, less + 1, handler);
    } else if (next === 0x2f && isLetter(html.charCodeAt(less + 2))) {
      at = readCloseTag(html, less + 2, handler);
    } else if (next === 0x21 || next === 0x3f || next === 0x2f) {
      at = afterComment(html, less);
    } else {
      handler.text(less, less + 1);
      at = less + 1;
    }
    if (at === -1) return { truncated: true };
  }
  return { truncated: false };
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

function nameEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code <= 32 || code === 0x2f || code === 0x3e || code === 0x3c) break;
    at += 1;
  }
  return at;
}

function readOpenTag(html: string, from: number, handler: ScanHandler): number {
  const afterName = nameEnd(html, from);
  const name = lowerName(html.slice(from, afterName));
  const end = tagEnd(html, afterName);
  if (end === -1) return -1;
  const isEmpty = html.charCodeAt(end - 1) === 0x2f;
  if (!rawTextElements.has(name) || isEmpty) {
    handler.open(name, afterName, end);
    return end + 1;
  }
  const contentEnd = rawEnd(html, name, end + 1);
  handler.raw(name, afterName, end, end + 1, contentEnd === -1 ? html.length : contentEnd);
  if (contentEnd === -1) return -1;
  const close = html.indexOf('>', contentEnd);
  return close === -1 ? -1 : close + 1;
}

function readCloseTag(html: string, from: number, handler: ScanHandler): number {
  const afterName = nameEnd(html, from);
  handler.close(lowerName(html.slice(from, afterName)));
  const end = html.indexOf('>', afterName);
  return end === -1 ? -1 : end + 1;
}

/** The '>' that ends a tag; one inside a quoted value does not. -1 where the page ends first. */
function tagEnd(html: string, from: number): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code === 0x3d) {
      at += 1;
      while (html.charCodeAt(at) <= 32) at += 1;
      const quote = html.charCodeAt(at);
      if (quote === 0x22 || quote === 0x27) {
        const close = html.indexOf(quote === 0x22 ? '"' : "'", at + 1);
        if (close === -1) return html.indexOf('>', at);
        at = close + 1;
      }
    } else {
      at += 1;
    }
  }
  return -1;
}

const rawEndPatterns = new Map<string, RegExp>();

/** Where the end tag of an element with text content begins, in whatever case it is written. */
function rawEnd(html: string, name: string, from: number): number {
  let pattern = rawEndPatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    rawEndPatterns.set(name, pattern);
  }
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

function afterComment(html: string, less: number): number {
  if (html.startsWith('<!--', less)) {
    if (html.startsWith('<!-->', less)) return less + 5;
    const end = html.indexOf('-->', less + 4);
    return end === -1 ? -1 : end + 3;
  }
  const end = html.indexOf('>', less + 1);
  return end === -1 ? -1 : end + 1;
}
