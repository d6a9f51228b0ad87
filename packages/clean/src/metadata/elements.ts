import { singleSpaced } from '../html/entities.ts';
import type { PageElement, PageNode } from '../page-element.ts';
import { metadataVocabulary } from './vocabulary.ts';

/** An element that may say something about the article. */
export interface Clue {
  readonly tag: string;
  /** How many elements come before it on the page. */
  readonly position: number;
  /** Class and id in lower case, a space between. */
  readonly names: string;
  readonly rel: string;
  readonly itemprop: string;
  /** Its text with single spaces; '' where it is longer than a clue may be. */
  readonly text: string;
  /** `datetime`, `content`, `title` or `data-…` that may hold a date. */
  readonly stated: string | null;
  readonly href: string | null;
  /** Whether it is a heading that links to the front page, as an outlet's name does. */
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
type Gathered = { [kind in keyof Clues]: Clue[] };

const headingTags: ReadonlySet<string> = new Set(['H1', 'H2', 'H3']);
const besideTags: ReadonlySet<string> = new Set(['ASIDE', 'NAV']);
const wholeTags: ReadonlySet<string> = new Set(['BODY', 'MAIN', 'ARTICLE']);
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

interface Visit {
  readonly node: PageElement;
  readonly beside: boolean;
  readonly inArticle: boolean;
}

/** Walks a page once and gathers what may be headline, author, date, section and tags, in page order. */
export function gatherClues(root: PageElement): Clues {
  const clues: Gathered = { headings: [], authors: [], dates: [], sections: [], tags: [] };
  const aroundHeadline = ancestorsOfHeadlines(root);
  let position = 0;
  const stack: Visit[] = [{ node: root, beside: false, inArticle: false }];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const { node } = visit;
    position += 1;
    const names = namesOf(node);
    const beside = visit.beside || (!aroundHeadline.has(node) && isBeside(node, names, visit.inArticle));
    const inArticle = visit.inArticle || node.tagName === 'ARTICLE';
    if (node.rawAttrs !== '' || headingTags.has(node.tagName) || node.tagName === 'TIME')
      sort(node, { names, beside, position }, clues);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined && isElement(child)) stack.push({ node: child, beside, inArticle });
    }
  }
  return clues;
}

const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

/** What holds an H1 holds the article, whatever it is called. */
function ancestorsOfHeadlines(root: PageElement): ReadonlySet<PageElement> {
  const ancestors = new Set<PageElement>();
  const stack: PageElement[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const child of node.childNodes) if (isElement(child)) stack.push(child);
    if (node.tagName !== 'H1') continue;
    for (
      let above: PageElement | null = node;
      above !== null && !ancestors.has(above);
      above = above.parentNode
    ) {
      ancestors.add(above);
    }
  }
  return ancestors;
}

function namesOf(node: PageElement): string {
  if (node.rawAttrs === '') return '';
  return `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.toLowerCase().trim();
}

function isBeside(node: PageElement, names: string, inArticle: boolean): boolean {
  if (besideTags.has(node.tagName) || (node.tagName === 'FOOTER' && !inArticle)) return true;
  return names !== '' && !wholeTags.has(node.tagName) && metadataVocabulary().beside.test(names);
}

function sort(node: PageElement, seen: Seen, clues: Gathered): void {
  const { names } = seen;
  const vocabulary = metadataVocabulary();
  const rel = (node.getAttribute('rel') ?? '').toLowerCase();
  const itemprop = (node.getAttribute('itemprop') ?? '').toLowerCase();
  const href = node.tagName === 'A' ? (node.getAttribute('href') ?? null) : null;
  let clue: Clue | null = null;
  const make = (): Clue => (clue ??= clueOf(node, { ...seen, rel, itemprop, href }));
  if (headingTags.has(node.tagName) || itemprop === 'headline') clues.headings.push(make());
  if (
    /\bauthor\b/.test(rel) ||
    /author|creator/.test(itemprop) ||
    vocabulary.author.test(names) ||
    isProfile(href)
  ) {
    clues.authors.push(make());
  }
  const dated =
    /date(?:published|modified|created)/.test(itemprop) || node.tagName === 'TIME' || node.tagName === 'ABBR';
  if (dated || vocabulary.date.test(names)) clues.dates.push(make());
  if (itemprop === 'articlesection' || /\bcategory\b/.test(rel) || vocabulary.section.test(names))
    clues.sections.push(make());
  if (/\btag\b/.test(rel)) clues.tags.push(make());
}

const isProfile = (href: string | null): boolean => href !== null && metadataVocabulary().profile.test(href);

type Seen = Pick<Clue, 'names' | 'beside' | 'position'>;
type KnownOfClue = Seen & Pick<Clue, 'rel' | 'itemprop' | 'href'>;

function clueOf(node: PageElement, known: KnownOfClue): Clue {
  const attribute = dateAttributes.find((name) => (node.getAttribute(name) ?? '') !== '');
  return {
    ...known,
    tag: node.tagName,
    text: shortText(node),
    stated: attribute === undefined ? null : (node.getAttribute(attribute) ?? null),
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
  const above = node.parentNode?.tagName === 'A' ? node.parentNode : undefined;
  const link = node.childNodes.filter(isElement).find((child) => child.tagName === 'A') ?? above;
  const href = link?.getAttribute('href');
  return href !== undefined && /^(?:https?:\/\/[^/?#]+)?\/?(?:index\.\w+)?$/i.test(href.trim());
}
