/** Tokens that start with neither a letter nor a digit: punctuation, handles, tags, emoji, clitics. */
import { Character, classAt, widthAt } from './characters.ts';
import { addressEnd, matchEnd, runEnd, type Scan } from './tokenise.ts';

const isWordCharacter = (kind: Character): boolean =>
  kind === Character.letter || kind === Character.digit || kind === Character.underscore;

/** The end of the token that starts at an offset. */
export function symbolEnd(scan: Scan, at: number): number {
  const { text } = scan;
  const kind = classAt(text, at);
  if (kind === Character.emoji || kind === Character.regional) return emojiEnd(text, at, kind);
  const character = text[at] ?? '';
  const special = startsWithSign(scan, at, character);
  if (special > 0) return special;
  const face = emoticonEnd(scan, at);
  if (face > 0) return face;
  const run = runOfSigns(text, at, character);
  if (run > 0) return run;
  return withMarks(text, at + widthAt(text, at));
}

/** @handle, #tag, 's, '90s, +44; -1 for any other. */
function startsWithSign(scan: Scan, at: number, character: string): number {
  const { text } = scan;
  const isFree = at === 0 || !isWordCharacter(classAt(text, at - 1));
  switch (character) {
    case '@':
      return isFree ? matchEnd(/@\w{2,64}/y, text, at) : -1;
    case '#':
      return isFree ? matchEnd(/#\p{L}[\p{L}\p{N}_]{1,100}/uy, text, at) : -1;
    case '+':
      return isFree ? matchEnd(/\+\d{1,3}(?!\d)/y, text, at) : -1;
    case '_':
      return Math.max(addressEnd(scan, at), matchEnd(/_{2,}/y, text, at));
    case "'":
    case '’':
    case '‘':
      return apostropheEnd(scan, at, isFree);
    default:
      return -1;
  }
}

/** A clitic cut off from the word before it, a year, or a word that lost its beginning; -1 for a quotation mark. */
function apostropheEnd(scan: Scan, at: number, isFree: boolean): number {
  const { text, lexicon } = scan;
  const doubled = matchEnd(/''|’’|‘’/y, text, at);
  if (doubled > 0) return doubled;
  const decade = matchEnd(/['’‘]\d0s(?!\w)|['’‘]\d\d(?![\w'’])/y, text, at);
  if (isFree && decade > 0) return decade;
  const end = runEnd(text, at + 1);
  const word = text.slice(at + 1, Math.min(end, at + 7)).toLowerCase();
  if (lexicon.clitics.has(word)) return end;
  if (!isFree || !lexicon.apostropheWords.has(word)) return -1;
  return word === 'n' && /['’]/.test(text[end] ?? '') ? end + 1 : end;
}

function emoticonEnd(scan: Scan, at: number): number {
  const { text, lexicon } = scan;
  if (!/[:;=(^<]/.test(text[at] ?? '')) return -1;
  for (let length = 3; length >= 2; length--) {
    const end = at + length;
    if (!lexicon.emoticons.has(text.slice(at, end))) continue;
    const after = classAt(text, end);
    const closesBracket = text[at] === '(' || isWordCharacter(after);
    if (!closesBracket && classAt(text, at - 1) === Character.space) return end;
  }
  return -1;
}

/** Signs that make one token when repeated: ..., --, ?!, ***, <<. */
function runOfSigns(text: string, at: number, character: string): number {
  switch (character) {
    case '.':
    case '!':
    case '?':
      return matchEnd(/\.{2,2000}|[!?.]{2,2000}/y, text, at);
    case '…':
      return matchEnd(/…+\.*/y, text, at);
    case '-':
      return matchEnd(/-{2,2000}>?|->/y, text, at);
    case '`':
      return matchEnd(/``/y, text, at);
    case '*':
    case '=':
    case '~':
    case '+':
    case '#':
    case '<':
    case '>':
    case '—':
    case '$':
    case '•':
    case '|':
      return sameRunEnd(text, at, character);
    default:
      return -1;
  }
}

function sameRunEnd(text: string, at: number, character: string): number {
  let end = at + 1;
  while (text[end] === character) end++;
  return end;
}

/** Emoji with its joiners and skin tones; flags are two letters. */
function emojiEnd(text: string, at: number, kind: Character): number {
  let end = at + widthAt(text, at);
  if (kind === Character.regional)
    return classAt(text, end) === Character.regional ? end + widthAt(text, end) : end;
  for (;;) {
    const marked = withMarks(text, end);
    const joins = marked > end && text[marked - 1] === '\u200d' && classAt(text, marked) === Character.emoji;
    end = joins ? marked + widthAt(text, marked) : marked;
    if (!joins) return end;
  }
}

function withMarks(text: string, from: number): number {
  let end = from;
  while (end < text.length && classAt(text, end) === Character.mark) end += widthAt(text, end);
  return end;
}
