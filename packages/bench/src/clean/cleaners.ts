import { clean } from '@dragoman/clean';
import { sha256 } from '@dragoman/core';

/** What a cleaner says of a page. */
export interface CleanedPage {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
}

/** A cleaner under measurement. `run` is what is timed; it gets the page's bytes. */
export interface Cleaner {
  readonly name: string;
  readonly run: (bytes: Uint8Array, url: string) => Promise<CleanedPage> | CleanedPage;
}

const nothing: CleanedPage = { text: '', title: null, authors: [], published: null };

export const dragoman: Cleaner = {
  name: 'dragoman',
  run: (bytes, url) => {
    const stated = /^https?:/.test(url) ? { url } : {};
    const result = clean({ hash: '', input: url, id: sha256(url), format: 'html', bytes, stated });
    return result.kind === 'article' ? result.article : nothing;
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
  const textOf = (html: string): string => {
    const { document } = parseHTML(
      `<body>${html.replace(/<(?:\/?(?:p|div|li|h[1-6]|tr|blockquote|section)|br)\b/gi, '\n$&')}</body>`,
    );
    return String(document.body.textContent ?? '');
  };
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
        text: textOf(article.content ?? ''),
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
        text: textOf(content),
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
        text: textOf(content ?? ''),
        title: text(title),
        authors: names(author),
        published: text(published),
      };
    },
  };
  return [readability, defuddle, extractus];
}

/** A cleaner that throws on a page has found nothing there. */
export async function runSafely(cleaner: Cleaner, bytes: Uint8Array, url: string): Promise<CleanedPage> {
  try {
    return await cleaner.run(bytes, url);
  } catch {
    return nothing;
  }
}
