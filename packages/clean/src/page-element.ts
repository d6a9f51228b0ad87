import { decodeEntities } from './html/entities.ts';
import { findAttribute, surveyAttributes, surveyBit } from './html/attributes.ts';

/** A run of text in the tree of a page. */
export class PageText {
  readonly nodeType = 3;
  /** As written, character references included. */
  readonly rawText: string;

  constructor(rawText: string) {
    this.rawText = rawText;
  }

  /** With character references read. */
  get text(): string {
    return decodeEntities(this.rawText);
  }
}

/** An element in the tree of a page. Holds what the page says; what is made of it lies in Region. */
export class PageElement {
  readonly nodeType = 1;
  /** In upper case. */
  readonly tagName: string;
  /** What stands between the tag's name and its end, as written; '' where nothing does. */
  readonly rawAttrs: string;
  readonly parentNode: PageElement | null;
  readonly childNodes: PageNode[] = [];
  #names: string | null = null;
  #found: number | null = null;

  constructor(tagName: string, rawAttrs: string, parentNode: PageElement | null) {
    this.tagName = tagName;
    this.rawAttrs = rawAttrs;
    this.parentNode = parentNode;
  }

  /** Its class and id as written, a space between; '' where it has neither. */
  get names(): string {
    this.#names ??=
      this.rawAttrs === '' ? '' : joined(this.attributeAsWritten('class'), this.attributeAsWritten('id'));
    return this.#names;
  }

  /** An attribute by its lower-case name, as written, or undefined. */
  attributeAsWritten(name: string): string | undefined {
    const { rawAttrs } = this;
    if (rawAttrs === '') return undefined;
    const bit = surveyBit(name);
    if (bit === 0) return findAttribute(rawAttrs, name);
    this.#found ??= surveyAttributes(rawAttrs);
    return (this.#found & bit) === 0 ? undefined : findAttribute(rawAttrs, name);
  }

  /** An attribute by its lower-case name, with character references read, or undefined. */
  getAttribute(name: string): string | undefined {
    const written = this.attributeAsWritten(name);
    return written === undefined ? undefined : decodeEntities(written);
  }
}

const joined = (className = '', id = ''): string =>
  id === '' ? className.trim() : `${className} ${id}`.trim();

export type PageNode = PageElement | PageText;
