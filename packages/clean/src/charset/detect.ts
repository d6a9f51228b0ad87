import { decodeAs } from './decode-as.ts';

/** Charsets worth trying on bytes that are not UTF-8 and whose declaration does not fit, the likeliest first. */
const candidates = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-874',
] as const;

const sampleBytes = 24_000;
/** How much better another charset must read than the declared one to be believed instead. */
const clearlyBetter = 0.25;
/** Bytes outside ASCII below which nothing can be told from them. */
const minEvidence = 12;

/**
 * Finds the charset in which bytes that are not UTF-8 read like text.
 * In: the bytes and the charset declared for them, if any. Out: the declared one unless another reads
 * clearly better.
 */
export function detectCharset(bytes: Uint8Array, declared: string | null): string {
  const sample = highBytesFirst(bytes);
  if (highBytes(sample) < minEvidence) return declared ?? 'windows-1252';
  const declaredScore = declared === null ? -1 : plausibility(sample, declared);
  let best = declared ?? 'windows-1252';
  let bestScore = declared === null ? 0 : declaredScore + clearlyBetter;
  for (const charset of candidates) {
    if (charset === declared) continue;
    const score = plausibility(sample, charset);
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

/** A stretch of the document that begins shortly before its first byte outside ASCII. */
function highBytesFirst(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first - 200), Math.max(0, first - 200) + sampleBytes);
}

function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) count += 1;
  return count;
}

const letterRun = /\p{L}+/gu;
const outsideAscii = /[^\u0000-\u007f]/g;
const mixedScripts =
  /[a-z][\u0370-\u05ff\u0600-\u06ff\u0e00-\u0e7f]|[\u0370-\u05ff\u0600-\u06ff\u0e00-\u0e7f][a-z]/i;
const capitalInside = /\p{Ll}\p{Lu}/u;
const rareInText = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/g;
const commonEastAsian = /[的一是不了在人有我他这中大来上国の、。にはをたがでとし이다의는을에가하고지國]/g;
const rareLatin = /[¤¦¨¬±¶¹²³µ¢¥ÐÞðþÝ×÷ßØ]/g;

/**
 * How much the bytes read like text in a charset: about 1 for text, about 0 or below for noise.
 * Judged by the words that hold characters outside ASCII: one script a word, capitals only at the start.
 */
function plausibility(bytes: Uint8Array, charset: string): number {
  const text = decodeAs(bytes, charset);
  const high = text.match(outsideAscii)?.length ?? 0;
  if (high === 0) return 0;
  const rare = text.match(rareInText)?.length ?? 0;
  const eastAsian = text.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  if (eastAsian > high * 0.3) {
    const common = text.match(commonEastAsian)?.length ?? 0;
    return Math.min(1.1, (common / eastAsian) * 8) - (rare / high) * 10;
  }
  let good = 0;
  let bad = 0;
  for (const [word] of text.matchAll(letterRun)) {
    if (!/[^\u0000-\u007f]/.test(word)) continue;
    if (mixedScripts.test(word) || capitalInside.test(word)) bad += 1;
    else good += 1;
  }
  const odd = text.match(rareLatin)?.length ?? 0;
  const words = good + bad;
  if (words === 0) return 0.3 - (rare + odd) / high;
  return (good - bad) / words - (rare * 4 + odd) / high + longWordBonus(text);
}

/** Text in another script has whole words of it; the same bytes read as Latin have runs of accents. */
function longWordBonus(text: string): number {
  const accents = text.match(/[\u00c0-\u017f]{3,}/g)?.length ?? 0;
  const words = text.match(/[\u0370-\u06ff\u0e00-\u0e7f]{3,}/g)?.length ?? 0;
  if (accents + words === 0) return 0;
  return words > accents ? 0.3 : -0.6;
}
