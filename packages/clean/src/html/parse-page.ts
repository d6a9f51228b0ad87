import { Parser } from 'htmlparser2';
import { parse } from 'node-html-parser';
import type { HTMLElement } from 'node-html-parser';
import type { CleanLimits } from '../limits.ts';
import type { Page } from '../page.ts';
import { readJsonLd } from './json-ld.ts';
import { tidy } from './tidy.ts';
import type { TidyPage } from './tidy.ts';

/** A parsed page, and what was seen while it was read. */
export interface ParsedPage {
  readonly page: Page;
  readonly tidy: TidyPage;
  /** Whether the first parser lost the text and the second was used. */
  readonly secondParser: boolean;
}

/**
 * Parses a decoded page once for the body text and the metadata.
 * Errors: HTML_TOO_DEEP, HTML_TOO_COMPLEX.
 */
export function parsePage(html: string, url: string | null, limits: CleanLimits): ParsedPage {
  const tidied = tidy(html, limits);
  let root = buildTree(tidied.html);
  let secondParser = false;
  if (hasCollapsed(root, tidied.textLength)) {
    root = buildTree(rewritten(tidied.html));
    secondParser = true;
  }
  const page: Page = {
    url,
    html,
    root,
    body: childNamed(root, 'BODY') ?? root,
    jsonLd: readJsonLd(tidied.jsonLdTexts),
    meta: tidied.meta,
    links: tidied.links,
    title: tidied.title,
    language: tidied.language,
  };
  return { page, tidy: tidied, secondParser };
}

const buildTree = (html: string): HTMLElement =>
  parse(html, { comment: false, preserveTagNesting: true, blockTextElements: {} });

function childNamed(root: HTMLElement, tag: string): HTMLElement | undefined {
  for (const child of root.childNodes) {
    if (child.nodeType === 1 && (child as HTMLElement).tagName === tag) return child as HTMLElement;
  }
  return undefined;
}

/** The first parser loses all text of about one page in a thousand. */
function hasCollapsed(root: HTMLElement, textLength: number): boolean {
  if (textLength < 200) return false;
  return root.rawText.length < textLength * 0.7;
}

/** The page as the second parser understands it. */
function rewritten(html: string): string {
  const out: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
      out.push(`<${name}${written.join('')}>`);
    },
    ontext: (text) => void out.push(escaped(text)),
    onclosetag: (name) => void out.push(`</${name}>`),
  });
  parser.end(html);
  return out.join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
