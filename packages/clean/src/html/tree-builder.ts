import { PageElement, PageText } from '../page-element.ts';
import { inlineElements, paragraphEnders, scopeWalls, voidElements } from './element-kinds.ts';

/** An element that is open while the page is read. */
export interface OpenElement {
  readonly name: string;
  /** What stands between its name and the '>'. */
  readonly attributes: string;
  /** Styles without attributes say nothing: they are followed, but make no element. */
  readonly silent: boolean;
  /** Closed by a tag among whose elements it lay and opened again: what its attributes say is in the tree already. */
  readonly again: boolean;
  /** The element, once it holds something. */
  element: PageElement | null;
}

const listWalls: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'td', 'th', 'html']);
const descriptionWalls: ReadonlySet<string> = new Set(['dl', 'table', 'td', 'th', 'html']);
const tableWalls: ReadonlySet<string> = new Set(['table', 'html']);
const rowWalls: ReadonlySet<string> = new Set(['table', 'tr', 'html']);
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const cells: ReadonlySet<string> = new Set(['td', 'th']);
const rows: ReadonlySet<string> = new Set(['tr']);
const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

const styles: ReadonlySet<string> = new Set('b big em font i s span strong tt u'.split(' '));
/** Elements between which white space is part of the line. */
const inLine: ReadonlySet<string> = new Set([...inlineElements].map((name) => name.toLowerCase()));
/** Elements and attributes that say something without any text. */
const telling = /\b(?:datetime|itemprop|title|data-[\w-]{0,20}(?:date|time|publish)[\w-]{0,20})\s{0,5}=/i;
const tableParts: ReadonlySet<string> = new Set(['table', ...cells, ...rows, ...rowGroups]);
/** Elements that are opened again after a link ended among them; beyond it the end tag is ignored. */
const maxReopened = 12;

const formatting: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);

/**
 * Builds the tree of a page so that every element is closed where browsers close it: the end tags that may be left out
 * are supplied, end tags without a start are left out, wrongly nested ones are set right. Follows the
 * rules of the HTML standard (tree construction) as far as they change which text lies in which element.
 */
export class TreeBuilder {
  readonly root = new PageElement('ROOT', '', null);
  /** The H1 of the page, in page order. */
  readonly headlines: PageElement[] = [];
  readonly #open: OpenElement[] = [];
  readonly #counts = new Map<string, number>();
  /** The innermost open element that is in the tree. */
  #current = this.root;
  /** So many of the open elements are in the tree; the rest wait until they hold something. */
  #builtDepth = 0;
  #pendingSpace = false;
  /** Elements made so far. */
  built = 0;

  get depth(): number {
    return this.#open.length;
  }

  text(text: string): void {
    if (isBlank(text)) {
      this.#pendingSpace = true;
      return;
    }
    this.#buildOpened();
    this.#current.childNodes.push(new PageText(this.#pendingSpace ? ` ${text}` : text));
    this.#pendingSpace = false;
  }

  open(name: string, attributes: string): void {
    this.#closeImplied(name);
    if (!inLine.has(name)) this.#pendingSpace = false;
    if (voidElements.has(name)) {
      this.#buildOpened();
      this.#append(name, attributes);
      return;
    }
    this.#push(name, attributes);
    if (cells.has(name)) this.#buildOpened();
  }

