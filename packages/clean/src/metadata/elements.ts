import { singleSpaced } from '../html/entities.ts';
import type { PageElement, PageNode } from '../page-element.ts';

/** An element that may say something about the article. */
export interface Clue {
  readonly tag: string;
  /** Class and id in lower case, spaces between. */
  readonly names: string;
  readonly rel: string;
  readonly itemprop: string;
  /** Its text with single spaces; '' where it is longer than a clue may be. */
  readonly text: string;
  /** `datetime`, `content`, `title` or `data-…` that may hold a date. */
  readonly stated: string | null;
  readonly href: string | null;
  /** Whether it is a link to the front page, as an outlet's name in a heading is. */
  readonly toHome: boolean;
  /** Whether it lies in a part that is not about this article: comments, teasers, sidebars, footers. */
  readonly beside: boolean;
}

export interface Clues {
  readonly headings: readonly Clue[];
  readonly authors: readonly Clue[];
  readonly dates: readonly Clue[];
  readonly sections: readonly Clue[];
  readonly tags: readonly Clue[];
}

const besideNames =
  /comment|respond|related|recommend|sidebar|widget|teaser|footer|most-?read|popular|trending|promo|newsletter|recirc|outbrain|taboola|disqus|more-?(?:from|stories|news)|read-?next|carousel|slider/;
const headingTags: ReadonlySet<string> = new Set(['H1', 'H2', 'H3']);
const besideTags: ReadonlySet<string> = new Set(['FOOTER', 'ASIDE', 'NAV']);
const authorNames =
  /(?:^|[\s_-])(?:author|authors|byline|bylines|autor|autoren|auteur|autore|writer|verfasser|redakteur|creator|reporter|journalist|contributor|columnist|penulis|editor|by|posted-?by|fn|vcard|article-?author|author-?name|entry-?author|post-?author|meta-?author|submitted|firma)(?:$|[\s_-])|author|byline|autor(?!i)/;
const dateNames =
  /date|time|datum|fecha|publish|posted|pubdate|updated|timestamp|created|meta|byline|entry-?info|postinfo|uhrzeit|stand|dateline|submitted|modified|info|veroeffentlicht|erstell|details|blog-post|published|postmeta|fech|data(?:$|[\s_-])/;
const sectionNames =
  /breadcrumb|kicker|overline|rubrik|category|section-?(?:name|label|title)|eyebrow|topic-?label|ressort/;
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
const clueLength = 260;

/** Walks a page once and gathers what may be headline, author, date, section and tags, in page order. */
export function gatherClues(root: PageElement): Clues {
  const clues = { headings: [], authors: [], dates: [], sections: [], tags: [] } as {
    [kind in keyof Clues]: Clue[];
  };
  const stack: { node: PageElement; beside: boolean }[] = [{ node: root, beside: false }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node } = entry;
    const names = node.rawAttrs === '' ? '' : namesOf(node);
    const beside = entry.beside || besideTags.has(node.tagName) || (names !== '' && isBeside(names, node));
    if (node.rawAttrs !== '' || headingTags.has(node.tagName) || node.tagName === 'TIME')
      sort(node, names, beside, clues);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined && isElement(child)) stack.push({ node: child, beside });
    }
  }
  return clues;
}

const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

function namesOf(node: PageElement): string {
  const attrs = node.rawAttrs.toLowerCase();
  if (!attrs.includes('class') && !attrs.includes('id')) return '';
  return `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.toLowerCase().trim();
}

const isBeside = (names: string, node: PageElement): boolean =>
  node.tagName !== 'BODY' && node.tagName !== 'MAIN' && node.tagName !== 'ARTICLE' && besideNames.test(names);

function sort(
  node: PageElement,
  names: string,
  beside: boolean,
  clues: { [kind in keyof Clues]: Clue[] },
): void {
  const attrs = node.rawAttrs;
  const rel = attrs.includes('rel') ? (node.getAttribute('rel') ?? '').toLowerCase() : '';
  const itemprop = attrs.includes('itemprop') ? (node.getAttribute('itemprop') ?? '').toLowerCase() : '';
  let clue: Clue | null = null;
  const make = (): Clue => (clue ??= clueOf(node, { names, rel, itemprop, beside }));
  if (headingTags.has(node.tagName) || itemprop === 'headline') clues.headings.push(make());
  if (
    /\bauthor\b/.test(rel) ||
    /author|creator/.test(itemprop) ||
    (names !== '' && authorNames.test(names))
  ) {
    clues.authors.push(make());
  }
  const hasDate =
    /date(?:published|modified|created)/.test(itemprop) || node.tagName === 'TIME' || node.tagName === 'ABBR';
  if (hasDate || (names !== '' && dateNames.test(names))) clues.dates.push(make());
  if (
    itemprop === 'articlesection' ||
    /\bcategory\b/.test(rel) ||
    (names !== '' && sectionNames.test(names))
  ) {
    clues.sections.push(make());
  }
  if (/\btag\b/.test(rel)) clues.tags.push(make());
}

function clueOf(node: PageElement, known: Pick<Clue, 'names' | 'rel' | 'itemprop' | 'beside'>): Clue {
  const attribute = dateAttributes.find((name) => node.rawAttrs.includes(name) && node.getAttribute(name));
  return {
    ...known,
    tag: node.tagName,
    text: shortText(node),
    stated: attribute === undefined ? null : (node.getAttribute(attribute) ?? null),
    href: node.tagName === 'A' ? (node.getAttribute('href') ?? null) : null,
    toHome: headingTags.has(node.tagName) && linksHome(node),
  };
}

/** The text of an element with single spaces, or '' where there is more than a clue may hold. */
function shortText(node: PageElement): string {
  const text = textOf(node, clueLength + 1);
  return text.length > clueLength ? '' : text;
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

function linksHome(node: PageElement): boolean {
  const inside = node.childNodes.filter(isElement);
  const link =
    inside.find((child) => child.tagName === 'A') ??
    (node.parentNode?.tagName === 'A' ? node.parentNode : undefined);
  const href = link?.getAttribute('href');
  return href !== undefined && /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?$/i.test(href.trim());
}
