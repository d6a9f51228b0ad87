import { clean } from '@dragoman/clean';
import { sha256 } from '@dragoman/core';

/** What a cleaner says of a page; some give the body as HTML. */
interface Answer {
  readonly body: string;
  readonly isHtml: boolean;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}

/** The same, with the body as text. */
export interface CleanedPage {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}

/** A cleaner under measurement. `run` is what is timed; it gets the page's bytes. */
export interface Cleaner {
  readonly name: string;
  readonly run: (bytes: Uint8Array, url: string) => Promise<Answer> | Answer;
}

const nothing: Answer = { body: '', isHtml: false, title: null, authors: [], published: null };

export const dragoman: Cleaner = {
  name: 'dragoman',
  run: (bytes, url) => {
    const stated = /^https?:/.test(url) ? { url } : {};
    const result = clean({ hash: '', input: url, id: sha256(url), format: 'html', bytes, stated });
    if (result.kind === 'rejected') return nothing;
    const { text: body, title, authors, published } = result.article;
    return { body, isHtml: false, title, authors, published };
  },
};

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const names = (value: unknown): readonly string[] => (text(value) === null ? [] : [String(value)]);

/** The other cleaners; each is loaded only when it is measured. */
export async function loadPeers(): Promise<readonly Cleaner[]> {
  const { parseHTML } = await import('linkedom');
  const { Readability } = await import('@mozilla/readability');
  const { Defuddle } = await import('defuddle/node');
  const { extractFromHtml } = await import('@extractus/article-extractor');
  const readability: Cleaner = {
    name: 'readability + linkedom',
    run: (bytes) => {
      const { document } = parseHTML(decode(bytes));
      const article = new Readability(
        document as unknown as ConstructorParameters<typeof Readability>[0],
      ).parse();
      if (article === null) return nothing;
      const { title, byline, publishedTime } = article;
      return {
        body: article.content ?? '',
        isHtml: true,
        title: text(title),
        authors: names(byline),
        published: text(publishedTime),
      };
    },
  };
  const defuddle: Cleaner = {
    name: 'defuddle + linkedom',
    run: async (bytes, url) => {
      const { document } = parseHTML(decode(bytes));
      const { content, title, author, published } = await Defuddle(document as unknown as string, url);
      return {
        body: content,
        isHtml: true,
        title: text(title),
        authors: names(author),
        published: text(published),
      };
    },
  };
  const extractus: Cleaner = {
    name: '@extractus/article-extractor',
    run: async (bytes, url) => {
      const article = await extractFromHtml(decode(bytes), url);
      if (!article) return nothing;
      const { content, title, author, published } = article;
      return {
        body: content ?? '',
        isHtml: true,
        title: text(title),
        authors: names(author),
        published: text(published),
      };
    },
  };
  return [readability, defuddle, extractus];
}

/** Runs a cleaner on a page, with what it prints kept off the screen. One that throws has found nothing. */
async function answer(cleaner: Cleaner, bytes: Uint8Array, url: string): Promise<Answer> {
  const { log, warn, error } = console;
  console.log = console.warn = console.error = () => undefined;
  try {
    return await cleaner.run(bytes, url);
  } catch {
    return nothing;
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

/** What a cleaner finds on a page. */
export async function runSafely(cleaner: Cleaner, bytes: Uint8Array, url: string): Promise<CleanedPage> {
  const { body, isHtml, ...rest } = await answer(cleaner, bytes, url);
  return { ...rest, text: isHtml ? await textOf(body) : body };
}

/** Only runs a cleaner, for its cost. */
export async function runOnly(cleaner: Cleaner, bytes: Uint8Array): Promise<void> {
  await answer(cleaner, bytes, 'https://example.org/');
}

const blockStart = /<(?:\/?(?:p|div|li|h[1-6]|tr|blockquote|section)|br)\b/gi;

/** HTML as text, a line a block. */
async function textOf(html: string): Promise<string> {
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(`<html><body>${html.replace(blockStart, '\n$&')}</body></html>`);
  return String(document.body.textContent ?? '');
}
