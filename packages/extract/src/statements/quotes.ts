/** A quotation in a text: what stands between its marks. Offsets are UTF-16 units of the text, end exclusive. */
export interface Quotation {
  /** Of the words, without the marks. */
  readonly start: number;
  readonly end: number;
  /** With the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** 0, or how many quotations it stands in. */
  readonly depth: number;
  /** Whether it goes on in the next paragraph, which then opens with a mark again. */
  readonly continues: boolean;
}

/** A longer unclosed quotation is a lost mark and not a quotation. */
const MAX_UNCLOSED = 1500;

type Family = 'double' | 'curly' | 'low' | 'guillemet' | 'single' | 'straightSingle';
interface Opened {
  readonly family: Family;
  readonly at: number;
}

const openers: Readonly<Record<string, Family>> = {
  '“': 'curly',
  '„': 'low',
  '«': 'guillemet',
  '‘': 'single',
};
const closers: Readonly<Record<string, readonly Family[]>> = {
  '”': ['curly', 'low', 'double'],
  '»': ['guillemet'],
  '’': ['single'],
};
/** Which quotations a straight mark may close: texts mix the marks. */
const closedByStraight: Readonly<Record<'double' | 'straightSingle', readonly Family[]>> = {
  double: ['double', 'curly'],
  straightSingle: ['straightSingle'],
};
const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isOpenBefore = (character: string | undefined): boolean =>
  character === undefined || /[\s([{—–:>/“„«‘"'-]/u.test(character);
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

/**
 * Finds the quotations of a text, in all usual styles of marks: straight, curly, low, guillemets, single ones where they
 * are not apostrophes. A quotation that runs over paragraphs gives one piece a paragraph; one whose closing mark is
 * missing ends with its paragraph. Linear in the length of the text.
 * @returns in the order of their beginnings
 */
export function findQuotations(text: string): Quotation[] {
  return new QuotationScanner(text).scan();
}

class QuotationScanner {
  readonly #text: string;
  readonly #found: Quotation[] = [];
  #open: Opened[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Quotation[] {
    const text = this.#text;
    for (let at = 0; at < text.length; at += 1) {
      const mark = text.charAt(at);
      if (mark === '\n') this.#endParagraph(at);
      else if (mark === '"') this.#straight(at, 'double');
      else if (mark === "'") this.#straight(at, 'straightSingle');
      else if (openers[mark] !== undefined) this.#begin(at, openers[mark]);
      else if (closers[mark] !== undefined) this.#curlyEnd(at, closers[mark]);
    }
    this.#endParagraph(text.length);
    return this.#found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** A straight mark opens after a space or bracket and before a word, and closes after anything else or between spaces. */
  #straight(at: number, family: 'double' | 'straightSingle'): void {
    const before = this.#text.charAt(at - 1) || undefined;
    const after = this.#text.charAt(at + 1) || undefined;
    const opened = this.#open.findLast((candidate) => closedByStraight[family].includes(candidate.family));
    const canOpen = isOpenBefore(before) && !isSpace(after);
    const isLoose = family === 'double' && isSpace(before) && isSpace(after);
    const canClose = (!isSpace(before) || isLoose) && !(family === 'straightSingle' && isWord(after));
    if (opened !== undefined && canClose && !(canOpen && isSpace(before))) {
      if (family === 'double' || this.#endsHere(at, "'")) this.#end(at, opened.family);
    } else if (canOpen && (family === 'double' || this.#mayOpenSingle(at, "'"))) {
      if (opened?.family === 'double') this.#abandon('double');
      this.#begin(at, family);
    }
  }

  #curlyEnd(at: number, families: readonly Family[]): void {
    if (families[0] === 'single' && (isWord(this.#text[at + 1]) || !this.#endsHere(at, '’'))) return;
    const opened = this.#open.findLast((candidate) => families.includes(candidate.family));
    if (opened !== undefined) this.#end(at, opened.family);
  }

  /** After a final s the mark may be a possessive; it ends the quotation where the paragraph has no later one, or another opens before. */
  #endsHere(at: number, mark: string): boolean {
    const before = this.#text.charAt(at - 1);
    if (before !== 's') return true;
    const later = this.#text.indexOf(mark, at + 1);
    const paragraphEnd = this.#text.indexOf('\n', at);
    if (later < 0 || (paragraphEnd >= 0 && later > paragraphEnd)) return true;
    const opening = this.#text.indexOf('‘', at + 1);
    if (mark === '’' && opening >= 0 && opening < later) return true;
    if (mark === "'" && isSpace(this.#text[later - 1]) && isWord(this.#text[later + 1])) return true;
    return isWord(this.#text[later + 1]);
  }

  /** A single straight mark opens only where a closing one follows in the paragraph: '90s and 'em open nothing. */
  #mayOpenSingle(at: number, mark: string): boolean {
    if (/\d/.test(this.#text.charAt(at + 1))) return false;
    for (let next = this.#text.indexOf(mark, at + 1); next >= 0; next = this.#text.indexOf(mark, next + 1)) {
      if (next - at > MAX_UNCLOSED || this.#text.slice(at, next).includes('\n')) return false;
      if (!isSpace(this.#text[next - 1]) && !isWord(this.#text[next + 1])) return true;
    }
    return false;
  }

  #begin(at: number, family: Family): void {
    this.#open.push({ family, at });
  }

  #abandon(family: Family): void {
    const index = this.#open.findLastIndex((opened) => opened.family === family);
    this.#open.splice(index, 1);
  }

  #end(at: number, family: Family): void {
    const index = this.#open.findLastIndex((opened) => opened.family === family);
    const opened = this.#open[index];
    if (opened === undefined) return;
    this.#open.length = index;
    this.#keep(opened, at, at + 1, false);
  }

  /** What is still open goes on where the next paragraph opens with a mark again, else it ends here. */
  #endParagraph(at: number): void {
    const still = this.#open;
    if (still.length === 0) return;
    const next = this.#text
      .slice(at + 1)
      .trimStart()
      .charAt(0);
    this.#open = [];
    still.forEach((opened, depth) => {
      const single = opened.family === 'single' || opened.family === 'straightSingle';
      const goesOn = next !== '' && next === this.#text.charAt(opened.at);
      if (single && !goesOn) return;
      if (at - opened.at > MAX_UNCLOSED) return;
      this.#open = still.slice(0, depth);
      this.#keep(opened, at, at, goesOn);
    });
    this.#open = [];
  }

  #keep(opened: Opened, end: number, outerEnd: number, continues: boolean): void {
    const inner = this.#text.slice(opened.at + 1, end);
    const start = opened.at + 1 + (inner.length - inner.trimStart().length);
    const trimmedEnd = opened.at + 1 + inner.trimEnd().length;
    if (trimmedEnd <= start) return;
    this.#found.push({
      start,
      end: trimmedEnd,
      outerStart: opened.at,
      outerEnd,
      depth: this.#open.length,
      continues,
    });
  }
}
