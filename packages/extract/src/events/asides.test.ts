import { describe, expect, it } from 'vitest';
import { createExtractor } from '../extract.ts';
import { plainArticle } from '../plain-article.ts';

const extractor = createExtractor();

/** The events of an article as 'ROOT status'. */
function told(text: string): string[] {
  const { events } = extractor.extract({ ...plainArticle(text), published: '2026-02-05' });
  return events.map(({ type, status }) => `${type} ${status}`);
}

describe('what a text only mentions in passing', () => {
  it.each([
    '"I meet people who attack my family," Sofia Marin said.',
    'Elena Marin said that the prison "has no place for men who kidnap".',
    'Four people were killed.',
    'Ivan Petrov, whose amendment to raid the reserves fell, left the room.',
    'Parliament has the power to detain witnesses.',
    'Ivan Petrov, barred from a third term, toured the north.',
    'Sofia Marin agreed that the rules should be changed.',
  ])('is no event: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ['"We reject the plan of Serbia," Sofia Marin said.', 'REJECT held'],
    ['"A bomb went off in Nairobi on Monday," Sofia Marin said.', 'ASSAULT held'],
    ['Four people were killed in Nairobi on Monday.', 'ASSAULT held'],
    ['Sofia Marin, the only minister to praise Ivan Petrov, left.', 'SUPPORT held'],
    ['Ivan Petrov, arrested on Sunday, is fighting extradition.', 'COERCE held'],
    ['Kenya and Uganda agreed that troops would leave the border.', 'AGREE held'],
  ])('is one: %s', (text, event) => {
    expect(told(text)).toContain(event);
  });
});
