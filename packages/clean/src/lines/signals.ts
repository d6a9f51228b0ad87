import { bylinePrefix, bylineWords } from './byline-words.ts';
import { dateWords } from './date-words.ts';
import { fold, wordCount } from './tokens.ts';

const terminal = /[.!?…。！？।؟][\s"'”’»›)\]」』）]*$/u;
const wordless = /^[^\p{L}\p{N}]*$/u;
const isLatinLetter = /^[a-zà-ÿ]$/;
const maxDateTokens = 16;
const maxBylineWords = 14;
const maxDated = 80;
/** Characters among which the words before the names of a byline are looked for. */
const maxPrefix = 60;

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => terminal.test(text.slice(-12));

/** Whether a line reads as a whole sentence: eight words or more, and its end. */
export const isSentence = (text: string, tokens: readonly string[]): boolean =>
  endsSentence(text) && isSentenceOf(wordCount(tokens), true);

/** The same, of a line whose words are counted and whose end is known. */
export const isSentenceOf = (words: number, ends: boolean): boolean => ends && words >= 8;

/** Whether a line of so many words is running prose, which only a strong sign may remove. */
export const isProseOf = (words: number, ends: boolean): boolean => (ends && words >= 12) || words >= 30;

export const isWordless = (text: string): boolean => wordless.test(text);

/** Whether a line holds a date or a time and nothing else. */
export function isTimestamp(tokens: readonly string[]): boolean {
  if (tokens.length === 0 || tokens.length > maxDateTokens) return false;
  const { all } = dateWords();
  let numbers = 0;
  let words = 0;
  for (const token of tokens) {
    if (token === '#') numbers += 1;
    else if (token === ':') continue;
    else if (all.has(token)) words += isLatinLetter.test(token) ? 0 : 1;
    else return false;
  }
  return numbers > 0 && (words > 0 || numbers >= 3);
}

/** Whether a line is a date and an agency or a section: '13/03/2026 | AGENCIES'. */
export function isDated(text: string, stampOf: (part: string) => readonly string[]): boolean {
  if (text.length > maxDated || endsSentence(text)) return false;
  const parts = text.split(/\s+[|·•–—/]\s+/);
  const others = parts.filter((part) => !isTimestamp(stampOf(part)));
  return (
    parts.length > 1 &&
    others.length < parts.length &&
    others.every((part) => part.length <= menuParts.longest)
  );
}

/** Whether a line is of a ticker: figures with arrows. */
export const isTicker = (text: string): boolean =>
  text.length <= 200 && /\d/.test(text) && /[▲▼△▽]/u.test(text);

/** Whether a line is what an agency files a report under: 'RIVER-COLLISION-TALKS (UPDATE 3)'. */
export const isSlug = (text: string): boolean =>
  text.length <= 120 && /^\p{Lu}{3,}(?:[-/]\p{Lu}{2,}){2,}(?:\s*\([^()]{1,60}\))?\s*$/u.test(text);

/** Whether a line begins with the label of an advertisement in capitals. */
export const isLabelledAdvert = (text: string): boolean =>
  text.length <= 160 &&
  /^(?:ADVERTISEMENT|ADVERTISING|ADVERT|SPONSORED|PROMOTED|ANZEIGE|PUBLICIDAD|PUBLICITÉ|PUBLICIDADE|REKLAMA|РЕКЛАМА)(?=[^\p{L}]|\p{Lu}\p{Ll})/u.test(
    text,
  );

const disguisedWord = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/gu;
const leastDisguised = 3;

/** Whether a line hides its words from filters by letters that only look alike, Latin and Cyrillic within one word. */
export const isDisguised = (text: string): boolean =>
  (text.slice(0, 600).match(disguisedWord)?.length ?? 0) >= leastDisguised;

/** Whether a line is numbers only. */
export const isCounter = (tokens: readonly string[]): boolean =>
  tokens.length > 0 && tokens.every((token) => token === '#' || token === ':');

/** Whether a line is a web address only. */
export const isAddress = (text: string): boolean => /^\s*(?:https?:\/\/\S+|www\.\S+)\s*$/iu.test(text);

/** Whether a line is a mail address or a telephone number only. */
export const isContact = (text: string): boolean =>
  /[@+]/.test(text) &&
  /^\s*(?:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|\+\d[\d\s().-]{6,20})\s*$/u.test(text);

/** Whether a line is 'By' (in any language) and names. */
export function isByline(text: string): boolean {
  if (text.length > 160) return false;
  const prefix = bylinePrefix(fold(text.slice(0, maxPrefix)).trimStart());
  if (prefix === null) return false;
  const { between, roles } = bylineWords();
  const rest = text
    .trimStart()
    .slice(prefix.length)
    .replace(/^[\s:]+/, '');
  const words = rest.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > maxBylineWords) return false;
  let names = 0;
  for (const word of words) {
    if (/^\(?\p{Lu}/u.test(word)) names += 1;
    else if (!between.has(fold(word)) && !roles.has(fold(word))) return false;
  }
  const initials = /\b\p{Lu}\.$/u.test(rest);
  return names > 0 && (!/[.!?…]$/.test(rest) || initials);
}

/** Whether a line is hashtags only. */
export const isHashtags = (text: string): boolean =>
  /^\s*(?:#[\p{L}\p{N}_]{1,60}[\s,]*)+$/u.test(text.slice(0, 600));

const menuParts = { least: 3, longest: 28 };
const menuMark = / [|>/·»›•] /;

/** Whether a line is a menu or a path: 'World | Politics | Sport', 'Home > Africa > Kenya'. */
export function isMenu(text: string): boolean {
  if (text.length > 300 || !menuMark.test(text) || endsSentence(text)) return false;
  for (const mark of [' | ', ' > ', ' / ', ' · ', ' » ', ' › ', ' • ']) {
    const parts = text.split(mark);
    if (parts.length < menuParts.least) continue;
    return parts.every((part) => part.length <= menuParts.longest && !/\d{3}/.test(part));
  }
  return false;
}
