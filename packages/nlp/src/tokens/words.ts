/** Tokens that start with a letter or a digit. */
import { Character, classAt } from './characters.ts';
import { addressEnd, matchEnd, runEnd, type Scan } from './tokenise.ts';

const isLetter = (text: string, at: number): boolean => classAt(text, at) === Character.letter;
const isDigit = (text: string, at: number): boolean => classAt(text, at) === Character.digit;
const isApostrophe = (character: string | undefined): boolean =>
  character === "'" || character === '’' || character === 'ʼ';
const isCapital = (text: string, at: number): boolean => /\p{Lu}/u.test(text.charAt(at));

/** Nothing is joined to a word that is longer than this. */
const longestJoined = 200;

/** Ends of the tokens that the word at an offset is cut in; at least one. */
export function wordEnds(scan: Scan, at: number): number[] {
  const address = addressEnd(scan, at);
  if (address > 0) return [address];
  const { text } = scan;
  if (isDigit(text, at)) return numberEnds(scan, at);
  const end = joinedEnd(scan, at, runEnd(text, at));
  return cutWord(scan, at, end);
}

/** Extends a run over the stops, hyphens, apostrophes and ampersands that are inside of the word. */
function joinedEnd(scan: Scan, start: number, firstEnd: number): number {
  const { text } = scan;
  let end = firstEnd;
  while (end < text.length && end - start < longestJoined) {
    const next = text[end];
    let joined = -1;
    if (next === '.') joined = stopEnd(scan, start, end);
    else if (next === '-' || next === '‑') joined = hyphenEnd(scan, start, end);
    else if (isApostrophe(next)) joined = apostropheEnd(scan, end);
    else if (next === '&') joined = ampersandEnd(text, start, end);
    else if (next === '$') joined = currencyEnd(scan, start, end);
    else if (next === '/')
      joined = matchEnd(/\/[cos](?![\p{L}\p{N}])/uy, text, end) > 0 && end - start === 1 ? end + 2 : -1;
    if (joined < 0) return end;
    end = joined;
  }
  return end;
}

/** A full stop after `start..stop`: the end of the word with it, or -1 where it ends a sentence. */
function stopEnd(scan: Scan, start: number, stop: number): number {
  const { text, lexicon } = scan;
  const after = stop + 1;
  const acronym = matchEnd(/(?:\p{L}\.)+\p{L}?/uy, text, start);
  if (stop - start === 1 && acronym > after) {
    // "U.S" and "U.S.", but of "a.Then" only the letter.
    const letterAfter = isLetter(text, acronym);
    if (!letterAfter) return acronym;
    return acronym - 1 > after ? acronym - 1 : -1;
  }
  if (isLetter(text, after) || isDigit(text, after)) {
    const end = runEnd(text, after);
    const label = text.slice(after, end).toLowerCase();
    if (lexicon.abbreviations.has(text.slice(start, end).toLowerCase()) && text[end] === '.') return end + 1;
    const host =
      lexicon.endings.has(label) ||
      (text[end] === '.' && isLetter(text, end + 1) && !isCapital(text, end + 1));
    return host && !isCapital(text, after) ? end : extensionEnd(scan, label, end);
  }
  return isAbbreviation(scan, start, stop) ? after : -1;
}

/** Files in capitals: "ENRON.XLS". */
function extensionEnd(scan: Scan, label: string, end: number): number {
  return label.length === 3 && scan.lexicon.endings.has(label) && !isLetter(scan.text, end) ? end : -1;
}

function isAbbreviation(scan: Scan, start: number, stop: number): boolean {
  const { text, lexicon } = scan;
  if (stop - start > 8) return false;
  // A second stop is an ellipsis: "etc..".
  if (text[stop + 1] === '.') return false;
  const word = text.slice(start, stop);
  const lower = word.toLowerCase();
  const digitAfter = matchEnd(/\.\s?\p{N}/uy, text, stop) > 0;
  if (lexicon.beforeDigit.has(lower) && digitAfter) return true;
  if (stop - start === 1 && isCapital(text, start)) return isInitial(text, start, stop);
  const known = lexicon.titles.has(lower) || lexicon.abbreviations.has(lower);
  if (!known) return false;
  return !lexicon.capitalisedOnly.has(lower) || isCapital(text, start);
}

