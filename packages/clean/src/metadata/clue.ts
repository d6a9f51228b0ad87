import { singleSpaced } from '../html/entities.ts';
import type { PageElement, PageNode } from '../page-element.ts';

/** What the walk over a page knows of an element when it comes to it. */
export interface SeenOfClue {
  /** Class and id in lower case, a space between. */
  readonly names: string;
  readonly rel: string;
  readonly itemprop: string;
  readonly href: string | null;
  /** How many elements come before it on the page. */
  readonly position: number;
  /** Whether it lies in a part that is not about this article: comments, teasers, sidebars, footers. */
  readonly beside: boolean;
}

export const headingTags: ReadonlySet<string> = new Set(['H1', 'H2', 'H3']);
const dateAttributes = [
  'datetime',
  'content',
  'data-datetime',
  'data-date',
  'data-published',
  'title',
  'data-utime',
  'data-timestamp',
  'data-time',
];
const longestText = 260;

/** An element that may say something about the article; what it says is read when it is asked. */
export class Clue implements SeenOfClue {
  readonly tag: string;
  readonly names: string;
  readonly rel: string;
  readonly itemprop: string;
  readonly href: string | null;
  readonly position: number;
  readonly beside: boolean;
  readonly #node: PageElement;
  #text: string | null = null;

  constructor(node: PageElement, seen: SeenOfClue) {
    this.tag = node.tagName;
    this.names = seen.names;
    this.rel = seen.rel;
    this.itemprop = seen.itemprop;
    this.href = seen.href;
    this.position = seen.position;
    this.beside = seen.beside;
    this.#node = node;
  }

  /** Its text with single spaces; '' where it is longer than a clue may be. */
  get text(): string {
    if (this.#text === null) {
      const text = textOf(this.#node, longestText + 1);
      this.#text = text.length > longestText ? '' : text;
    }
    return this.#text;
  }

  /** `datetime`, `content`, `title` or `data-…` that may hold a date, or null. */
  get stated(): string | null {
    const node = this.#node;
    for (const name of dateAttributes) {
      const value = node.rawAttrs.includes(name) ? (node.getAttribute(name) ?? '') : '';
      if (value !== '') return value;
    }
    return null;
  }

  /** Whether it is a heading that links to the front page, as an outlet's name does. */
  get toHome(): boolean {
    if (!headingTags.has(this.tag)) return false;
    const above = this.#node.parentNode?.tagName === 'A' ? this.#node.parentNode : undefined;
    const link =
      this.#node.childNodes.find(
        (child): child is PageElement => child.nodeType === 1 && child.tagName === 'A',
      ) ?? above;
    const href = link?.getAttribute('href');
    return href !== undefined && /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?$/i.test(href.trim());
  }
}

/** The first `limit` characters of an element's text, with a space between its parts. */
export function textOf(node: PageElement, limit: number): string {
  const parts: string[] = [];
  let length = 0;
  const stack: PageNode[] = [node];
  for (let next = stack.pop(); next !== undefined && length < limit; next = stack.pop()) {
    if (next.nodeType === 3) {
      const text = singleSpaced(next.text);
      if (text === '') continue;
      length += text.length + 1;
      parts.push(text);
    } else {
      for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
        const child = next.childNodes[index];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return parts.join(' ').slice(0, limit);
}
