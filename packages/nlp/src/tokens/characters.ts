/** Classes of characters, memoised by code point: what the tokeniser decides by. */

export const Character = {
  space: 1,
  letter: 2,
  digit: 3,
  /** Underscore, counted as a letter inside a word. */
  underscore: 4,
  /** Combining marks, joiners, soft hyphens and variation selectors: they stay with what stands before them. */
  mark: 5,
  emoji: 6,
  regional: 7,
  other: 8,
} as const;
export type Character = (typeof Character)[keyof typeof Character];

const unknown = 0;
const memo = new Uint8Array(0x30000).fill(unknown);

function classify(codePoint: number): Character {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return Character.other;
  const character = String.fromCodePoint(codePoint);
  // Control characters separate like spaces, so do the byte order mark and zero-width spaces.
  if (/[\s\p{Cc}\u200b\ufeff\u2060]/u.test(character)) return Character.space;
  if (/[\p{M}\p{Cf}]|\p{Emoji_Modifier}/u.test(character)) return Character.mark;
  if (/\p{L}/u.test(character)) return Character.letter;
  if (/\p{N}/u.test(character)) return Character.digit;
  if (character === '_') return Character.underscore;
  if (/\p{Regional_Indicator}/u.test(character)) return Character.regional;
  if (/\p{Extended_Pictographic}/u.test(character)) return Character.emoji;
  return Character.other;
}

/** The class of a code point. */
export function characterClass(codePoint: number): Character {
  if (codePoint >= memo.length) return classify(codePoint);
  const known = memo[codePoint] ?? unknown;
  if (known !== unknown) return known as Character;
  const found = classify(codePoint);
  memo[codePoint] = found;
  return found;
}

/** The class of the character that starts at an offset; `space` outside the text. */
export function classAt(text: string, offset: number): Character {
  const codePoint = text.codePointAt(offset);
  return codePoint === undefined ? Character.space : characterClass(codePoint);
}

/** How many UTF-16 units the character at an offset takes. */
export function widthAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(offset + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}
