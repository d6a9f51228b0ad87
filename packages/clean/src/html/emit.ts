import type { Block } from '../page.ts';
import { scrubLine } from '../text/scrub.ts';
import { singleSpaced } from './entities.ts';
import type { Region } from './region.ts';
import { isDataTable, tableRows } from './table.ts';

/** A region that was set aside, met on the way through the article. */
export type SetAside = (region: Region) => void;
/** Whether an address belongs to another site than the page's. */
export type LeadsOut = (address: string) => boolean;
/** Where the text that is read leads its reader. */
type Leading = 'nowhere' | 'within' | 'out';

interface Surroundings {
  readonly tag: string;
  readonly inList: boolean;
  readonly inTable: boolean;
  readonly inQuote: boolean;
}

/** The address of a post's picture, which is not among its words. */
const postAddress = /pic\.twitter\.com|\/t\.co\//;
const sentenceEnd = /[.!?…。！？:;"”»’')\]]/;

/**
 * Writes a region's text as blocks, a line a paragraph, in page order. Regions set aside are handed to
 * `onAside` instead; pass null to write them too. `leadsOut` tells the links to other sites.
 */
export function emitBlocks(
  root: Region,
  onAside: SetAside | null,
  leadsOut: LeadsOut = () => false,
): readonly Block[] {
  const emitter = new Emitter(onAside, leadsOut);
  emitter.walk(root, emitter.leadingOf(root, 'nowhere'));
  return emitter.finish();
}

class Emitter {
  readonly #blocks: Block[] = [];
  readonly #onAside: SetAside | null;
  readonly #leadsOut: LeadsOut;
  #line = '';
  #linked = 0;
  #linkedOut = 0;
  /** The line ends in one break so far. */
  #breakPending = false;
  #sentenceEnded = false;
  #around: Surroundings = { tag: 'DIV', inList: false, inTable: false, inQuote: false };

  constructor(onAside: SetAside | null, leadsOut: LeadsOut) {
    this.#onAside = onAside;
    this.#leadsOut = leadsOut;
  }

  finish(): readonly Block[] {
    this.#endLine();
    return this.#blocks;
  }

  leadingOf(region: Region, around: Leading): Leading {
    if (!region.isLink) return around;
    return this.#leadsOut(region.element.getAttribute('href') ?? '') ? 'out' : 'within';
  }

  walk(region: Region, leading: Leading): void {
    for (const child of region.children) {
      if (typeof child === 'string') this.#addText(child, leading);
      else this.#enter(child, leading);
    }
  }

  #enter(region: Region, leading: Leading): void {
    if (region.unwanted !== null && this.#onAside !== null) {
      if (!region.isInline) this.#endLine();
      this.#onAside(region);
      return;
    }
    const { tag } = region;
    if (tag === 'BR') this.#lineBreak();
    else if (tag === 'HR') this.#endLine();
    else if (region.isInline && !region.holdsBlock) this.walk(region, this.leadingOf(region, leading));
    else if (tag === 'TABLE' && isDataTable(region)) this.#table(region);
    else this.#block(region, this.leadingOf(region, leading));
  }

  #block(region: Region, leading: Leading): void {
    this.#endLine();
    const before = this.#around;
    const { tag } = region;
    this.#around = {
      tag,
      inList: before.inList || tag === 'LI',
      inTable: before.inTable || tag === 'TD' || tag === 'TH',
      inQuote: before.inQuote || tag === 'BLOCKQUOTE',
    };
    this.walk(region, leading);
    this.#endLine();
    this.#around = before;
  }

  #table(region: Region): void {
    this.#endLine();
    for (const row of tableRows(region)) {
      this.#blocks.push({
        text: row.text,
        linkDensity: row.linkDensity,
        leadsOut: false,
        tag: 'TR',
        inList: this.#around.inList,
        inTable: true,
        inQuote: this.#around.inQuote,
      });
    }
  }

  #addText(text: string, leading: Leading): void {
    if (this.#around.tag === 'PRE' && text.includes('\n')) {
      this.#addPreformatted(text, leading);
      return;
    }
    this.#line += text;
    const words = text.trim();
    if (words === '') return;
    if (leading !== 'nowhere') this.#linked += words.length;
    if (leading === 'out') this.#linkedOut += words.length;
    this.#breakPending = false;
    this.#sentenceEnded = sentenceEnd.test(words.slice(-1));
  }

  /** In preformatted text a blank line ends a paragraph. */
  #addPreformatted(text: string, leading: Leading): void {
    const [first = '', ...rest] = text.split(/\n\s*\n/);
    this.#addText(first.replaceAll('\n', ' '), leading);
    for (const paragraph of rest) {
      this.#endLine();
      this.#addText(paragraph.replaceAll('\n', ' '), leading);
    }
  }

  /** Two breaks end a paragraph; one does where a sentence has ended. */
  #lineBreak(): void {
    if (this.#breakPending || this.#sentenceEnded) {
      this.#endLine();
    } else {
      this.#line += ' ';
      this.#breakPending = true;
    }
  }

  #endLine(): void {
    const line = singleSpaced(this.#line);
    const text = postAddress.test(line) ? scrubLine(line) : line;
    if (text !== '') {
      const { tag, inList, inTable, inQuote } = this.#around;
      const linkDensity = Math.min(1, this.#linked / text.length);
      const leadsOut = this.#linked > 0 && this.#linkedOut === this.#linked;
      this.#blocks.push({ text, linkDensity, leadsOut, tag, inList, inTable, inQuote });
    }
    this.#line = '';
    this.#linked = 0;
    this.#linkedOut = 0;
    this.#breakPending = false;
    this.#sentenceEnded = false;
  }
}
