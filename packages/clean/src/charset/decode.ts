import { isUtf8 } from 'node:buffer';
import { sniffUtf16 } from './binary.ts';
import { declaredInside, knownCharset, markedCharset } from './declared.ts';
import { detectCharset } from './detect.ts';
import { decodeAs } from './decode-as.ts';
import { Utf8Source, textSource } from './source.ts';
import type { Source } from './source.ts';

/** A document's text, and how its charset was found. */
export interface DecodedDocument {
  readonly source: Source;
  /** The standard's name of the charset. */
  readonly charset: string;
  /** The charset that was declared but not used, or null. */
  readonly replaced: string | null;
}

/** Share of the characters outside ASCII that may be broken in a document that is UTF-8 nevertheless. */
const maxBroken = 0.3;

/**
 * Decodes a document of unknown charset.
 * In: its bytes, and the charset that HTTP declared, if any. A byte order mark decides; then UTF-8, where the
 * bytes are valid UTF-8, whatever is declared; then the declaration (HTTP, `<meta>`, XML), unless
 * another charset reads clearly better. Never fails: bytes that fit nowhere become U+FFFD.
 */
export function decodeDocument(bytes: Uint8Array, httpCharset?: string): DecodedDocument {
  const marked = markedCharset(bytes);
  if (marked !== null) return decoded(bytes, marked, null);
  const declared = knownCharset(httpCharset) ?? knownCharset(declaredInside(bytes));
  const utf16 = sniffUtf16(bytes.subarray(0, 4096));
  if (utf16 !== null) return decoded(bytes, utf16, declared);
  if (declared === 'iso-2022-jp') return decoded(bytes, declared, declared);
  const asUtf8 = isUtf8(bytes) ? new Utf8Source(bytes) : brokenUtf8(bytes);
  if (asUtf8 !== null) return { source: asUtf8, charset: 'utf-8', replaced: replacedBy('utf-8', declared) };
  const usable = declared === null || declared.startsWith('utf-') ? null : declared;
  return decoded(bytes, detectCharset(bytes, usable), declared);
}

function decoded(bytes: Uint8Array, charset: string, declared: string | null): DecodedDocument {
  return { source: textSource(decodeAs(bytes, charset)), charset, replaced: replacedBy(charset, declared) };
}

const replacedBy = (charset: string, declared: string | null): string | null =>
  declared === null || declared === charset ? null : declared;

/** The text, where the bytes are UTF-8 but for a cut character or some broken ones; else null. */
function brokenUtf8(bytes: Uint8Array): Source | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return broken <= 1 + whole * maxBroken && whole > 0 ? textSource(text) : null;
}
