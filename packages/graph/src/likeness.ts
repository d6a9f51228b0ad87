/** Likeness from which one name is taken for another that is misspelt. */
export const near = 0.84;
const likenessOfPart = 0.9;

/**
 * 1 for the same name, less for slips by how many there are. A part of a name (a surname) is worth the same whatever the
 * rest, and so are its words in another order, so that several that have it are told as several.
 */
export function likenessOf(name: string, words: string): number {
  const [a, b] = [folded(name), folded(words)];
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const slips = Math.min(1 - editDistance(a, b) / Math.max(a.length, b.length), 0.99);
  if (` ${a} `.includes(` ${b} `)) return Math.max(slips, likenessOfPart);
  const all = new Set(a.split(' '));
  const hasAll = b.split(' ').every((word) => all.has(word));
  return hasAll ? Math.max(slips, near) : slips;
}

/** Without accents, capitals and everything but letters, digits and single spaces. */
export function folded(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Damerau's and Levenshtein's distance (two letters that changed places are one slip), over names cut to a hundred characters. */
function editDistance(left: string, right: string): number {
  const [a, b] = [left.slice(0, 100), right.slice(0, 100)];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(replaced, swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
