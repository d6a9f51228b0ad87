import { annotate, tokenOf } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { loadCueLexicon } from './cue-lexicon.ts';
import { cueExamples } from './examples.ts';
import { findCues, isAttribution } from './index.ts';

const lexicon = loadCueLexicon();

describe('the cue lexicon', () => {
  const read = (sentence: string) => ({ document: annotate(sentence) });

  it.each([...cueExamples(lexicon, read)])('finds its example: $sentence', (example) => {
    expect(example.matches()).toBe(true);
  });

  it('says so where an example names another source', () => {
    const wrong = { sentence: 'The minister left.', cue: 'left', source: 'the bridge' };
    const [example] = cueExamples({ ...lexicon, examples: [wrong] }, read);
    expect(example?.matches()).toBe(false);
  });
});

describe('an attribution', () => {
  const attributed = (text: string): string[] => {
    const doc = annotate(text);
    return findCues(doc, lexicon)
      .filter((cue) => isAttribution(doc, cue))
      .map(({ token }) => tokenOf(doc, token).text);
  };

  it.each([
    ['what the article says that somebody said', 'Lucia Ferreira said that the dam would hold.', ['said']],
    ['not what somebody is to say', 'Lucia Ferreira refused a chair to say goodbye.', ['refused']],
    ['not what somebody may say', 'Lucia Ferreira may say that the dam is old.', []],
    ['not what stands in quotation marks', '“He says the dam is old,” Lucia Ferreira said.', ['said']],
    ['not what a reported clause tells by the way', 'Lucia Ferreira said Rui Tavares thinks so.', ['said']],
    ['a label before words', 'Ferreira: the dam will hold.', [':']],
  ])('is %s', (_, text, cues) => {
    expect(attributed(text)).toEqual(cues);
  });
});
