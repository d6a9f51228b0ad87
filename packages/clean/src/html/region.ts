import type { PageElement, PageNode } from '../page-element.ts';
import { headingElements, inlineElements, paragraphElements } from './element-kinds.ts';
import type { Unwanted } from './region-names.ts';
import { suspect } from './suspicion.ts';
import type { Suspicion } from './suspicion.ts';

/** Characters of paragraph text above which a link was left open. */
const maxLinkedParagraph = 400;
const frameTags: ReadonlySet<string> = new Set(['BODY', 'MAIN']);

/** What is counted of a region's text; white space is not. */
export interface TextCounts {
  /** Characters. */
  length: number;
  /** Characters inside links. */
  linked: number;
  /** Commas, full stops and their like. */
  punctuation: number;
  /** Characters that lie in it directly or in inline elements. */
  own: number;
  /** Characters of those inline links. */
  ownLinked: number;
  /** Characters in paragraphs: in elements with much text of their own that is not mostly links. */
  paragraph: number;
}

/** An element of the page with what the choice of the article's text rests on. */
export interface Region {
  readonly tag: string;
  /** Its class and id as written. */
  readonly name: string;
  readonly element: PageElement;
  readonly parent: Region | null;
  readonly children: readonly (Region | string)[];
  readonly isInline: boolean;
  /** Whether anything in it, at any depth of inline elements, begins a line. */
  holdsBlock: boolean;
  /** Whether what it holds leads elsewhere. An anchor does not, nor a link that was never closed. */
  isLink: boolean;
  /** Pictures in it. */
  pictures: number;
  /** Counts over everything in it. */
  readonly all: TextCounts;
  /** Counts without the regions that are set aside. */
  live: TextCounts;
  /** What speaks against it on its own, or null. */
  suspected: Suspicion | null;
  /** Why it is set aside, once that is settled, or null. */
  unwanted: Unwanted | null;
}

/** Nothing counted yet. */
export const emptyCounts = (): TextCounts => ({
  length: 0,
  linked: 0,
  punctuation: 0,
  own: 0,
  ownLinked: 0,
  paragraph: 0,
});

/**
 * The regions of a page, counted bottom-up in one walk; what tags, roles and names speak against is marked.
 * The tree's depth was limited before it was parsed.
 */
export function readRegions(body: PageElement): Region {
  return readRegion(body, null);
}

function readRegion(element: PageElement, parent: Region | null): Region {
  const tag = element.tagName;
  const children: (Region | string)[] = [];
  const all = emptyCounts();
  const hasAttributes = element.rawAttrs !== '';
  const region: Region = {
    tag,
    name: hasAttributes ? nameOf(element, tag) : '',
    element,
    parent,
    children,
    isInline: inlineElements.has(tag),
    holdsBlock: false,
    isLink: false,
    pictures: tag === 'IMG' ? 1 : 0,
    all,
    live: all,
    suspected: null,
    unwanted: null,
  };
  for (const child of element.childNodes) {
    const part = readPart(child, region);
    children.push(part);
    if (typeof part === 'string') {
      countText(part, all);
    } else {
      addCounts(part.all, part.isInline, all);
      region.pictures += part.pictures;
      region.holdsBlock ||= part.isInline ? part.holdsBlock : part.tag !== 'BR';
    }
  }
  region.isLink =
    tag === 'A' && all.paragraph <= maxLinkedParagraph && element.attributeAsWritten('href') !== undefined;
  finishCounts(region, all);
  if (all.length > 0 && !frameTags.has(tag)) region.suspected = suspect(region);
  return region;
}

function readPart(child: PageNode, parent: Region): Region | string {
  return child.nodeType === 1 ? readRegion(child, parent) : child.text;
}

/** Ids of headings are made from their text, so only their class counts. */
const nameOf = (element: PageElement, tag: string): string =>
  headingElements.has(tag) ? (element.attributeAsWritten('class') ?? '') : element.names;

/** Adds the characters of a text to the counts of the element that holds it. */
export function countText(text: string, counts: TextCounts): void {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0) continue;
    length += 1;
    if (isPunctuation(code)) counts.punctuation += 1;
  }
  counts.length += length;
  counts.own += length;
}

/** Comma and full stop, Latin, Arabic, Devanagari and Chinese. */
const isPunctuation = (code: number): boolean =>
  code === 0x2c ||
  code === 0x2e ||
  code === 0x3001 ||
  code === 0x3002 ||
  code === 0xff0c ||
  code === 0x060c ||
  code === 0x0964;

/** Adds a child's counts to its parent's. */
export function addCounts(child: TextCounts, isInline: boolean, counts: TextCounts): void {
  counts.length += child.length;
  counts.linked += child.linked;
  counts.punctuation += child.punctuation;
  counts.paragraph += child.paragraph;
  if (!isInline) return;
  counts.own += child.own;
  counts.ownLinked += child.linked;
}

const minParagraph = 60;

/** What can be said only when all children are counted: links, and whether this is a paragraph. */
export function finishCounts(region: Region, counts: TextCounts): void {
  if (region.isLink) counts.linked = counts.length;
  const maxLinked = region.tag === 'LI' ? 0.2 : 0.5;
  const isParagraph =
    counts.own >= minParagraph &&
    counts.ownLinked < counts.own * maxLinked &&
    paragraphElements.has(region.tag);
  if (isParagraph && counts.paragraph < counts.own) counts.paragraph += counts.own;
}
