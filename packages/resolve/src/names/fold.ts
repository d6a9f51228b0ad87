/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * A name without accents, case and punctuation, its words joined by single spaces.
 * Possessive 's and apostrophes inside words go (Sana'a → sanaa); hyphens part words.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðþßæœıəħŋ]/gu, (letter) => letters[letter] ?? letter)
    .replace(/[’'ʼ`´]s(?![\p{L}\p{N}])/gu, '')
    .replace(/[’'ʼ`´ʻʿʾ]/gu, '')
    .replace(/(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a folded name. */
export function words(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ');
}
