import type { Source } from './charset/source.ts';
import type { PageElement } from './page-element.ts';

export type { PageElement } from './page-element.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A `<link>` of the page: its `rel` in lower case, its address as written. */
export interface PageLink {
  readonly rel: string;
  readonly href: string;
}

/** A page parsed once; the body text and the metadata are both read from it. */
export interface Page {
  /** The address stated for the document, or null. */
  readonly url: string | null;
  /** The whole page, scripts and comments included. */
  readonly source: Source;
  /** The parsed document without scripts, styles and comments; all tag names are upper case. */
  readonly root: PageElement;
  readonly body: PageElement;
  /** Its H1, in page order. */
  readonly headlines: readonly PageElement[];
  /** Every JSON-LD object, `@graph` and `mainEntity` unfolded, in page order; broken scripts are left out. */
  readonly jsonLd: readonly JsonObject[];
  /** `<meta>` by lower-case name, property, itemprop or http-equiv: the contents, decoded, in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageLink[];
  /** The `<title>`, decoded and with single spaces, or null. */
  readonly title: string | null;
  /** `lang` of the `<html>` element as written, or null. */
  readonly language: string | null;
}

/** One line of the body with what the page tells about it: what the line filter decides on. */
export interface Block {
  /** With single spaces; cells of a table row are joined by ' | '. */
  readonly text: string;
  /** Share of the characters that lie in links, 0 to 1. */
  readonly linkDensity: number;
  /** Whether its links lead to other sites. */
  readonly leadsOut: boolean;
  /** Upper-case name of the innermost block element: 'P', 'LI', 'H2', 'TR', 'DIV', …; 'P' for text without markup. */
  readonly tag: string;
  readonly inList: boolean;
  readonly inTable: boolean;
  readonly inQuote: boolean;
}
