import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseUrl } from './canonical-url.ts';

describe('an address', () => {
  it.each([
    ['http://WWW.Post.example/a/?utm_source=x&id=7#top', 'https://www.post.example/a?id=7'],
    ['https://post.example//a//b/', 'https://post.example/a/b'],
    ['https://post.example/index.html', 'https://post.example/'],
    ['https://post.example/a?fbclid=1&gclid=2', 'https://post.example/a'],
    ['https://post.example/a?b=2&a=1', 'https://post.example/a?a=1&b=2'],
    ['https://user:pw@post.example:8443/a', 'https://post.example/a'],
  ])('%s becomes %s', (address, expected) => {
    expect(normaliseUrl(address)).toBe(expected);
  });

  it('is read against the page that names it', () => {
    expect(normaliseUrl('/a', 'https://post.example/b/c')).toBe('https://post.example/a');
  });

  it.each(['', 'mailto:a@b.example', 'javascript:void(0)', 'not an address'])('is null for %j', (address) => {
    expect(normaliseUrl(address)).toBeNull();
  });

  it('normalised twice is the same', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = normaliseUrl(address);
        expect(once === null ? null : normaliseUrl(once)).toBe(once);
      }),
    );
  });
});