  close(name: string): void {
    if (voidElements.has(name)) {
      if (name === 'br') this.open('br', '');
      return;
    }
    if (!inLine.has(name)) this.#pendingSpace = false;
    if (!this.#counts.get(name)) return;
    if (formatting.has(name)) this.#closeFormatting(name);
    else this.#closeDownTo(this.#find(name, tableParts.has(name) ? tableWalls : scopeWalls));
  }

  /** Closes what is open where the page ends. */
  finish(): void {
    this.#closeDownTo(0);
  }

  /** Closes what the start of this element ends without saying so. */
  #closeImplied(name: string): void {
    if (paragraphEnders.has(name) && this.#counts.get('p')) this.#closeDownTo(this.#find('p', scopeWalls));
    if (name === 'li') this.#closeDownTo(this.#find('li', listWalls));
    else if (name === 'dd' || name === 'dt') {
      this.#closeDownTo(this.#find('dd', descriptionWalls));
      this.#closeDownTo(this.#find('dt', descriptionWalls));
    } else if (headings.has(name)) {
      const top = this.#open.at(-1);
      if (top !== undefined && headings.has(top.name)) this.#closeDownTo(this.#open.length - 1);
    } else if (cells.has(name)) this.#closeDownTo(this.#findAny(cells, rowWalls));
    else if (rows.has(name)) this.#closeDownTo(this.#findAny(rows, tableWalls));
    else if (rowGroups.has(name)) this.#closeDownTo(this.#findAny(rowGroups, tableWalls));
    else if (name === 'a' && this.#counts.get('a')) this.#closeFormatting('a');
  }

  /**
   * A link or a style may end inside an element that began within it: the elements between are closed,
   * and opened again outside of it.
   */
  #closeFormatting(name: string): void {
    const index = this.#find(name, scopeWalls);
    if (index === -1 || this.#open.length - index - 1 > maxReopened) return;
    const reopened = this.#open.slice(index + 1);
    this.#closeDownTo(index);
    for (const { name: inner, attributes } of reopened) this.#push(inner, attributes, true);
  }

  #find(name: string, walls: ReadonlySet<string>): number {
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      const open = this.#open[index]?.name ?? '';
      if (open === name) return index;
      if (walls.has(open)) return -1;
    }
    return -1;
  }

  #findAny(names: ReadonlySet<string>, walls: ReadonlySet<string>): number {
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      const open = this.#open[index]?.name ?? '';
      if (names.has(open)) return index;
      if (walls.has(open)) return -1;
    }
    return -1;
  }

  #closeDownTo(index: number): void {
    if (index < 0) return;
    while (this.#open.length > index) {
      this.#buildTelling();
      const closed = this.#open.pop();
      if (closed === undefined) return;
      this.#counts.set(closed.name, (this.#counts.get(closed.name) ?? 1) - 1);
      if (this.#builtDepth <= this.#open.length) continue;
      this.#builtDepth = this.#open.length;
      if (closed.element !== null) this.#current = closed.element.parentNode ?? this.root;
    }
  }

  /** Puts the innermost open element into the tree, though it holds nothing, where its attributes say something. */
  #buildTelling(): void {
    const innermost = this.#open.at(-1);
    if (innermost === undefined || this.#builtDepth >= this.#open.length) return;
    const { attributes, again } = innermost;
    if (attributes !== '' && !again && telling.test(attributes)) this.#buildOpened();
  }

  #push(name: string, attributes: string, again = false): void {
    const silent = attributes === '' && styles.has(name);
    this.#open.push({ name, attributes, silent, again, element: null });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #buildOpened(): void {
    for (; this.#builtDepth < this.#open.length; this.#builtDepth += 1) {
      const open = this.#open[this.#builtDepth];
      if (open === undefined || open.silent) continue;
      open.element = this.#append(open.name, open.attributes);
      this.#current = open.element;
    }
  }

  #append(name: string, attributes: string): PageElement {
    const element = new PageElement(upperName(name), attributes, this.#current);
    this.#current.childNodes.push(element);
    if (name === 'h1') this.headlines.push(element);
    this.built += 1;
    return element;
  }
}

const upperNames = new Map<string, string>();

/** Tag names recur: upper-case each once. */
function upperName(name: string): string {
  let upper = upperNames.get(name);
  if (upper === undefined) {
    upper = name.toUpperCase();
    if (upperNames.size < 2000) upperNames.set(name, upper);
  }
  return upper;
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 32) return false;
  return true;
}
