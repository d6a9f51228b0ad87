import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

const lines = (text: string, hints = {}): string[] => cleanText(text, hints).lines.map((line) => line.text);

describe('cleaning text that was scraped already', () => {
  it('joins sentences that were broken around quotations', () => {
    const text = [
      'The minister told reporters in Riga that the cabinet had agreed to discuss',
      '"access to the northern channel"',
      'and its',
      '"long-standing claims."',
      'He named no date.',
      '"We will pay what we owe,"',
      'Ozols stated.',
      'Varga said,',
      '"Nobody asked us to."',
    ].join('\n');
    expect(lines(text)).toEqual([
      'The minister told reporters in Riga that the cabinet had agreed to discuss "access to the northern channel" and its "long-standing claims."',
      'He named no date.',
      '"We will pay what we owe," Ozols stated.',
      'Varga said, "Nobody asked us to."',
    ]);
  });

  it('takes out counts and buttons under the title, not the summary', () => {
    const body = [
      'The ferry between Neu and Sund has stopped, and the captain has retired after forty-four years on the river.',
      'The district advertised his post once, in its own newsletter, which three hundred people read.',
      'Nobody answered.',
    ];
    const summary = 'Nobody applied for the post that the district advertised for a ferry captain';
    const text = [
      'Ferry to Sund stops as its captain retires',
      '1.4K shares',
      'Size A- A+',
      summary,
      ...body,
    ];
    expect(lines(text.join('\n\n'))).toEqual([summary, ...body]);
  });

  it('joins sentences whose links stand on lines of their own', () => {
    const paragraph = [
      'The head of',
      'NATO',
      'said on Monday that',
      'Ilona Varga',
      ', who chairs the board, had met',
      'Mart Ozols',
      'in Riga.',
    ];
    const whole =
      'The head of NATO said on Monday that Ilona Varga, who chairs the board, had met Mart Ozols in Riga.';
    expect(lines([...paragraph, ...paragraph].join('\n'))).toEqual([whole, whole]);
  });

  it('leaves headings, questions and whole paragraphs apart', () => {
    const text = [
      'The talks at the harbour ended on Sunday night without a contract, the ministry said.',
      'Who was in the room?',
      '"I was," said Varga, who had flown in from Riga on the night before the talks began.',
      'What started the fire',
      'The board denies that its own staff had anything to do with the blaze in the warehouse.',
    ].join('\n');
    expect(lines(text)).toEqual(text.split('\n'));
  });

  it('rebuilds tables that were taken apart at their bars', () => {
    const table =
      '|\nIssue |\nTheir side |\nOur side |\n|\nFees |\nFive per cent |\nNone |\nThe talks ended there.';
    expect(lines(table)).toEqual([
      'Issue | Their side | Our side',
      'Fees | Five per cent | None',
      'The talks ended there.',
    ]);
    expect(lines('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual(['a | b', '1 | 2']);
  });

  it('undoes hard wraps', () => {
    const wrapped = [
      'The harbour board said on Monday that the dredging of the',
      'northern channel would begin in March and last two years and',
      'that its chairwoman had signed the contract with the company',
      'from Riga on the evening before the tender had been closed by',
      'the ministry, whose lawyers had looked at all eleven bids and',
      'found nothing amiss.',
      '',
      'Work begins in March.',
    ].join('\n');
    expect(lines(wrapped)).toHaveLength(2);
  });

  it('keeps the bullets of a summary and the dateline, and reads the dateline', () => {
    const text = [
      '- Eleven companies bid for the dredging of the northern channel at Riga.',
      '- Work begins in March.',
      'Riga (Harbour Post) March 2, 2026 – The board has chosen a company from Tallinn for the work, it said on Monday.',
      'Its chairwoman, Ilona Varga, told reporters that the tender had drawn eleven bids.',
    ].join('\n');
    const cleaned = cleanText(text);
    expect(cleaned.lines.map((line) => line.text)[0]).toBe(
      'Eleven companies bid for the dredging of the northern channel at Riga.',
    );
    expect(cleaned.dateline).toEqual({ place: 'Riga', agency: 'Harbour Post', date: '2026-03-02' });
    expect(cleaned.published).toEqual({ value: '2026-03-02', from: 'dateline' });
    expect(cleaned.lines.at(-2)?.text).toMatch(/^Riga \(Harbour Post\)/);
  });

  it('takes the title off the top, below the menu', () => {
    const text = [
      'Skip to content',
      'Harbours',
      'Eleven companies bid for the northern channel',
      'The harbour board said on Monday that the dredging of the northern channel would begin in March and last two years.',
      'Its chairwoman, Ilona Varga, told reporters that the tender had drawn eleven bids, three of them from abroad.',
      'Enjoyed this article?',
      'Yes (12)',
    ].join('\n\n');
    const cleaned = cleanText(text);
    expect(cleaned.title).toBe('Eleven companies bid for the northern channel');
    expect(cleaned.lines).toHaveLength(2);
    expect(cleaned.dropped.map(({ reason }) => reason)).toEqual([
      'navigation',
      'outside-article',
      'title-repeated',
      'newsletter',
      'vote',
    ]);
  });

  it('reads authors and date off lines of their own', () => {
    const text = [
      'Eleven companies bid for the northern channel',
      'By Mina Holt and Karl Voss',
      'Published on 3 March 2026, 14:05',
      'The harbour board said on Monday that the dredging of the northern channel would begin in March and last two years.',
      'Its chairwoman, Ilona Varga, told reporters that the tender had drawn eleven bids, three of them from abroad.',
    ].join('\n');
    const cleaned = cleanText(text);
    expect(cleaned.authors).toEqual(['Mina Holt', 'Karl Voss']);
    expect(cleaned.published).toEqual({ value: '2026-03-03', from: 'date line' });
    expect(cleaned.title).toBe('Eleven companies bid for the northern channel');
  });

  it('finds the article among menus and footers', () => {
    const menu = Array.from(
      { length: 30 },
      (_, index) => `Menu entry ${'abcdefghijklmnopqrstuvwxyzabcd'[index]}`,
    );
    const article = Array.from(
      { length: 6 },
      (_, index) =>
        `In week ${index + 1} the board heard that the dredging of the channel had to wait for calmer weather.`,
    );
    const footer = Array.from({ length: 20 }, (_, index) => `Teaser number ${index} of many`);
    const cleaned = cleanText([...menu, ...article, 'Related stories', ...footer].join('\n'));
    expect(cleaned.lines.map((line) => line.text)).toEqual(article);
  });

  it('gets through texts of many lines that are of no use', () => {
    expect(lines('Home\n'.repeat(150_000))).toEqual([]);
    expect(lines(`${'| a '.repeat(100_000)}|`)).toHaveLength(1);
  });

  it('makes nothing of an empty text', () => {
    expect(cleanText(' \n\n').lines).toEqual([]);
  });
});