/** "John F. Kennedy", "J. Smith": a single capital with a capital after its stop. 'I' and what ends a paragraph are words. */
function isInitial(text: string, start: number, stop: number): boolean {
  if (matchEnd(/\.[ \u00a0]?\n?\p{Lu}/uy, text, stop) < 0) return matchEnd(/\.[,)]/y, text, stop) > 0;
  if (text[start] !== 'I') return true;
  return /\p{Lu}\p{L}*\.? $/u.test(text.slice(Math.max(0, start - 24), start));
}

/** A hyphen inside: after a prefix, before a phone number; else -1. */
function hyphenEnd(scan: Scan, start: number, hyphen: number): number {
  const { text, lexicon } = scan;
  if (!isLetter(text, hyphen + 1) && !isDigit(text, hyphen + 1)) return -1;
  const before = text.slice(start, hyphen).toLowerCase();
  const isPrefix = lexicon.prefixes.has(before) && !lexicon.notPrefixes.has(before);
  return isPrefix ? runEnd(text, hyphen + 1) : -1;
}

/** O'Rourke, Shi'ite, o'clock: an apostrophe between letters that begins no clitic; else -1. */
function apostropheEnd(scan: Scan, apostrophe: number): number {
  const { text, lexicon } = scan;
  if (!isLetter(text, apostrophe + 1)) return -1;
  const end = runEnd(text, apostrophe + 1);
  const after = text.slice(apostrophe + 1, end).toLowerCase();
  if (lexicon.clitics.has(after)) return -1;
  // "don't" keeps its apostrophe until cutWord takes the negation off.
  if (after === 't') return (text.charCodeAt(apostrophe - 1) | 0x20) === 0x6e ? end : -1;
  return end;
}

/** AT&T, P&L: short runs of capitals on both sides; else -1. */
function ampersandEnd(text: string, start: number, ampersand: number): number {
  if (ampersand - start > 4) return -1;
  const end = matchEnd(/&\p{L}{1,3}(?![\p{L}\p{N}])/uy, text, ampersand);
  return end > 0 && isCapital(text, ampersand - 1) === isCapital(text, ampersand + 1) ? end : -1;
}

/** US$: the sign closes the token. */
function currencyEnd(scan: Scan, start: number, sign: number): number {
  const known = scan.lexicon.currencyLetters.has(scan.text.slice(start, sign).toLowerCase());
  return known && isDigit(scan.text, sign + 1) ? sign + 1 : -1;
}

/** Takes negations and clitics without apostrophe off: do|n't, can|not, gon|na. */
function cutWord(scan: Scan, start: number, end: number): number[] {
  const { text, lexicon } = scan;
  if (end - start > 9) return [end];
  const lower = text.slice(start, end).toLowerCase();
  if (lower.length > 3 && /n['’]t$/.test(lower)) return [end - 3, end];
  if (lexicon.bareNegations.has(lower)) return [end - 2, end];
  const cut = lexicon.cuts.get(lower);
  return cut === undefined ? [end] : [start + cut, end];
}

/** Numbers: 1,200.50, 5:30, 9/11, 713-853-1234, 20th, 1970s, 5|kg. */
function numberEnds(scan: Scan, start: number): number[] {
  const { text } = scan;
  const compound = matchEnd(
    /(?:\d{1,3}-)?\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?![\d-])|\d{1,2}-\d{1,2}-\d{2,4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)/y,
    text,
    start,
  );
  if (compound > 0) return [compound];
  const thousands = matchEnd(/\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,20})?(?![\d,]\d)/y, text, start);
  const plain = matchEnd(/\p{N}{1,400}(?:[.:/]\p{N}{1,20}){0,12}/uy, text, start);
  const number = Math.max(thousands, plain, start + 1);
  const end = runEnd(text, number);
  if (end === number) return [number];
  const suffix = text.slice(number, end);
  if (isUnit(scan, start, suffix)) {
    const stop = /^[ap]$/i.test(suffix) ? matchEnd(/\.m\.?/iy, text, end) : -1;
    return [number, stop > 0 ? stop : end];
  }
  if (/^[ap]$/i.test(suffix)) {
    const hours = matchEnd(/\.m\.?/iy, text, end);
    if (hours > 0) return [number, hours];
  }
  // "1990s", "20th", "4x4", "2nd-hand": letters belong to the number.
  return [end];
}

/** Single letters are units only after money or for millions and thousands. */
function isUnit(scan: Scan, start: number, suffix: string): boolean {
  const lower = suffix.toLowerCase();
  if (!scan.lexicon.units.has(lower)) return false;
  if (suffix.length > 1) return true;
  const before = scan.text[start - 1] ?? '';
  return /[$€£¥₹]/.test(before) || /[kmg]/.test(suffix);
}
