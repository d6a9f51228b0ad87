import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '@dragoman/schemas';
import { counted, emptyCount, needsRecount, reasonOf, standingOf, type LineCount } from './line-count.ts';
import { lineKey, shapeOf } from './line-shape.ts';
import { reclean } from './reclean.ts';
import { siteLines, type LearningText } from './site-lines.ts';

const source = 'Harbour Post';
const prompt = 'Ilona made this page for you.';
const label = 'Harbour desk';
const sentence = 'Minister Ozols had called the tender a farce in January.';

function article(number: number, changes: Partial<LearningText> = {}): LearningText {
  return {
    source,
    language: 'en',
    published: `2026-03-${String((number % 28) + 1).padStart(2, '0')}`,
    text: [
      `In week ${number} the board heard from company ${number * 7} about the dredging of the northern channel.`,
      sentence,
      `The ${number} bids were opened in public, the chairwoman of board ${number} said.`,
      `Work on section ${number + 3} of the channel begins in spring.`,
      label,
      `Nobody objected to paragraph ${number + 2}.`,
      `The next of ${number + 9} hearings is in May.`,
      `The port expects ${number + 40} ships a day once it is done.`,
      'Freight rates fell, and insurers of ships followed.',
      prompt,
    ].join('\n'),
    ...changes,
  };
}

/** The counts of every line over articles. */
function countsOf(articles: readonly LearningText[]): Map<string, LineCount> {
  const counts = new Map<string, LineCount>();
  for (const one of articles.map(siteLines)) {
    for (const line of one.lines) {
      const count = counts.get(line.key) ?? emptyCount(one.source, line);
      counts.set(line.key, counted(count, 'added', one, line));
    }
  }
  return counts;
}

function standingIn(articles: readonly LearningText[], text: string): string | null {
  const count = countsOf(articles).get(lineKey(source, text, shapeOf(text, 'en')));
  return count === undefined ? null : standingOf(count);
}

const some = (length: number, changes: Partial<LearningText> = {}): LearningText[] =>
  Array.from({ length }, (_, number) => article(number, changes));

describe('the shape of a line', () => {
  it('is a prompt where the page speaks to its reader in the language of the article', () => {
    expect(shapeOf('Your harbour, every morning since 1931.', 'en')).toBe('prompt');
    expect(shapeOf('Tell us what is wrong with the harbour today, and why.', 'en')).toBe('prompt');
    expect(shapeOf('Der Hafen und die Stadt: jeden Morgen frisch für Sie gemacht.', 'de')).toBe('prompt');
    expect(shapeOf('Le port et la ville, chaque matin, écrits pour vous seuls.', 'fr')).toBe('prompt');
  });

  it('is a sentence where words only look like that', () => {
    for (const [text, language] of [
      ['The US and Iran held indirect talks in Muscat in April, through Oman.', 'en'],
      ['“We will defend your harbour to the end,” the minister had promised.', 'en'],
      ['The minister told us that the harbour would open again in the spring.', 'en'],
      ['Our soldiers had crossed the river in the first week of the war.', 'en'],
      ['Sie hatten im Januar den Hafen geschlossen, nachdem der Sturm kam.', 'de'],
      ['Der Minister kam im Januar. Sie hatten den Hafen da schon geschlossen.', 'de'],
      ['La capitale du pays est tombée au début du mois de janvier 2022.', 'fr'],
      ['O presidente disse que sua visita ao porto acontecerá em janeiro.', 'pt'],
    ] as const)
      expect([text, shapeOf(text, language)]).toEqual([text, 'sentence']);
  });

  it('is a label where it is short and does not end, but not a row of a table or what introduces a list', () => {
    expect(shapeOf('More from the harbour desk', 'en')).toBe('label');
    expect(shapeOf('Brent | 71.20 | +0.4', 'en')).toBe('sentence');
    expect(shapeOf('The demands are:', 'en')).toBe('sentence');
  });

  it('sets numbers equal in prompts only', () => {
    const key = (text: string): string => lineKey(source, text, shapeOf(text, 'en'));
    expect(key('You have 3 articles left')).toBe(key('You have 2 articles left'));
    expect(key('Brent 71 dollars')).not.toBe(key('Brent 72 dollars'));
    expect(key('Harbour Desk')).toBe(key('HARBOUR, DESK'));
  });
});

