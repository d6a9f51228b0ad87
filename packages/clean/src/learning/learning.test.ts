import type { Article } from '@dragoman/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, learnedBoilerplate } from './learned.ts';
import { lineCounts } from './occurrences.ts';
import { reclean } from './reclean.ts';

const prompt = 'Harbour Post walks on coffee: buy us one';
const sentence = 'Minister Ozols had called the tender a farce in January.';

function article(number: number, changes: Partial<Article> = {}): Article {
  const body = `In week ${'abcdefghijklmnopqrstuvwxyz'[number]} the board heard from company ${'zyxwvutsrqponmlkjihgfedcba'[number]} about the dredging of the northern channel at Riga.`;
  return {
    id: `a${number}`,
    inputId: `a${number}`,
    url: null,
    source: 'Harbour Post',
    language: 'en',
    title: null,
    authors: [],
    published: `2026-03-${String(number + 1).padStart(2, '0')}`,
    publishedFrom: 'stated',
    modified: null,
    modifiedFrom: null,
    section: null,
    keywords: [],
    dateline: null,
    text: [
      body,
      sentence,
      `The ${number} bids were opened in public, said the chairwoman, Ilona Varga.`,
      'Work begins in spring, she said.',
      'Nobody objected.',
      prompt,
    ].join('\n'),
    textHash: '',
    asides: [],
    entries: [],
    dropped: [],
    notes: [],
    fetched: null,
    cleanerVersion: '1',
    ...changes,
  };
}

const learnFrom = (articles: readonly Article[]) =>
  learnedBoilerplate(countLines(articles.flatMap(lineCounts)));

describe('learning what recurs at a source', () => {
  const six = Array.from({ length: 6 }, (_, index) => article(index));

  it('drops a prompt that many articles end with, and says why', () => {
    const cleaned = reclean(article(0), learnFrom(six));
    expect(cleaned.text).not.toContain(prompt);
    expect(cleaned.dropped).toEqual([{ text: prompt, reason: 'recurs-at-source' }]);
    expect(cleaned.textHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('never takes out a sentence from inside the articles, and nothing at other sources', () => {
    expect(reclean(article(0), learnFrom(six)).text).toContain(sentence);
    const elsewhere = article(0, { source: 'Riga Courier' });
    expect(reclean(elsewhere, learnFrom(six))).toBe(elsewhere);
  });

  it('does not learn from few articles, from one day, or from copies of one', () => {
    expect(learnFrom(six.slice(0, 2)).size).toBe(0);
    expect(learnFrom(six.map((each) => ({ ...each, published: '2026-03-01' }))).size).toBe(0);
    expect(learnFrom(six.map((each) => ({ ...article(0), published: each.published }))).size).toBe(0);
  });

  it('takes nothing where most of an article would go', () => {
    const odd = article(0, { text: `Short.\n${prompt}` });
    expect(reclean(odd, learnFrom(six))).toBe(odd);
  });

  it('sets the starts of live entries right', () => {
    const text = `${prompt}\nFirst entry of the evening, told in a sentence that is long enough to stay.\nSecond entry.`;
    const live = article(0, { text, entries: [{ start: prompt.length + 1, time: '10:00' }] });
    expect(reclean(live, learnFrom(six)).entries).toEqual([{ start: 0, time: '10:00' }]);
  });

  it('depends on the set of articles only, not on order or repetition', () => {
    const expected = [...learnFrom(six)].map(([source, lines]) => [source, [...lines]]);
    fc.assert(
      fc.property(fc.shuffledSubarray(six, { minLength: 6 }), fc.subarray(six), (shuffled, again) => {
        const learned = learnFrom([...shuffled, ...again]);
        expect([...learned].map(([source, lines]) => [source, [...lines]])).toEqual(expected);
      }),
    );
  });
});
