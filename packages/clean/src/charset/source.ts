/** The characters of a document, in the form in which they are scanned. */
export interface Source {
  /** What is scanned. Markup, which is ASCII, stands in it as it does in the text. */
  readonly scanned: string;
  /** The text of a stretch of what is scanned, which must not begin or end within a character. */
  piece(from: number, to: number): string;
  /** The whole text. */
  readonly text: string;
}

/** A document that is text already. */
export function textSource(text: string): Source {
  return { scanned: text, text, piece: (from, to) => text.slice(from, to) };
}

/**
 * A document in UTF-8 that is scanned byte for byte: most of a page is markup and scripts, which need not be decoded.
 * In: bytes that are valid UTF-8.
 */
export class Utf8Source implements Source {
  /** A character a byte. */
  readonly scanned: string;
  readonly #bytes: Buffer;
  #text: string | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.scanned = this.#bytes.toString('latin1');
  }

  piece(from: number, to: number): string {
    return outsideAscii(this.scanned, from, to)
      ? this.#bytes.toString('utf8', from, to)
      : this.scanned.slice(from, to);
  }

  get text(): string {
    this.#text ??= this.#bytes.toString('utf8');
    return this.#text;
  }
}

function outsideAscii(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) > 0x7f) return true;
  return false;
}
