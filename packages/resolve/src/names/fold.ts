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

/** Letters of Slavic, Turkic and Romanian spelling that news without accents writes as two: Klančar, Klanchar. */
const digraphs: Readonly<Record<string, string>> = {
  č: 'ch',
  ć: 'ch',
  ç: 'ch',
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ž: 'zh',
  ț: 'ts',
  ţ: 'ts',
  đ: 'dj',
};

/** The ways to write a name without accents: first with the bare letters, then with đ as dj, then with two letters for each such sound. */
export function unaccentedSpellings(name: string): string[] {
  const composed = name.normalize('NFC').toLowerCase();
  const spelled = composed.replace(/[čćçšşșžțţđ]/gu, (letter) => digraphs[letter] ?? letter);
  return [...new Set([name.toLowerCase(), composed.replaceAll('đ', 'dj'), spelled])];
}

/** The words of a folded name. */
export function words(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ');
}
