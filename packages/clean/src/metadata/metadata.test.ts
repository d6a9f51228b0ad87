import { describe, expect, it } from 'vitest';
import { parsePage } from '../html/parse-page.ts';
import { textSource } from '../charset/source.ts';
import { defaultLimits } from '../limits.ts';
import { readMetadata } from './index.ts';
import type { PageMetadata } from './index.ts';

const url = 'https://www.harbourpost.example/2026/03/02/eleven-bids?utm_source=x';

function metadataOf(head: string, body: string, lang = 'en-GB', address: string | null = url): PageMetadata {
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;
  return readMetadata(parsePage(textSource(html), address, defaultLimits).page);
}

const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('metadata of a page', () => {
  it('comes from JSON-LD first', () => {
    const found = metadataOf(
      jsonLd({
        '@type': 'NewsArticle',
        headline: 'Eleven bids for one channel',
        datePublished: '2026-03-02T09:30:00+02:00',
        dateModified: '2026-03-03',
        author: [{ '@type': 'Person', name: 'Mina Holt' }, { name: 'Karl Voss' }],
        publisher: { name: 'The Harbour Post' },
        articleSection: 'Trade',
        keywords: ['ports', 'Riga'],
      }),
      '<h1>Eleven bids for one channel</h1><p>Text.</p>',
    );
    expect(found).toMatchObject({
      title: 'Eleven bids for one channel',
      authors: ['Mina Holt', 'Karl Voss'],
      published: { value: '2026-03-02T09:30:00+02:00', from: 'json-ld' },
      modified: { value: '2026-03-03', from: 'json-ld' },
      source: 'The Harbour Post',
      section: 'Trade',
      keywords: ['ports', 'Riga'],
      url: 'https://www.harbourpost.example/2026/03/02/eleven-bids',
    });
  });

  it('is read off the page where the head says nothing', () => {
    const found = metadataOf(
      '<title>Eleven bids for one channel | Harbour Post</title>',
      `<h1><a href="/">Harbour Post</a></h1>
       <div class="teaser"><time datetime="2026-03-09">9 March</time></div>
       <h2>Eleven bids for one channel</h2>
       <div class="meta">By <a href="/authors/mina-holt">Mina Holt</a> | 1 March 2026</div><p>Text.</p>`,
      'en-GB',
      'https://www.harbourpost.example/story/77',
    );
    expect(found.title).toBe('Eleven bids for one channel');
    expect(found.authors).toEqual(['Mina Holt']);
    expect(found.published?.value).toBe('2026-03-01');
    expect(found.source).toBe('harbourpost.example');
  });

  it.each([
    ['de', 'Veröffentlicht am 5. März 2026', '2026-03-05'],
    ['fr', 'Publié le 1er février 2026', '2026-02-01'],
    ['es', 'Publicado el 14 de diciembre de 2025', '2025-12-14'],
    ['pl', 'Opublikowano 7 października 2025', '2025-10-07'],
    ['ru', 'Опубликовано 9 августа 2025 г.', '2025-08-09'],
    ['uk', '11 листопада 2025', '2025-11-11'],
    ['tr', '3 Ağustos 2025 Pazar', '2025-08-03'],
    ['el', '21 Ιανουαρίου 2026', '2026-01-21'],
    ['ar', '٥ فبراير ٢٠٢٦', '2026-02-05'],
    ['zh', '2026年2月5日', '2026-02-05'],
    ['ko', '2026년 2월 5일', '2026-02-05'],
    ['en-US', 'March 4, 2026', '2026-03-04'],
    ['en-US', '3/4/2026', '2026-03-04'],
    ['en-GB', '3/4/2026', '2026-04-03'],
  ])('has the date written in %s: %s', (lang, text, day) => {
    const found = metadataOf(
      '',
      `<h1>Eleven bids</h1><span class="date">${text}</span><p>Text.</p>`,
      lang,
      null,
    );
    expect(found.published?.value).toBe(day);
  });

  it('does not take the outlet, an address or a label for an author', () => {
    const head =
      '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">';
    expect(metadataOf(head, '<span class="byline">By</span>').authors).toEqual([]);
    expect(
      metadataOf('<meta property="article:author" content="https://fb.example/post">', '').authors,
    ).toEqual([]);
  });

  it('names the day that readers saw', () => {
    const stated = jsonLd({ '@type': 'NewsArticle', datePublished: '2026-02-25T23:00:00Z' });
    expect(metadataOf(stated, '', 'de').published?.value).toBe('2026-02-26');
    const late = jsonLd({ '@type': 'NewsArticle', datePublished: '2026-02-26T05:10:00Z' });
    const shown = metadataOf(late, '<h1>Bids</h1><p class="date">February 25, 2026</p>', 'en-US', null);
    expect(shown.published?.value).toBe('2026-02-25');
  });

  it('takes a kicker off the headline where a stated title shows where it ends', () => {
    const head = '<meta property="og:title" content="Eleven bids for one channel">';
    expect(metadataOf(head, '<h1><span>Harbours</span> Eleven bids for one channel</h1>').title).toBe(
      'Eleven bids for one channel',
    );
  });

  it('says nothing where the page says nothing', () => {
    expect(metadataOf('', '', 'en', null)).toMatchObject({
      title: null,
      authors: [],
      published: null,
      source: null,
      url: null,
    });
  });
});
