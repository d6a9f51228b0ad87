import { annotate, subtreeSpan, spanText, tokenOf } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { loadCueLexicon } from './cue-lexicon.ts';
import { findCues, isAttribution } from './index.ts';

const lexicon = loadCueLexicon();

describe('the cue lexicon', () => {
  it.each([...lexicon.examples])('finds its example: $sentence', ({ sentence, cue, source }) => {
    const doc = annotate(sentence);
    const found = findCues(doc, lexicon).find(({ token }) => tokenOf(doc, token).text === cue);
    const words = found?.source === undefined ? '' : spanText(doc, subtreeSpan(doc, found.source));
    expect(words).toContain(source);
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
