import { describe, expect, it } from 'vitest';
import { fingerprint, isCopy, similarity } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Paragraphs of invented news; a seed gives the same ones every time. */
function paragraphs(seed: number, count: number): string[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const word = (): string =>
    `${'bcdfglmnprstv'[next(13)]}${'aeiou'[next(5)]}${'lmnrst'[next(6)]}${'aeiou'[next(5)]}${next(40)}`;
  return Array.from({ length: count }, () => `${Array.from({ length: 45 }, word).join(' ')}.`);
}

const wire = paragraphs(7, 12);
const prints = (lines: readonly string[]): Fingerprint => fingerprint(lines.join('\n'));
const meet = (a: Fingerprint, b: Fingerprint): boolean => a.bands.some((band) => b.bands.includes(band));

describe('the fingerprint of a text', () => {
  it('finds a copy whatever its outlet did to it', () => {
    const copies: Record<string, string[]> = {
      'spacing and case': wire.map((line) => `  ${line.toUpperCase()}`),
      'a dateline': [`LONDON, March 2 (Agency) — ${wire[0]}`, ...wire.slice(1)],
      'half its tail lost': wire.slice(0, 6),
      'two thirds of its tail lost': wire.slice(0, 4),
      'paragraphs left out': wire.filter((_, index) => index % 4 !== 3),
      'boilerplate at the end': [...wire, ...paragraphs(99, 2)],
      'edited words': wire.map((line) => line.replace(/(\S+) (\S+)$/, '$1 instead')),
    };
    const original = prints(wire);
    for (const [what, lines] of Object.entries(copies)) {
      const copy = prints(lines);
      expect(meet(original, copy), what).toBe(true);
      expect(isCopy(original, copy), what).toBe(true);
      expect(isCopy(copy, original), what).toBe(true);
    }
  });

  it('does not take a follow-up that quotes two paragraphs for a copy', () => {
    const followUp = [...paragraphs(11, 3), ...wire.slice(0, 2), ...paragraphs(12, 7)];
    expect(isCopy(prints(wire), prints(followUp))).toBe(false);
    expect(isCopy(prints(wire.slice(0, 2)), prints(followUp))).toBe(false);
  });

  it('keeps other texts apart, short ones too', () => {
    expect(meet(prints(wire), prints(paragraphs(8, 12)))).toBe(false);
    expect(isCopy(fingerprint('Talks end.'), fingerprint('Talks begin.'))).toBe(false);
    expect(isCopy(fingerprint('Talks end.'), fingerprint('Talks  END'))).toBe(true);
    expect(isCopy(fingerprint(''), prints(wire))).toBe(false);
  });

  it('estimates how much of one text another holds', () => {
    const { jaccard, containment } = similarity(prints(wire), prints(wire.slice(0, 6)));
    expect(jaccard).toBeGreaterThan(0.35);
    expect(jaccard).toBeLessThan(0.65);
    expect(containment).toBeGreaterThan(0.75);
  });

  it('works for scripts without spaces', () => {
    const text =
      '港务局周一表示，北航道的疏浚工程将于三月开始，预计持续两年，共有十一家公司参与投标，其中三家来自国外。';
    const other =
      '外交部发言人周三说，两国代表团将在下个月举行第三轮会谈，地点尚未确定，双方都没有公布代表团的名单和议程。';
    expect(isCopy(fingerprint(text), fingerprint(`新华社消息 ${text}`))).toBe(true);
    expect(isCopy(fingerprint(text), fingerprint(other))).toBe(false);
  });
});
