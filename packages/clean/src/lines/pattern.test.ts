import { describe, expect, it } from 'vitest';
import { compilePattern, fits } from './pattern.ts';
import { PhraseBook, shippedPhrases } from './phrases.ts';
import { phraseTokens } from './tokens.ts';

function matches(pattern: string, text: string): boolean {
  const line = ` ${phraseTokens(text).join(' ')} `;
  return compilePattern(pattern).some((compiled) => fits(compiled, line));
}

describe('a boilerplate pattern', () => {
  it('fits whole lines, whatever the case and the punctuation', () => {
    expect(matches('ready for more', 'READY for more?!')).toBe(true);
    expect(matches('ready for more', 'Ready for more rain')).toBe(false);
  });

  it('spells out alternatives and optional parts, nested ones too', () => {
    const pattern = '(join|sign up (for|to)) [our] list';
    expect(matches(pattern, 'Sign up to our list')).toBe(true);
    expect(matches(pattern, 'Join list')).toBe(true);
    expect(matches(pattern, 'Sign up our list')).toBe(false);
  });

  it('leaves gaps where it says so, and reads any number as one', () => {
    expect(matches('follow ... on x', 'Follow our reporters on X')).toBe(true);
    expect(matches('follow ... on x', 'Follow our reporters on Xerxes')).toBe(false);
    expect(matches('yes #', 'Yes (1,204)')).toBe(true);
    expect(matches('tags [: ...]', 'Tags: a, b')).toBe(true);
    expect(matches('tags [: ...]', 'Tags on the quay')).toBe(false);
  });

  it('compares Chinese character by character', () => {
    expect(matches('责任编辑 : ...', '责任编辑：王小明')).toBe(true);
  });

  it('is refused where its brackets do not close or no word is left', () => {
    expect(() => compilePattern('(a|b')).toThrow(/unbalanced/);
    expect(() => compilePattern('... !')).toThrow(/without words/);
  });

  it('prefers a phrase that is not weak', () => {
    const book = new PhraseBook([
      { reason: 'navigation', weak: true, heads: false, guarded: false, maxWords: 24, patterns: ['share'] },
      {
        reason: 'sharing',
        weak: false,
        heads: false,
        guarded: false,
        maxWords: 24,
        patterns: ['share [...]'],
      },
    ]);
    expect(book.match(['share'], false)?.reason).toBe('sharing');
  });

  it('comes with the package in data that fits its schema', () => {
    expect(shippedPhrases().match(phraseTokens('Loading comments...'), false)?.reason).toBe('comments');
  });

  it('answers a line of 200,000 words without going back and forth', () => {
    const long = phraseTokens('follow us on '.repeat(70_000));
    expect(shippedPhrases().match(long, false)).toBeNull();
  });
});
