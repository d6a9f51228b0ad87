import { ownCopy } from '../html/own-copy.ts';
import type { PageElement } from '../page-element.ts';
import type { Page } from '../page.ts';
import { Clue, headingTags } from './clue.ts';
import type { SeenOfClue } from './clue.ts';
import { metadataVocabulary } from './vocabulary.ts';

export interface Clues {
  readonly headings: readonly Clue[];
  readonly authors: readonly Clue[];
  readonly dates: readonly Clue[];
  readonly sections: readonly Clue[];
  readonly tags: readonly Clue[];
}
type Gathered = { [kind in keyof Clues]: Clue[] };

const besideTags: ReadonlySet<string> = new Set(['ASIDE', 'NAV']);
const wholeTags: ReadonlySet<string> = new Set(['BODY', 'MAIN', 'ARTICLE']);

/** Gathers what may be headline, author, date, section and tags, in page order. */
export function gatherClues(page: Page): Clues {
  const gatherer = new Gatherer(page.headlines);
  gatherer.visit(page.root, false, false);
  return gatherer.clues;
}

/** Walks a page once. Its depth was limited when it was read. */
class Gatherer {
  readonly clues: Gathered = { headings: [], authors: [], dates: [], sections: [], tags: [] };
  readonly #aroundHeadline: ReadonlySet<PageElement>;
  #position = 0;

  constructor(headlines: readonly PageElement[]) {
    this.#aroundHeadline = withAncestors(headlines);
  }

  visit(node: PageElement, besideAbove: boolean, inArticleAbove: boolean): void {
    this.#position += 1;
    const kinds = kindsOf(node.names);
    const beside = besideAbove || (isBeside(node, kinds, inArticleAbove) && !this.#aroundHeadline.has(node));
    const inArticle = inArticleAbove || node.tagName === 'ARTICLE';
    if (node.rawAttrs !== '' || headingTags.has(node.tagName) || node.tagName === 'TIME')
      sort(node, kinds, { beside, position: this.#position }, this.clues);
    for (const child of node.childNodes) if (child.nodeType === 1) this.visit(child, beside, inArticle);
  }
}

/** What an element's class and id say. */
interface NameKinds {
  /** In lower case. */
  readonly names: string;
  readonly beside: boolean;
  readonly author: boolean;
  readonly date: boolean;
  readonly section: boolean;
}

const nameless: NameKinds = { names: '', beside: false, author: false, date: false, section: false };
/** Pages and sites use few names many times; a memory is emptied before it grows large. */
const knownKinds = new Map<string, NameKinds>();
const knownWords = new Map<string, NameKinds>();
const mostKnown = 20_000;

function kindsOf(written: string): NameKinds {
  if (written === '') return nameless;
  const known = knownKinds.get(written);
  if (known !== undefined) return known;
  const names = ownCopy(written).toLowerCase();
  const words = names.split(/\s+/).map(kindsOfWord);
  const kinds = {
    names,
    beside: words.some((word) => word.beside),
    author: words.some((word) => word.author),
    date: words.some((word) => word.date),
    section: words.some((word) => word.section),
  };
  if (knownKinds.size >= mostKnown) knownKinds.clear();
  knownKinds.set(ownCopy(written), kinds);
  return kinds;
}

/** What one class or id says; the vocabulary speaks of single words only. */
function kindsOfWord(word: string): NameKinds {
  const known = knownWords.get(word);
  if (known !== undefined) return known;
  const { beside, author, date, section } = metadataVocabulary();
  const kinds = {
    names: word,
    beside: beside.test(word),
    author: author.test(word),
    date: date.test(word),
    section: section.test(word),
  };
  if (knownWords.size >= mostKnown) knownWords.clear();
  knownWords.set(word, kinds);
  return kinds;
}

/** What holds an H1 holds the article, whatever it is called. */
function withAncestors(headlines: readonly PageElement[]): ReadonlySet<PageElement> {
  const found = new Set<PageElement>();
  for (const headline of headlines) {
    let above: PageElement | null = headline;
    for (; above !== null && !found.has(above); above = above.parentNode) found.add(above);
  }
  return found;
}

function isBeside(node: PageElement, kinds: NameKinds, inArticle: boolean): boolean {
  if (besideTags.has(node.tagName) || (node.tagName === 'FOOTER' && !inArticle)) return true;
  return kinds.beside && !wholeTags.has(node.tagName);
}

function sort(
  node: PageElement,
  kinds: NameKinds,
  place: Pick<SeenOfClue, 'beside' | 'position'>,
  clues: Gathered,
): void {
  const { tagName } = node;
  const rel = lowerAttribute(node, 'rel');
  const itemprop = lowerAttribute(node, 'itemprop');
  const href = tagName === 'A' ? (node.getAttribute('href') ?? null) : null;
  const isHeading = headingTags.has(tagName) || itemprop === 'headline';
  const isAuthor =
    kinds.author ||
    (rel !== '' && /\bauthor\b/.test(rel)) ||
    (itemprop !== '' && /author|creator/.test(itemprop)) ||
    isProfile(href);
  const isDate =
    kinds.date ||
    tagName === 'TIME' ||
    tagName === 'ABBR' ||
    (itemprop !== '' && /date(?:published|modified|created)/.test(itemprop));
  const isSection =
    kinds.section || itemprop === 'articlesection' || (rel !== '' && /\bcategory\b/.test(rel));
  const isTag = rel !== '' && /\btag\b/.test(rel);
  if (!isHeading && !isAuthor && !isDate && !isSection && !isTag) return;
  const clue = new Clue(node, { ...place, names: kinds.names, rel, itemprop, href });
  if (isHeading) clues.headings.push(clue);
  if (isAuthor) clues.authors.push(clue);
  if (isDate) clues.dates.push(clue);
  if (isSection) clues.sections.push(clue);
  if (isTag) clues.tags.push(clue);
}

const lowerAttribute = (node: PageElement, name: string): string =>
  (node.getAttribute(name) ?? '').toLowerCase();

const isProfile = (href: string | null): boolean => href !== null && metadataVocabulary().profile.test(href);
