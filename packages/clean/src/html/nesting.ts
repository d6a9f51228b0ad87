import { paragraphEnders, scopeWalls, voidElements } from './element-kinds.ts';

/** An element that is open while the page is read. */
export interface OpenElement {
  readonly name: string;
  /** Its attributes in the tree builder's notation. */
  readonly attributes: string;
}

const listWalls: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'td', 'th', 'html']);
const descriptionWalls: ReadonlySet<string> = new Set(['dl', 'table', 'td', 'th', 'html']);
const tableWalls: ReadonlySet<string> = new Set(['table', 'html']);
const rowWalls: ReadonlySet<string> = new Set(['table', 'tr', 'html']);
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const cells: ReadonlySet<string> = new Set(['td', 'th']);
const rows: ReadonlySet<string> = new Set(['tr']);
const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

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
  readonly #out: string[] = [];
  readonly #open: OpenElement[] = [];
  #written = 0;

  get depth(): number {
    return this.#open.length;
  }

  /** Characters written so far. */
  get written(): number {
    return this.#written;
  }

  text(text: string): void {
    this.#write(text);
  }

  open(name: string, attributes: string): void {
    this.#closeImplied(name);
    this.#write(`<${name}${attributes}>`);
    if (voidElements.has(name)) return;
    this.#open.push({ name, attributes });
  }

  close(name: string): void {
    if (voidElements.has(name)) {
      if (name === 'br') this.#write('<br>');
      return;
    }
    if (formatting.has(name)) this.#closeFormatting(name);
    else this.#closeDownTo(this.#find(name, tableParts.has(name) ? tableWalls : scopeWalls));
  }

  /** The whole page; everything still open is closed. */
  finish(): string {
    this.#closeDownTo(0);
    return this.#out.join('');
  }

  /** Closes what the start of this element ends without saying so. */
  #closeImplied(name: string): void {
    if (paragraphEnders.has(name)) this.#closeDownTo(this.#find('p', scopeWalls));
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
    else if (name === 'a') this.#closeFormatting('a');
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
    for (const element of reopened) {
      this.#write(`<${element.name}${element.attributes}>`);
      this.#open.push(element);
    }
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
      if (element !== undefined) this.#write(`</${element.name}>`);
    }
  }

  #write(markup: string): void {
    this.#out.push(markup);
    this.#written += markup.length;
  }
}
