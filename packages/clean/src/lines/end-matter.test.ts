import { describe, expect, it } from 'vitest';
import { filterLines } from './filter.ts';

const article = [
  'The swing bridge at Brenholm was closed on Wednesday night after the jib of a crane tore through its handrail.',
  'Nobody was hurt, and the harbour office said that the crane’s driver had been told the bridge would be open.',
  'Councillors were told in January that the hydraulic motors of 1974 could not be relied on in the cold.',
  'The repair will cost about £310,000, of which the insurers have so far agreed to pay nothing at all.',
  'A spokesman said the list had been deleted by mistake.',
];

const kept = (below: readonly string[], above: readonly string[] = article): string[] =>
  filterLines(
    [...above, ...below].map((text) => ({ text, tag: 'P' })),
    { scraped: true },
  ).kept.map(({ text }) => text);

describe('the end of scraped text', () => {
  it('is where labels and lines to the reader outweigh sentences', () => {
    const below = [
      'Around the harbour',
      'Ferry to Sund: what the new timetable brings',
      'It corrects its errors.',
      'If you saw the crane fall, our desk would like a word',
      'Tides at Brenholm',
    ];
    expect(kept(below)).toEqual(article);
  });

  it('takes no line without one that is surely the page’s', () => {
    const below = ['Three motors', 'Two pumps and a winch', 'One spare handrail'];
    expect(kept([...below, 'That is all there was.'])).toEqual([
      ...article,
      ...below,
      'That is all there was.',
    ]);
  });

  it('leaves a short line in the middle, and the sentences around it', () => {
    const middle = ['What went wrong', ...article.map((line) => line.replace('The', 'A'))];
    expect(kept(middle)).toEqual([...article, ...middle]);
  });

  it('leaves guides alone, which speak to their readers throughout', () => {
    const guide = article.map((line) => `If you go there, you will hear this. ${line}`);
    const below = ['Where to park', 'You can leave your car behind the customs house', 'Getting back'];
    expect(kept(below, guide)).toEqual([...guide, ...below]);
  });
});

describe('a line that begins with what somebody says', () => {
  it('is the article’s, whatever the words', () => {
    const line = '“Please rate this article,” it asked a resident who had locked himself out.';
    expect(kept([line, article[0] ?? ''])).toContain(line);
  });
});