describe('where a line is boilerplate at its source', () => {
  it('is learned from enough articles: at the edges first, of prompts everywhere', () => {
    expect(standingIn(some(3), prompt)).toBeNull();
    expect(standingIn(some(4), prompt)).toBe('everywhere');
    expect(standingIn(some(9), label)).toBeNull();
    expect(standingIn(some(10), label)).toBe('everywhere');
    const atEnd = some(4, {}).map((one) => ({ ...one, text: `${one.text}\nHarbour weather` }));
    expect(standingIn(atEnd, 'Harbour weather')).toBe('edges');
  });

  it('is never a sentence, however often it recurs', () => {
    expect(standingIn(some(200), sentence)).toBeNull();
  });

  it('counts copies and corrections of one text once', () => {
    const copies = some(12).map((one, number) => ({
      ...article(1),
      published: one.published,
      text: article(1).text.replace('is in May', `is in May ${number}`),
    }));
    expect(standingIn(copies, prompt)).toBeNull();
    expect(standingIn([...copies, ...some(4)], prompt)).toBe('everywhere');
  });

  it('asks for more articles where they are of one day, or of none that is known', () => {
    const published = '2026-03-01';
    expect(standingIn(some(6, { published }), prompt)).toBeNull();
    expect(standingIn(some(7, { published }), prompt)).toBe('everywhere');
    expect(standingIn(some(11, { published: null }), prompt)).toBeNull();
    expect(standingIn(some(12, { published: null }), prompt)).toBe('everywhere');
  });

  it('does not take the entries of a list within articles for labels', () => {
    const listed = some(30).map((one) => ({
      ...one,
      text: one.text.replace(label, 'North pier\nSouth pier\nHarbour desk'),
    }));
    expect(standingIn(listed, label)).toBeNull();
  });

  it('stays boilerplate whatever articles come', () => {
    const any = fc.record({ number: fc.nat(30), dated: fc.boolean(), day: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (arrivals) => {
        const rank = [null, 'edges', 'everywhere'];
        let last = 0;
        const seen: LearningText[] = [];
        for (const { number, dated, day } of arrivals) {
          seen.push(article(number, { published: dated ? `2026-03-0${day + 1}` : null }));
          const now = rank.indexOf(standingIn(seen, label));
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
        }
      }),
      { numRuns: 20 },
    );
  });

  it('depends on the articles that are left alone, whatever came and went', () => {
    const articles = some(80).map(siteLines);
    fc.assert(
      fc.property(fc.array(fc.nat(79), { maxLength: 120 }), (toggled) => {
        const here = new Set<number>();
        let count: LineCount | undefined;
        const step = (number: number, change: 'added' | 'taken'): void => {
          const one = articles[number];
          const line = one?.lines.find(({ text }) => text === prompt);
          if (one === undefined || line === undefined) throw new Error('every article has it');
          count = counted(count ?? emptyCount(source, line), change, one, line);
        };
        for (const number of toggled) {
          step(number, here.has(number) ? 'taken' : 'added');
          if (!here.delete(number)) here.add(number);
          if (count === undefined || needsRecount(count)) continue;
          const anew = standingIn(
            [...here].map((one) => article(one)),
            prompt,
          );
          expect([count.articles, standingOf(count)]).toEqual([here.size, anew]);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('is told in words', () => {
    const count = countsOf(some(6)).get(lineKey(source, prompt, 'prompt'));
    expect(count === undefined ? '' : reasonOf(count, 9)).toBe('recurs in 6 of 9 articles of Harbour Post');
  });
});

describe('an article without what is boilerplate at its source', () => {
  const whole = (text: string, entries: Article['entries'] = []): Article =>
    ({ text, textHash: '', language: 'en', dropped: [], entries }) as unknown as Article;
  const recurs = (line: { text: string }) => (line.text === prompt ? 'recurs-at-source' : null);

  it('loses these lines, each with its reason', () => {
    const cleaned = reclean(whole(article(0).text), source, recurs, () => 'recurs in 4 of 9');
    expect(cleaned.text).not.toContain(prompt);
    expect(cleaned.dropped).toEqual([
      { text: prompt, reason: 'recurs-at-source', detail: 'recurs in 4 of 9' },
    ]);
    expect(cleaned.textHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays whole where half of it would go, but for what a person forbade', () => {
    const odd = whole(`Short.\n${prompt}`);
    expect(reclean(odd, source, recurs)).toBe(odd);
    const forbidden = reclean(odd, source, ({ text }) => (text === prompt ? 'forbidden-at-source' : null));
    expect(forbidden.text).toBe('Short.');
    expect(reclean(odd, source, () => 'forbidden-at-source')).toBe(odd);
  });

  it('keeps the starts of live entries right', () => {
    const text = `${prompt}\nFirst entry of the evening, told in a sentence that is long enough to stay.\nSecond entry.`;
    const live = whole(text, [{ start: prompt.length + 1, time: '10:00' }]);
    expect(reclean(live, source, recurs).entries).toEqual([{ start: 0, time: '10:00' }]);
  });
});
