import type { PageElement, PageNode } from '../page-element.ts';
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

interface NameKinds {
  readonly beside: boolean;
  readonly author: boolean;
  readonly date: boolean;
  readonly section: boolean;
}

const nothing: NameKinds = { beside: false, author: false, date: false, section: false };
/** Pages use few names many times; the memory is emptied before it grows large. */
const knownKinds = new Map<string, NameKinds>();
const mostKnown = 5000;

function kindsOf(names: string): NameKinds {
  if (names === '') return nothing;
  const known = knownKinds.get(names);
  if (known !== undefined) return known;
  const { beside, author, date, section } = metadataVocabulary();
  const kinds = {
    beside: beside.test(names),
    author: author.test(names),
    date: date.test(names),
    section: section.test(names),
  };
  if (knownKinds.size >= mostKnown) knownKinds.clear();
  knownKinds.set(names, kinds);
  return kinds;
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
  return node.names.toLowerCase();
}

function isBeside(node: PageElement, names: string, inArticle: boolean): boolean {
  if (besideTags.has(node.tagName) || (node.tagName === 'FOOTER' && !inArticle)) return true;
  return names !== '' && !wholeTags.has(node.tagName) && kindsOf(names).beside;
}

function sort(
  node: PageElement,
  seen: Pick<SeenOfClue, 'names' | 'beside' | 'position'>,
  clues: Gathered,
): void {
  const { names } = seen;
  const kinds = kindsOf(names);
  const rel = lowerAttribute(node, 'rel');
  const itemprop = lowerAttribute(node, 'itemprop');
  const href = node.tagName === 'A' ? (node.getAttribute('href') ?? null) : null;
  let clue: Clue | null = null;
  const make = (): Clue => (clue ??= new Clue(node, { ...seen, rel, itemprop, href }));
  if (headingTags.has(node.tagName) || itemprop === 'headline') clues.headings.push(make());
  if (/\bauthor\b/.test(rel) || /author|creator/.test(itemprop) || kinds.author || isProfile(href)) {
    clues.authors.push(make());
  }
  const dated =
    /date(?:published|modified|created)/.test(itemprop) || node.tagName === 'TIME' || node.tagName === 'ABBR';
  if (dated || kinds.date) clues.dates.push(make());
  if (itemprop === 'articlesection' || /\bcategory\b/.test(rel) || kinds.section) clues.sections.push(make());
  if (/\btag\b/.test(rel)) clues.tags.push(make());
}

const lowerAttribute = (node: PageElement, name: string): string =>
  node.rawAttrs.includes(name) ? (node.getAttribute(name) ?? '').toLowerCase() : '';

const isProfile = (href: string | null): boolean => href !== null && metadataVocabulary().profile.test(href);
