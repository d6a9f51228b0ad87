import { memoised } from '@dragoman/core';

/**
 * How a word of a name sounds, roughly, whatever transliteration it came through: the base of `spellingDistance`.
 * Vowels fall into three classes (A, I, U) and consonants lose what spellings vary in, so Ghirmay, Girmai and Girmay
 * are one, while Hassan and Hussein, which differ in their vowels, are two.
 */
export const soundOf = memoised((word) => {
  let rest = eastSlavic(word)
    .replace(/^ye/u, 'e')
    .replace(/^[ji]e(?=[rv])/u, 'e');
  for (const [pattern, replacement] of consonants) rest = rest.replace(pattern, replacement);
  rest = rest.replace(/([bcdfghjklmnpqrstvwxzCSJX])\1+/gu, '$1');
  rest = rest.replace(/(?<=.)h(?![aeiouy])/gu, '');
  return rest.replace(/[aeiouy]+/gu, vowelClass);
});

const eastSlavicEnd = /(?:v[iy]ch|enk[oa]|sk[iy]i?y?|[eo]va?|skaya|chuk|[iy]uk)$/u;

/** Ukrainian and Belarusian write h where Russian writes g: Hrynkevich, Grinkevich. */
function eastSlavic(word: string): string {
  if (!word.includes('h') || !eastSlavicEnd.test(word)) return word;
  return word.replace(/(?<![ckpstzdg])h/gu, 'g');
}

/** The consonants of a word in broad classes. */
export const skeletonOf = memoised((word) => {
  const sound = soundOf(word);
  const broad = sound.replace(/[AIUh]/gu, '').replace(/./gu, (symbol) => broadClass[symbol] ?? symbol);
  const single = broad.replace(/(.)\1+/gu, '$1');
  return single === '' ? sound : single;
});

/**
 * The skeletons under which a word is found: any two words that `spellingDistance` may call one have one in common. A kh may be
 * written h elsewhere (Khamroev, Hamroyev), and h leaves no trace.
 */
export function skeletonsOf(word: string): string[] {
  const own = skeletonOf(word);
  if (!word.includes('kh')) return [own];
  return [...new Set([own, skeletonOf(word.replaceAll('kh', 'h'))])];
}

const consonants: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz|ch/gu, 'C'],
  [/sch|sh|sz/gu, 'S'],
  [/dj|dzh|zh/gu, 'J'],
  [/ts|tz/gu, 'z'],
  [/gh/gu, 'g'],
  [/kh/gu, 'X'],
  [/ck|q/gu, 'k'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/dh/gu, 'd'],
  [/x/gu, 'ks'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/w(?![aeiouy])/gu, 'u'],
  [/w/gu, 'v'],
  [/j/gu, 'J'],
  [/z/gu, 's'],
];

const broadClass: Readonly<Record<string, string>> = {
  g: 'k',
  q: 'k',
  d: 't',
  b: 'p',
  f: 'v',
  S: 's',
  C: 's',
  J: 'j',
  X: 'k',
};

function vowelClass(run: string): string {
  const glide = /^[iy]+(?=[aou])/u.exec(run);
  if (glide !== null && run.length > glide[0].length) return `I${simpleClass(run.slice(glide[0].length))}`;
  return simpleClass(run);
}

function simpleClass(run: string): string {
  if (/[ou]/u.test(run)) return 'U';
  return /[eiy]/u.test(run) ? 'I' : 'A';
}

const vowels = new Set(['A', 'I', 'U']);
const near = new Set([
  'gk',
  'kg',
  'td',
  'dt',
  'bp',
  'pb',
  'fv',
  'vf',
  'Ss',
  'sS',
  'CS',
  'SC',
  'Cs',
  'sC',
  'gJ',
  'Jg',
  'Xg',
  'gX',
]);
/** Letters for the sound that is written kh: more often k than h. */
const throaty: Readonly<Record<string, number>> = { Xk: 0.05, kX: 0.05, Xh: 0.3, hX: 0.3 };
const mildVowel = 0.3;
const strongVowel = 0.8;
const nearConsonant = 0.4;
const medialVowel = 0.4;
const medialBreath = 0.3;
const never = 2;

/**
 * How far two folded words are as spellings of one name: 0 the same sound, up to about 1 a possible variant, more: two names.
 * A weighted edit distance over sounds; a vowel more at the end (Amin, Amina) makes another name.
 */
export function spellingDistance(left: string, right: string): number {
  if (left === right) return 0;
  const a = soundOf(left);
  const b = soundOf(right);
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 3) return never;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => (j === 0 ? 0 : never * j));
  for (let i = 1; i <= a.length; i += 1) {
    const row = [never * i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? never) + replaceCost(a[i - 1] ?? '', b[j - 1] ?? '');
      const dropped = (previous[j] ?? never) + dropCost(a, i - 1);
      const added = (row[j - 1] ?? never) + dropCost(b, j - 1);
      row.push(Math.min(replaced, dropped, added));
    }
    previous = row;
  }
  return previous[b.length] ?? never;
}

function replaceCost(x: string, y: string): number {
  if (x === y) return 0;
  if (vowels.has(x) && vowels.has(y)) return x === 'U' || y === 'U' ? strongVowel : mildVowel;
  return throaty[x + y] ?? (near.has(x + y) ? nearConsonant : never);
}

function dropCost(sound: string, at: number): number {
  const symbol = sound[at] ?? '';
  const medial = at > 0 && at < sound.length - 1;
  if (medial && vowels.has(symbol)) return medialVowel;
  if (medial && symbol === 'X') return nearConsonant;
  return medial && symbol === 'h' ? medialBreath : never;
}
