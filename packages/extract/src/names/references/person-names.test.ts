import { describe, expect, it } from 'vitest';
import { loadNameLexicons } from '../lexicons.ts';
import { isPartOf, personName, sameFullName } from './person-names.ts';

const lexicons = loadNameLexicons();
const words = (name: string): readonly string[] => personName(name, lexicons).words;
const same = (a: string, b: string): boolean => sameFullName(words(a), words(b), lexicons.shortNames);

describe('personName', () => {
  it('leaves out suffixes and accents', () => {
    expect(words('Joseph R. Biden, Jr.')).toEqual(['joseph', 'r', 'biden']);
    expect(words('François Hollande')).toEqual(['francois', 'hollande']);
  });
});

describe('sameFullName', () => {
  it('takes initials, short forms and hyphens for what they stand for', () => {
    expect(same('Joseph R. Biden, Jr.', 'Joe Biden')).toBe(true);
    expect(same('Folasade Adeyinka-Cole', 'Folasade Adeyinka Cole')).toBe(true);
    expect(same('Houssein Waberi', 'Houssein Waberi Robleh')).toBe(true);
  });

  it('keeps relatives apart', () => {
    expect(same('Ludmila Gaidarji', 'Petru Gaidarji')).toBe(false);
    expect(same('George Bush', 'Laura Bush')).toBe(false);
  });
});

describe('isPartOf', () => {
  it('finds a surname of two words within a full name, and no scattered words', () => {
    expect(isPartOf(['suu', 'kyi'], ['aung', 'san', 'suu', 'kyi'])).toBe(true);
    expect(isPartOf(['aung', 'kyi'], ['aung', 'san', 'suu', 'kyi'])).toBe(false);
  });
});
