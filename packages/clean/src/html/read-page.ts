import { PipelineError } from '@dragoman/core';
import type { Source } from '../charset/source.ts';
import type { CleanLimits } from '../limits.ts';
import type { PageElement } from '../page-element.ts';
import type { PageLink } from '../page.ts';
import { findAttribute } from './attributes.ts';
import { foreignElements, paragraphEnders, unseenElements, voidElements } from './element-kinds.ts';
import { decodeEntities, singleSpaced } from './entities.ts';

import { scan } from './scan.ts';
import type { ScanEnd, ScanHandler } from './scan.ts';
import { TreeBuilder } from './tree-builder.ts';

/** The tree of a page without scripts, styles and comments, and what its head says. */
export interface PageReading {
  readonly root: PageElement;
  readonly headlines: readonly PageElement[];
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageLink[];
  readonly title: string | null;
  readonly language: string | null;
  /** The texts of the JSON-LD scripts. */
  readonly jsonLdTexts: readonly string[];
  /** Characters of text outside unseen elements, white space not counted. */
  readonly textLength: number;
  readonly scripts: number;
  readonly frames: number;
  readonly truncated: boolean;
}

/** Tags that say nothing about the text and are left out of the tree. */
const skippedTags: ReadonlySet<string> = new Set(['html', 'head', 'wbr', 'nobr', 'frameset']);
/** Characters of a `<title>`. */
const maxTitle = 2000;
/** The elements without content that a text is read from. */
const keptVoids: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/**
 * Reads a decoded page once, from left to right, into a tree.
 * Errors: HTML_TOO_DEEP, HTML_TOO_COMPLEX as soon as a limit is passed, before anything recursive sees it.
 */
export function readPage(source: Source, limits: CleanLimits): PageReading {
  const reader = new PageReader(source, limits);
  const end = scan(source.scanned, reader);
  return reader.finish(end);
}

class PageReader implements ScanHandler {
  readonly #source: Source;
  readonly #html: string;
  readonly #limits: CleanLimits;
  readonly #builder = new TreeBuilder();
  readonly #meta = new Map<string, string[]>();
  readonly #links: PageLink[] = [];
  readonly #jsonLd: string[] = [];
  #title: string | null = null;
  #language: string | null = null;
  #textLength = 0;
  #elements = 0;
  #scripts = 0;
  #frames = 0;
  /** The element opened last is the article's body: some blogs keep it in a template script. */
  #inArticleBody = false;
  /** The unseen element that is being skipped, and how many of its name are open. */
  #skipping: { readonly name: string; open: number } | null = null;

  constructor(source: Source, limits: CleanLimits) {
    this.#source = source;
    this.#html = source.scanned;
    this.#limits = limits;
  }

  text(from: number, to: number): void {
    if (this.#skipping !== null) return;
    const text = this.#source.piece(from, to);
    for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 32) this.#textLength += 1;
    this.#builder.text(text);
  }

  open(name: string, from: number, to: number): void {
    this.#count();
    if (this.#skipping !== null) {
      if (name === this.#skipping.name) this.#skipping.open += 1;
      if (!foreignElements.has(this.#skipping.name) || !paragraphEnders.has(name)) return;
      this.#skipping = null;
    }
    if (unseenElements.has(name) && !voidElements.has(name)) {
      if (this.#html.charCodeAt(to - 1) !== 0x2f) this.#skipping = { name, open: 1 };
      return;
    }
    if (name === 'frame') this.#frames += 1;
    const attributes = this.#source.piece(from, this.#html.charCodeAt(to - 1) === 0x2f ? to - 1 : to).trim();
    if (name === 'meta') this.#readMeta(attributes);
    else if (name === 'link') this.#readLink(attributes);
    else if (name === 'html') this.#language = findAttribute(attributes, 'lang') ?? this.#language;
    if (skippedTags.has(name) || (voidElements.has(name) && !keptVoids.has(name))) return;
    this.#inArticleBody = attributes.includes('articleBody');
    this.#builder.open(name, attributes);
    this.#checkSize();
  }

  close(name: string): void {
    if (this.#skipping !== null) {
      if (name !== this.#skipping.name) return;
      this.#skipping.open -= 1;
      if (this.#skipping.open === 0) this.#skipping = null;
      return;
    }
    if (skippedTags.has(name) || name === 'body') return;
    this.#builder.close(name);
  }

  raw(name: string, attributesFrom: number, attributesTo: number, from: number, to: number): void {
    this.#count();
    if (name === 'iframe') this.#frames += 1;
    if (name === 'title' && this.#skipping === null) {
      this.#title ??= singleSpaced(decodeEntities(this.#source.piece(from, to).slice(0, maxTitle))) || null;
    }
    if (name !== 'script') return;
    this.#scripts += 1;
    const opening = this.#html.slice(attributesFrom, Math.min(attributesTo, attributesFrom + 300));
    if (/ld\+json/i.test(opening)) this.#jsonLd.push(this.#source.piece(from, to));
    else if (this.#inArticleBody && /text\/template/i.test(opening)) scan(this.#html, this, from, to);
  }

  finish(end: ScanEnd): PageReading {
    this.#builder.finish();
    return {
      root: this.#builder.root,
      headlines: this.#builder.headlines,
      meta: this.#meta,
      links: this.#links,
      title: this.#title,
      language: this.#language,
      jsonLdTexts: this.#jsonLd,
      textLength: this.#textLength,
      scripts: this.#scripts,
      frames: this.#frames,
      truncated: end.truncated,
    };
  }

  #readMeta(attributes: string): void {
    const content = findAttribute(attributes, 'content');
    if (content === undefined) return;
    const value = singleSpaced(decodeEntities(content));
    if (value === '') return;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = findAttribute(attributes, attribute)?.trim().toLowerCase();
      if (key === undefined || key === '') continue;
      const values = this.#meta.get(key);
      if (values === undefined) this.#meta.set(key, [value]);
      else values.push(value);
    }
  }

  #readLink(attributes: string): void {
    const rel = findAttribute(attributes, 'rel');
    const href = findAttribute(attributes, 'href');
    if (rel === undefined || href === undefined) return;
    this.#links.push({ rel: rel.trim().toLowerCase(), href: decodeEntities(href).trim() });
  }

  #count(): void {
    this.#elements += 1;
    if (this.#elements > this.#limits.maxElements) {
      throw new PipelineError({
        code: 'HTML_TOO_COMPLEX',
        message: `The page has more than ${this.#limits.maxElements} elements`,
      });
    }
  }

  #checkSize(): void {
    if (this.#builder.depth > this.#limits.maxDepth) {
      throw new PipelineError({
        code: 'HTML_TOO_DEEP',
        message: `The page is nested more than ${this.#limits.maxDepth} levels deep`,
      });
    }
    if (this.#builder.built > this.#limits.maxElements * 2) {
      throw new PipelineError({
        code: 'HTML_TOO_COMPLEX',
        message: 'The page is nested too wrongly to be set right',
      });
    }
  }
}
