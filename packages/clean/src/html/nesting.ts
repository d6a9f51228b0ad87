import { inlineElements, paragraphEnders, scopeWalls, voidElements } from './element-kinds.ts';

/** An element that is open while the page is read. */
export interface OpenElement {
  readonly name: string;
  /** Its attributes in the tree builder's notation. */
  readonly attributes: string;
  /** Styles without attributes say nothing: they are followed, but not written. */
  readonly silent: boolean;
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
const telling = /\b(?:datetime|itemprop|title|data-[\w-]{0,20}(?:date|time|publish)[\w-]{0,20})="/;
const tableParts: ReadonlySet<string> = new Set([...cells, ...rows, ...rowGroups]);
/** Elements that are opened again after a link ended among them; beyond it the end tag is ignored. */
const maxReopened = 12;

const formatting: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);

/**
 * Writes a page so that every element is closed where browsers close it: the end tags that may be left out
 * are supplied, end tags without a start are left out, wrongly nested ones are set right. Follows the
 * rules of the HTML standard (tree construction) as far as they change which text lies in which element.
 */
export class NestingWriter {
  #out = '';
  readonly #open: OpenElement[] = [];
  readonly #counts = new Map<string, number>();
  /** So many of the open elements are written; the rest wait until they hold something. */
  #writtenDepth = 0;
  #pendingSpace = false;

  get depth(): number {
    return this.#open.length;
  }

  /** Characters written so far. */
  get written(): number {
    return this.#out.length;
  }

  text(text: string): void {
    if (isBlank(text)) {
      this.#pendingSpace = true;
      return;
    }
    if (this.#pendingSpace) this.#out += ' ';
    this.#pendingSpace = false;
    this.#writeOpened();
    this.#out += text;
  }

  open(name: string, attributes: string): void {
    this.#closeImplied(name);
    if (!inLine.has(name)) this.#pendingSpace = false;
    if (voidElements.has(name)) {
      this.#writeOpened();
      this.#out += `<${name}${attributes}>`;
      return;
    }
    this.#push({ name, attributes, silent: attributes === '' && styles.has(name) });
    if (cells.has(name) || (attributes !== '' && telling.test(attributes))) this.#writeOpened();
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

  /** The whole page; everything still open is closed. */
  finish(): string {
    this.#closeDownTo(0);
    return this.#out;
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
    for (const element of reopened) this.#push(element);
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
      const element = this.#open.pop();
      if (element === undefined) return;
      this.#counts.set(element.name, (this.#counts.get(element.name) ?? 1) - 1);
      if (this.#writtenDepth <= this.#open.length) continue;
      this.#writtenDepth = this.#open.length;
      if (!element.silent) this.#out += `</${element.name}>`;
    }
  }

  #push(element: OpenElement): void {
    this.#open.push(element);
    this.#counts.set(element.name, (this.#counts.get(element.name) ?? 0) + 1);
  }

  #writeOpened(): void {
    for (let index = this.#writtenDepth; index < this.#open.length; index += 1) {
      const element = this.#open[index];
      if (element !== undefined && !element.silent) this.#out += `<${element.name}${element.attributes}>`;
    }
    this.#writtenDepth = this.#open.length;
  }
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 32) return false;
  return true;
}
