import { annotate } from '@dragoman/nlp';
import { extractionSchema } from '@dragoman/schemas';
import { describe, expect, it } from 'vitest';
import { contextOf } from './coreference/coreference.ts';
import { renderExplanation } from './explain.ts';
import { createExtractor } from './extract.ts';
import { toGold } from './gold.ts';

const extractor = createExtractor();
const text =
  'Kenyan President William Ruto met French President Emmanuel Macron in Paris on Monday. "We agreed," Macron said.\nIran funds Hezbollah.';
const article = { ...contextOf(annotate(text)).article, id: 'a', inputId: 'in', published: '2025-06-11' };

describe('createExtractor', () => {
  it('gives an extraction that fits the schema, each item with its rule and spans within the text', () => {
    const extraction = extractionSchema.parse(extractor.extract(article));
    const items = [
      ...extraction.entities,
      ...extraction.positions,
      ...extraction.meetings,
      ...extraction.relations,
      ...extraction.statements,
    ];
    expect(items.length).toBeGreaterThan(5);
    for (const { rule, spans } of items) {
      expect(rule).not.toBe('');
      for (const { start, end } of spans) expect(text.slice(start, end)).not.toBe('');
    }
  });

  it('gives the same extraction every time', () => {
    expect(extractor.extract(article)).toEqual(extractor.extract(article));
  });

  it('says of another language that it is not read', () => {
    const german = { ...article, language: 'de', text: 'Der Kanzler traf den Präsidenten.' };
    expect(extractor.extract(german)).toMatchObject({
      read: false,
      entities: [],
      meetings: [],
      statements: [],
    });
    expect(renderExplanation(extractor.explain(german))).toContain('not read');
  });

  it('shows the rule, the sentence and the parse of every fact', () => {
    const explanation = renderExplanation(extractor.explain(article));
    expect(explanation).toContain('sentence  Iran funds Hezbollah.');
    expect(explanation).toMatch(/rule {6}relations\.funds\.fund/);
    expect(explanation).toMatch(/funds +VERB +root/);
  });

  it('prints the annotation format with the cleaned text', () => {
    expect(toGold(article, extractor.extract(article))).toMatchObject({
      id: 'in',
      text,
      published: '2025-06-11',
      language: 'en',
    });
  });
});
